/** A row of text columns. */
export type TextRow = readonly (string | null)[];

const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0", "latin1");
const HEADER_BYTES = SIGNATURE.length + 8;
const TRAILER = -1;
const NULL = -1;

/**
 * Reads PostgreSQL's binary COPY format, whose fields need no unescaping, out of pieces of any size, holding at most
 * one unfinished row. All columns must be text.
 */
export class BinaryRows {
  #pending: Buffer[] = [];
  #held = 0;
  /** How many bytes there must be before another look at them is worth it. */
  #needed = HEADER_BYTES;
  #started = false;
  #ended = false;

  /** The rows that `chunk` completes. @throws RangeError for what is not this format. */
  push(chunk: Buffer): readonly TextRow[] {
    this.#pending.push(chunk);
    this.#held += chunk.length;
    if (this.#held < this.#needed) return [];
    const bytes = this.#pending.length === 1 ? chunk : Buffer.concat(this.#pending, this.#held);
    const rows: TextRow[] = [];
    let at = this.#started ? 0 : this.#begin(bytes);
    for (let end = this.#endOfRow(bytes, at); end !== null; end = this.#endOfRow(bytes, at)) {
      this.#ended = end === TRAILER;
      if (this.#ended) break;
      rows.push(readRow(bytes, at));
      at = end;
    }
    // A copy, so that a short rest does not keep a long chunk alive.
    const rest = Buffer.from(bytes.subarray(at));
    this.#pending = rest.length === 0 ? [] : [rest];
    this.#held = rest.length;
    this.#needed -= at;
    return rows;
  }

  /** @throws RangeError when the data breaks off. */
  end(): void {
    if (!this.#ended) throw new RangeError("a COPY stream broke off");
  }

  #begin(bytes: Buffer): number {
    if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE))
      throw new RangeError("not a binary COPY stream");
    this.#started = true;
    return HEADER_BYTES + bytes.readInt32BE(SIGNATURE.length + 4);
  }

  /** Where the row at `start` ends, TRAILER where none follows, or null after noting how much more it takes to know. */
  #endOfRow(bytes: Buffer, start: number): number | null {
    let at = start + 2;
    if (at > bytes.length) return this.#await(at);
    const columns = bytes.readInt16BE(start);
    if (columns === TRAILER) return TRAILER;
    for (let column = 0; column < columns; column++) {
      if (at + 4 > bytes.length) return this.#await(at + 4);
      const length = bytes.readInt32BE(at);
      at += 4 + (length === NULL ? 0 : length);
    }
    return at > bytes.length ? this.#await(at) : at;
  }

  #await(end: number): null {
    this.#needed = end;
    return null;
  }
}

function readRow(bytes: Buffer, start: number): TextRow {
  const columns = bytes.readInt16BE(start);
  const row: (string | null)[] = [];
  let at = start + 2;
  for (let column = 0; column < columns; column++) {
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length === NULL) row.push(null);
    else {
      row.push(bytes.toString("utf8", at, at + length));
      at += length;
    }
  }
  return row;
}
