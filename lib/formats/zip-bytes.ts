import { ZipWriter } from "@zip.js/zip.js";

/** Text for the end of the file at `path`. */
export interface ZipPiece {
  readonly path: string;
  readonly text: string;
}

/** The same for everybody and always, so that the same content gives the same bytes. */
const ENTRY = {
  lastModDate: new Date(1980, 0, 1, 12),
  extendedTimestamp: false,
  useWebWorkers: false,
  level: 6,
} as const;

/**
 * Packs files as they are made, one after the other: pieces of one file follow each other. Nothing waits but the pieces
 * under way, and a name for each file. Whoever stops reading stops the making.
 */
export async function* zipBytes(pieces: AsyncIterable<ZipPiece>): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const packing = pack(pieces[Symbol.asyncIterator](), writable);
  try {
    for await (const chunk of readable) yield chunk;
  } finally {
    // What went wrong has come out of `readable` already; here we only wait until the source is closed.
    await packing;
  }
}

async function pack(pieces: AsyncIterator<ZipPiece>, writable: WritableStream<Uint8Array>): Promise<void> {
  const zip = new ZipWriter(writable, ENTRY);
  let next: IteratorResult<ZipPiece, unknown> | null = null;
  try {
    next = await pieces.next();
    while (next.done !== true) {
      const { path } = next.value;
      const contents = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            if (next === null || next.done === true || next.value.path !== path) {
              controller.close();
              return;
            }
            const { text } = next.value;
            next = await pieces.next();
            controller.enqueue(Buffer.from(text));
          },
        },
        { highWaterMark: 0 },
      );
      await zip.add(path, contents);
    }
    await zip.close();
  } catch (error) {
    await writable.abort(error).catch(() => undefined);
  } finally {
    await pieces.return?.();
  }
}
