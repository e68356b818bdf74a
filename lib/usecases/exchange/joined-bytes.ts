const CHUNK_UNITS = 64 * 1024;

/** Lines as UTF-8, in pieces worth sending. The first goes out by itself, so that the reader sees something at once. */
export async function* joinedBytes(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let held = "";
  let isFirst = true;
  for await (const line of lines) {
    held += line;
    if (!isFirst && held.length < CHUNK_UNITS) continue;
    isFirst = false;
    yield Buffer.from(held);
    held = "";
  }
  if (held !== "") yield Buffer.from(held);
}
