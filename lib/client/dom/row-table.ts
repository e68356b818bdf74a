import { at } from "@/lib/core/at";
import type { Span } from "@/lib/core/span/span";
import { utf16, type CodePoint, type Utf16 } from "@/lib/core/text/offsets";
import type { Paragraphs } from "@/lib/core/text/paragraphs";

/** A place in a row: what a Range wants, but for the node. */
export interface RowPoint {
  readonly row: number;
  /** UTF-16 code units from the start of the row's text. */
  readonly unit: Utf16;
}

/** Which end of a stretch an offset is: between two rows, a start belongs to the later one, an end to the earlier. */
export type Side = "start" | "end";

/**
 * The article as rows: one for each paragraph, holding its text without the terminator, for an HTML parser would
 * change that. What lies inside a terminator is shown at the end of its row.
 */
export class RowTable {
  readonly paragraphs: Paragraphs;
  readonly #starts: Uint32Array;
  readonly #lengths: Uint32Array;

  constructor(paragraphs: Paragraphs) {
    const { text, count } = paragraphs;
    this.paragraphs = paragraphs;
    this.#starts = Uint32Array.from({ length: count }, (_, row) => text.toUtf16(paragraphs.start(row)));
    this.#lengths = Uint32Array.from(
      { length: count },
      (_, row) => text.toUtf16(paragraphs.end(row)) - at(this.#starts, row),
    );
  }

  get count(): number {
    return this.paragraphs.count;
  }

  textOf(row: number): string {
    const start = at(this.#starts, row);
    return this.paragraphs.text.string.slice(start, start + this.length(row));
  }

  /** The row's length in UTF-16 code units. */
  length(row: number): Utf16 {
    return utf16(at(this.#lengths, row));
  }

  /** Where an offset is shown. */
  point(offset: CodePoint, side: Side): RowPoint {
    const row = this.paragraphs.paragraphAt(offset);
    if (side === "end" && row > 0 && offset === this.paragraphs.start(row)) {
      return { row: row - 1, unit: this.length(row - 1) };
    }
    return { row, unit: this.#within(row, offset) };
  }

  /** The offset shown at a place. One that cuts a surrogate pair is moved outward: a start back, an end forward. */
  offset({ row, unit }: RowPoint, side: Side): CodePoint {
    const there = utf16(at(this.#starts, row) + Math.min(unit, this.length(row)));
    const { text } = this.paragraphs;
    if (!text.cutsPair(there)) return text.toCodePoint(there);
    return text.toCodePoint(utf16(side === "start" ? there - 1 : there + 1));
  }

  /** What of `span` the row shows, in its code units; null if nothing. */
  clip(row: number, span: Span): { readonly from: Utf16; readonly to: Utf16 } | null {
    if (span.end <= this.paragraphs.start(row) || span.start >= this.paragraphs.end(row)) return null;
    const from = this.#within(row, span.start);
    const to = this.#within(row, span.end);
    return from < to ? { from, to } : null;
  }

  #within(row: number, offset: CodePoint): Utf16 {
    if (offset <= this.paragraphs.start(row)) return utf16(0);
    if (offset >= this.paragraphs.end(row)) return this.length(row);
    return utf16(this.paragraphs.text.toUtf16(offset) - at(this.#starts, row));
  }
}
