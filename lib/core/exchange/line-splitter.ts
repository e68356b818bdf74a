/** One line of a file, without its end. */
export interface RawLine {
  /** Counted from 1; blank lines count. */
  readonly number: number;
  /** Offset in the file of the line's first byte. */
  readonly byte: number;
  /** Null where the line is longer than allowed; what it held has been let go. */
  readonly bytes: Uint8Array | null;
}

const LF = 0x0a;
const CR = 0x0d;
const BLANK: ReadonlySet<number> = new Set([0x20, 0x09, CR]);
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf] as const;

/**
 * Cuts bytes that arrive in pieces into lines at LF or CRLF, holding no more than one line at a time. A byte order
 * mark at the start is dropped, blank lines are passed over.
 */
export class LineSplitter {
  readonly #maxBytes: number;
  #number = 1;
  #lineStart = 0;
  #read = 0;
  #parts: Uint8Array[] = [];
  #held = 0;
  #tooLong = false;

  /** @param maxBytes of one line without its end. */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /** The lines that `chunk` completes. Their bytes may be views of `chunk`. */
  push(chunk: Uint8Array): readonly RawLine[] {
    const lines: RawLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(LF); end !== -1; end = chunk.indexOf(LF, from)) {
      this.#hold(chunk.subarray(from, end));
      from = end + 1;
      this.#finish(this.#read + from, lines);
    }
    this.#read += chunk.length;
    // A copy: whoever sent the chunk may use its memory again.
    this.#hold(chunk.slice(from));
    return lines;
  }

  /** The last line, where the file does not end with a line end. */
  end(): readonly RawLine[] {
    const lines: RawLine[] = [];
    this.#finish(this.#read, lines);
    return lines;
  }

  #hold(part: Uint8Array): void {
    this.#held += part.length;
    if (this.#held > this.#maxBytes + BYTE_ORDER_MARK.length + 1) {
      this.#tooLong = true;
      this.#parts = [];
    } else if (part.length > 0) this.#parts.push(part);
  }

  #finish(nextStart: number, lines: RawLine[]): void {
    const line = this.#tooLong
      ? { number: this.#number, byte: this.#lineStart, bytes: null }
      : this.#current();
    if (line !== null) lines.push(line);
    this.#number += 1;
    this.#lineStart = nextStart;
    this.#parts = [];
    this.#held = 0;
    this.#tooLong = false;
  }

  #current(): RawLine | null {
    let bytes = joined(this.#parts, this.#held);
    let byte = this.#lineStart;
    if (byte === 0 && BYTE_ORDER_MARK.every((mark, index) => bytes[index] === mark)) {
      bytes = bytes.subarray(BYTE_ORDER_MARK.length);
      byte = BYTE_ORDER_MARK.length;
    }
    if (bytes.at(-1) === CR) bytes = bytes.subarray(0, -1);
    if (bytes.every((one) => BLANK.has(one))) return null;
    return { number: this.#number, byte, bytes: bytes.length > this.#maxBytes ? null : bytes };
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
