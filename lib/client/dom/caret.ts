import { hull, type Span } from "@/lib/core/span/span";
import type { CodePoint } from "@/lib/core/text/offsets";
import type { Segments } from "@/lib/core/text/segments";
import { moveToken, nextToken, previousToken, tokenAt, type Direction } from "@/lib/core/text/token-moves";
import { rangeOf } from "./dom-point";
import type { Rows } from "./rows";
import type { CaretControl, CaretUnit } from "./surface";

export interface CaretListener {
  readonly onCaret: (span: Span | null) => void;
  /** Where the cursor comes up when there is none. */
  readonly firstInView: () => CodePoint;
  readonly show: (span: Span) => void;
}

/** The end that stays and the end that moves, each a token. */
interface Ends {
  readonly anchor: Span;
  readonly focus: Span;
}

/**
 * The token cursor, in place of the caret that read-only text lacks. Moving by line needs the layout: it looks for
 * the word nearest to the column in which the moves began.
 */
export class Caret implements CaretControl {
  readonly #rows: Rows;
  readonly #segments: Segments;
  readonly #listener: CaretListener;
  #ends: Ends | null = null;
  #column: number | null = null;

  constructor(rows: Rows, segments: Segments, listener: CaretListener) {
    this.#rows = rows;
    this.#segments = segments;
    this.#listener = listener;
  }

  get span(): Span | null {
    return this.#ends === null ? null : hull(this.#ends.anchor, this.#ends.focus);
  }

  place(span: Span | null): void {
    this.#column = null;
    this.#put(span === null ? null : { anchor: span, focus: span });
  }

  move(unit: CaretUnit, direction: Direction, extend = false): Span | null {
    if (unit !== "line") this.#column = null;
    if (this.#ends === null) {
      const first = tokenAt(this.#segments, this.#listener.firstInView());
      this.#put(first && { anchor: first, focus: first });
      return this.span;
    }
    const { anchor, focus } = this.#ends;
    const next =
      unit === "line"
        ? this.#moveByLine(focus, direction)
        : moveToken(this.#segments, focus, unit, direction, extend);
    this.#put({ anchor: extend ? anchor : next, focus: next });
    return this.span;
  }

  #put(ends: Ends | null): void {
    this.#ends = ends;
    if (ends !== null) this.#listener.show(ends.focus);
    this.#listener.onCaret(this.span);
  }

  #moveByLine(from: Span, direction: Direction): Span {
    const here = this.#boxOf(from);
    if (here === null) return from;
    this.#column ??= (here.left + here.right) / 2;
    const step = (token: Span): Span | null =>
      direction === "forward"
        ? nextToken(this.#segments, token.end)
        : previousToken(this.#segments, token.start);
    let line: DOMRect | null = null;
    let best: { readonly token: Span; readonly distance: number } | null = null;
    for (let token = step(from); token !== null; token = step(token)) {
      const box = this.#boxOf(token);
      if (box === null || isOneLine(box, here)) continue;
      line ??= box;
      if (!isOneLine(box, line)) break;
      const distance = Math.max(box.left - this.#column, this.#column - box.right, 0);
      if (best === null || distance < best.distance) best = { token, distance };
    }
    return best?.token ?? from;
  }

  #boxOf(token: Span): DOMRect | null {
    return rangeOf(this.#rows, token).getClientRects()[0] ?? null;
  }
}

function isOneLine(a: DOMRect, b: DOMRect): boolean {
  return Math.abs((a.top + a.bottom) / 2 - (b.top + b.bottom) / 2) < Math.min(a.height, b.height) / 2;
}
