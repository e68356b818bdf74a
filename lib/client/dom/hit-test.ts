import { LANES } from "@/lib/core/span/lanes";
import type { CodePoint } from "@/lib/core/text/offsets";
import { offsetOf, type DomPoint } from "./dom-point";
import { fontMetrics } from "./font-metrics";
import { UNDERLINE } from "./paint/highlight-styles";
import { isText, type Rows } from "./rows";

/** The character under a point, and the lane of the underline if the point is below the baseline. */
export interface TextHit {
  readonly offset: CodePoint;
  readonly lane: number | null;
}

/**
 * Finds the character under a point of the window. Browsers answer with the nearest caret place, also for points in
 * the margin and after the end of a line, so the answer is checked against the character's box.
 */
export class HitTest {
  readonly #rows: Rows;
  #descent: number | null = null;

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** The font may have another size now. */
  forget(): void {
    this.#descent = null;
  }

  at(x: number, y: number): TextHit | null {
    const caret = caretAt(this.#rows.host.ownerDocument, x, y);
    if (caret === null || !isText(caret.node)) return null;
    const row = this.#rows.rowOf(caret.node);
    if (row === null || caret.node.parentElement?.closest("[data-aside]")) return null;
    this.#descent ??= fontMetrics(this.#rows.element(row)).descent;
    for (const start of [caret.offset, caret.offset - 1]) {
      const box = boxAt(caret.node, start, x);
      if (box === undefined) continue;
      const below = y - (box.bottom - this.#descent);
      if (y < box.top || below > LOWEST) continue;
      const lane = Math.round((below - UNDERLINE.first - UNDERLINE.thickness / 2) / UNDERLINE.step);
      return {
        offset: offsetOf(this.#rows, { node: caret.node, offset: start }, "start"),
        lane: below > UNDERLINE.first - 1 ? Math.max(0, Math.min(lane, LANES.length - 1)) : null,
      };
    }
    return null;
  }
}

/** How far below the baseline the deepest underline ends. */
const LOWEST = UNDERLINE.first + (LANES.length - 1) * UNDERLINE.step + UNDERLINE.thickness + 1;

/** The box of the character that starts at `offset`, if `x` is in it. */
function boxAt(text: Text, offset: number, x: number): DOMRect | undefined {
  if (offset < 0 || offset >= text.length) return undefined;
  const isLow = (unit: number): boolean => (text.data.charCodeAt(unit) & 0xfc00) === 0xdc00;
  const range = text.ownerDocument.createRange();
  range.setStart(text, isLow(offset) && offset > 0 ? offset - 1 : offset);
  range.setEnd(text, isLow(offset + 1) ? offset + 2 : offset + 1);
  return [...range.getClientRects()].find((box) => box.width > 0 && x >= box.left - 1 && x <= box.right + 1);
}

/** The caret place nearest to a point. WebKit has only the older call. */
function caretAt(document: Document, x: number, y: number): DomPoint | null {
  if (typeof document.caretPositionFromPoint === "function") {
    const position = document.caretPositionFromPoint(x, y);
    return position && { node: position.offsetNode, offset: position.offset };
  }
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Safari before 26 knows no other
  const range = document.caretRangeFromPoint(x, y);
  return range && { node: range.startContainer, offset: range.startOffset };
}
