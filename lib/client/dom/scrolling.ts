import { at } from "@/lib/core/at";
import type { Span } from "@/lib/core/span/span";
import { codePoint, type CodePoint } from "@/lib/core/text/offsets";
import { rangeOf } from "./dom-point";
import type { Rows } from "./rows";
import type { Viewport } from "./viewport";

/** Rows out of view may have a guessed height: each scroll may lay out some and move the target once more. */
const ATTEMPTS = 4;

/** Brings places of the article into view, and says which place is there. */
export class Scrolling {
  readonly #rows: Rows;
  readonly #viewport: Viewport;

  constructor(rows: Rows, viewport: Viewport) {
    this.#rows = rows;
    this.#viewport = viewport;
  }

  /** Scrolls as little as it takes, with two lines to spare. */
  showNear(span: Span): void {
    this.#repeat(span, ({ top, bottom }) => this.#viewport.showNear(top, bottom, 2 * (bottom - top)));
  }

  /** Scrolls the first line of `span` into the middle unless it is in view. */
  showCentred(span: Span): void {
    this.#repeat(span, ({ top, bottom }) => this.#viewport.showCentred(top, bottom));
  }

  /** The first offset of which the line is not above the view. */
  firstInView(): CodePoint {
    const { paragraphs } = this.#rows.table;
    const { top } = this.#viewport.bounds;
    const isBelow = (element: Element): boolean => element.getBoundingClientRect().bottom > top;
    const { blocks } = this.#rows;
    // To ask for a row in a block that is skipped would lay out the block.
    const block = at(
      blocks,
      firstWhere(0, blocks.length - 1, (index) => isBelow(at(blocks, index).element)),
    );
    const row = firstWhere(block.first, block.last, (index) => isBelow(this.#rows.element(index)));
    const start = paragraphs.start(row);
    const end = paragraphs.end(row);
    if (start === end) return start;
    return codePoint(
      firstWhere(start, end - 1, (offset) => {
        const box = this.#boxOf({ start: codePoint(offset), end: codePoint(offset + 1) });
        return box === null || box.bottom > top;
      }),
    );
  }

  /** The box of the first line of `span`; of its row where nothing of it shows. */
  #boxOf(span: Span): DOMRect | null {
    const [box] = rangeOf(this.#rows, span).getClientRects();
    return box ?? this.#rows.element(this.#rows.table.point(span.start, "start").row).getBoundingClientRect();
  }

  #repeat(span: Span, scroll: (box: DOMRect) => void): void {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const before = this.#viewport.element.scrollTop;
      const box = this.#boxOf(span);
      if (box !== null) scroll(box);
      if (this.#viewport.element.scrollTop === before) return;
    }
  }
}

/** The first of low…high for which `holds`, when it holds for all after it too; high if it never does. */
function firstWhere(low: number, high: number, holds: (index: number) => boolean): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}
