import { at } from "../at";
import { cutsIn, LONGEST_PIECE } from "./cut-long-line";
import type { DocumentText } from "./document-text";
import { codePoint, utf16, type CodePoint } from "./offsets";

/** What ends a line: CRLF is one terminator; the last line may have none, and a piece of a long one has none. */
export type Terminator = "\r\n" | "\n" | "\r" | "\u2028" | "\u2029" | "\u0085" | "";

/**
 * The lines of a text, which are the paragraphs of an article. Offsets are code points. A terminator belongs to the
 * line that it ends; a text that ends with one has no empty line after it; the empty text has one empty line. A line too
 * long to be drawn at once counts as several (`cutsIn`).
 */
export class Paragraphs {
  readonly text: DocumentText;
  readonly count: number;
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;

  private constructor(text: DocumentText, starts: Uint32Array, ends: Uint32Array) {
    this.text = text;
    this.count = starts.length;
    this.#starts = starts;
    this.#ends = ends;
  }

  static of(text: DocumentText): Paragraphs {
    const starts = [0];
    const ends: number[] = [];
    let lineStart = 0;
    const cutLine = (lineEnd: number): void => {
      if (lineEnd - lineStart <= LONGEST_PIECE) return;
      for (const cut of cutsIn(text.string.slice(lineStart, lineEnd))) {
        const offset = text.toCodePoint(utf16(lineStart + cut));
        ends.push(offset);
        starts.push(offset);
      }
    };
    for (const match of text.string.matchAll(TERMINATOR)) {
      cutLine(match.index);
      ends.push(text.toCodePoint(utf16(match.index)));
      starts.push(at(ends, ends.length - 1) + match[0].length);
      lineStart = match.index + match[0].length;
    }
    cutLine(text.string.length);
    if (starts.length > 1 && starts[starts.length - 1] === text.length) starts.pop();
    else ends.push(text.length);
    return new Paragraphs(text, Uint32Array.from(starts), Uint32Array.from(ends));
  }

  /** @throws RangeError where there is no paragraph `index`; so do all that take one. */
  start(index: number): CodePoint {
    return codePoint(at(this.#starts, index));
  }

  /** The end of the paragraph's text, before its terminator. */
  end(index: number): CodePoint {
    return codePoint(at(this.#ends, index));
  }

  /** The end of the paragraph with its terminator: the start of the next one. */
  endWithTerminator(index: number): CodePoint {
    return index === this.count - 1 ? this.text.length : this.start(index + 1);
  }

  textOf(index: number): string {
    return this.text.slice(this.start(index), this.end(index));
  }

  terminator(index: number): Terminator {
    return this.text.slice(this.end(index), this.endWithTerminator(index)) as Terminator;
  }

  /**
   * The paragraph that holds the character after `offset`; at the end of the text the last one. O(log n).
   * @throws RangeError beyond the end of the text.
   */
  paragraphAt(offset: CodePoint): number {
    if (!(offset >= 0 && offset <= this.text.length)) {
      throw new RangeError(`code point ${offset} is outside of a text of ${this.text.length}`);
    }
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (at(this.#starts, middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

const TERMINATOR = /\r\n|[\n\r\u2028\u2029\u0085]/g;
