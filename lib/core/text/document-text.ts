import { at } from "../at";
import { codePoint, utf16, type CodePoint, type Utf16 } from "./offsets";

/**
 * The text of a document, exactly as stored, addressed by code points. Conversion takes O(log n) of the number of
 * characters beyond U+FFFF, and no search where there are none. A lone surrogate counts as one code point.
 */
export class DocumentText {
  /** Length in code points. */
  readonly length: CodePoint;
  readonly string: string;
  /** The code point offsets of the characters that take two UTF-16 code units, ascending. */
  readonly #astral: Uint32Array;

  private constructor(string: string) {
    this.string = string;
    this.#astral = astralOffsets(string);
    this.length = codePoint(string.length - this.#astral.length);
  }

  static of(string: string): DocumentText {
    return new DocumentText(string);
  }

  /**
   * The text of [start, end), in code points.
   * @throws RangeError unless 0 <= start <= end <= length.
   */
  slice(start: CodePoint, end: CodePoint): string {
    if (start > end) throw new RangeError(`a slice cannot run from ${start} back to ${end}`);
    return this.string.slice(this.toUtf16(start), this.toUtf16(end));
  }

  /** @throws RangeError beyond the end of the text. */
  toUtf16(offset: CodePoint): Utf16 {
    if (!(offset >= 0 && offset <= this.length)) {
      throw new RangeError(`code point ${offset} is outside of a text of ${this.length}`);
    }
    return utf16(offset + this.#countBefore((index) => at(this.#astral, index) < offset));
  }

  /** @throws RangeError beyond the end of the text, and inside a surrogate pair. */
  toCodePoint(offset: Utf16): CodePoint {
    if (!(offset >= 0 && offset <= this.string.length)) {
      throw new RangeError(`code unit ${offset} is outside of a text of ${this.string.length}`);
    }
    if (this.cutsPair(offset)) throw new RangeError(`code unit ${offset} is inside a surrogate pair`);
    return codePoint(offset - this.#countBefore((index) => at(this.#astral, index) + index < offset));
  }

  /** Whether `offset` lies between the two halves of one character. */
  cutsPair(offset: Utf16): boolean {
    return this.#astral.length > 0 && pairAt(this.string, offset - 1);
  }

  /** How many astral characters satisfy `isBefore`, which holds for the first so many and for no other. */
  #countBefore(isBefore: (index: number) => boolean): number {
    let low = 0;
    let high = this.#astral.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function astralOffsets(string: string): Uint32Array {
  const found: number[] = [];
  PAIR.lastIndex = 0;
  while (PAIR.test(string)) found.push(PAIR.lastIndex - 2 - found.length);
  return Uint32Array.from(found);
}

function pairAt(string: string, unit: number): boolean {
  return (string.charCodeAt(unit) & 0xfc00) === 0xd800 && (string.charCodeAt(unit + 1) & 0xfc00) === 0xdc00;
}

/** Looks for the next from where the last was found: an engine passes over all that is between faster than a loop does. */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;
