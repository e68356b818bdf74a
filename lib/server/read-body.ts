import { AppError } from "@/lib/core/errors";
import { parseJson } from "./json-guard";

const MAX_JSON_BYTES = 64 * 1024 * 1024;

/** @throws AppError `unsupported_type`, `too_large`, `truncated`, `malformed_json` or `invalid`. */
export async function readJson(request: Request, maxBytes = MAX_JSON_BYTES): Promise<unknown> {
  requireType(request, ["application/json"]);
  return parseJson(await readBytes(request, maxBytes));
}

/** @throws AppError `unsupported_type` unless the media type is one of `types`; parameters such as charset may follow. */
export function requireType(request: Request, types: readonly string[]): void {
  const type = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (types.includes(type)) return;
  throw new AppError("unsupported_type", { detail: `Send the content as ${types.join(" or ")}.` });
}

/**
 * The whole body, and proof that it is whole: what was announced in Content-Length did arrive.
 * @throws AppError `too_large` as soon as that is certain, `truncated`.
 */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const announced = announcedLength(request);
  if (announced !== null && announced > maxBytes) throw tooLarge(maxBytes);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunksOf(request)) {
    length += chunk.byteLength;
    if (length > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  if (announced !== null && length < announced) throw new AppError("truncated");
  return chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, length);
}

/** Null: chunked, the end shows itself. */
export function announcedLength(request: Request): number | null {
  const header = request.headers.get("content-length");
  return header !== null && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

/** The body as it comes in. @throws AppError `truncated` when the sender hangs up before its end. */
export async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await nextChunk(reader);
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops early does not want the rest.
    reader.cancel().catch(() => undefined);
  }
}

async function nextChunk(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (cause) {
    throw new AppError("truncated", { cause });
  }
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("too_large", {
    detail: `At most ${(maxBytes / 1024 / 1024).toFixed(0)} MiB are accepted here.`,
  });
}
