import { open, rm, mkdtemp, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AppError } from "@/lib/core/errors";

/** An upload that has arrived whole. It can be read more than once; `close` lets its space go. */
export interface Spool {
  readonly size: number;
  /** The bytes in pieces, each of which holds only until the next is asked for. */
  readonly read: () => AsyncGenerator<Uint8Array>;
  readonly close: () => Promise<void>;
}

/** Bytes on their way in, and what was said of them beforehand. */
export interface Upload {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** What Content-Length announced; null where nothing did. */
  readonly announced: number | null;
  readonly signal?: AbortSignal | undefined;
}

/** How much an upload may hold, and what to call more. */
export interface SpoolLimit {
  readonly bytes: number;
  readonly beyond: "too_large" | "text_too_large";
}

const READ_BYTES = 64 * 1024;

/**
 * Takes an upload in whole before anybody acts on it, on disk and not in memory. The file has no name any more once it
 * is open, so that not even a crash leaves it behind.
 * @throws AppError `limit.beyond`; `truncated` when the sender hangs up or sends less or more than announced.
 */
export async function spool(upload: Upload, limit: SpoolLimit): Promise<Spool> {
  const { bytes, announced } = upload;
  if (announced !== null && announced > limit.bytes) throw tooLarge(limit);
  const file = await openNameless();
  try {
    let size = 0;
    for await (const chunk of bytes) {
      size += chunk.byteLength;
      if (size > limit.bytes) throw tooLarge(limit);
      await file.write(chunk);
    }
    refuseHangUp(upload);
    if (announced !== null && announced !== size) throw new AppError("truncated");
    return { size, read: () => chunksOf(file, size), close: () => file.close() };
  } catch (error) {
    await file.close();
    throw isFull(error) ? new AppError("storage_full", { cause: error }) : error;
  }
}

/** @throws AppError `truncated` when the sender is gone: whoever gives up wants nothing stored. */
export function refuseHangUp({ signal }: Pick<Upload, "signal">): void {
  if (signal?.aborted === true) throw new AppError("truncated");
}

async function openNameless(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), "triptych-upload-"));
  try {
    return await open(join(folder, "body"), "wx+", 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** All pieces lie in the same memory: a gigabyte would else pass through as much garbage. */
async function* chunksOf(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  const chunk = new Uint8Array(Math.min(READ_BYTES, size));
  for (let position = 0; position < size;) {
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) throw new RangeError(`the upload ends at ${position} of ${size}`);
    position += bytesRead;
    yield chunk.subarray(0, bytesRead);
  }
}

function tooLarge({ bytes, beyond }: SpoolLimit): AppError {
  if (beyond === "text_too_large") return new AppError(beyond);
  return new AppError(beyond, {
    detail: `A file may have at most ${Math.floor(bytes / 1024 / 1024)} MiB. Split it.`,
  });
}

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOSPC";
}
