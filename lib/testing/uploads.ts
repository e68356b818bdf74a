import type { Upload } from "@/lib/usecases/exchange/spool";

/** Bytes that arrive in pieces of `size`. */
export async function* chunked(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size)
    yield await Promise.resolve(bytes.subarray(start, start + size));
}

/** A whole upload of `content`, honestly announced. */
export function uploadOf(content: string | Uint8Array): Upload {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return { bytes: chunked(bytes), announced: bytes.length };
}
