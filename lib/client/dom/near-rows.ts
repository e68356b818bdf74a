import type { Rows } from "./rows";
import type { Viewport } from "./viewport";

/** From so many characters on, rows out of view are skipped by the browser. Below it saves nothing and hides them from screen readers. */
const LONG_TEXT = 300_000;
/** Rows that are taken as near before the browser has said anything, so that the first frame is painted. */
const FIRST_ROWS = 24;

export interface NearRowsListener {
  readonly onEnter: (row: number) => void;
  readonly onLeave: (row: number) => void;
}

/** Knows which rows are within about a screen of what is seen. Only those are painted. */
export class NearRows {
  readonly #rows: Rows;
  readonly #viewport: Viewport;
  readonly #near = new Set<number>();
  readonly #skips: boolean;
  #listener: NearRowsListener | null = null;
  #stop: (() => void) | null = null;

  /** `maySkip` false keeps all text alive, as a screen reader wants it. */
  constructor(rows: Rows, viewport: Viewport, maySkip: boolean) {
    this.#rows = rows;
    this.#viewport = viewport;
    this.#skips = maySkip && rows.table.paragraphs.text.length > LONG_TEXT;
  }

  start(listener: NearRowsListener): void {
    this.#listener = listener;
    for (let row = 0; row < Math.min(FIRST_ROWS, this.#rows.count); row++) this.#enter(row);
    this.#stop = this.#skips ? this.#watchSkipping() : this.#watchIntersection();
  }

  has(row: number): boolean {
    return this.#near.has(row);
  }

  [Symbol.iterator](): IterableIterator<number> {
    return this.#near.values();
  }

  stop(): void {
    this.#stop?.();
    this.#listener = null;
  }

  #enter(row: number): void {
    if (this.#near.has(row)) return;
    this.#near.add(row);
    this.#listener?.onEnter(row);
  }

  #leave(row: number): void {
    if (this.#near.delete(row)) this.#listener?.onLeave(row);
  }

  #watchIntersection(): () => void {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const row = this.#rows.rowOf(entry.target);
          if (row === null) continue;
          if (entry.isIntersecting) this.#enter(row);
          else this.#leave(row);
        }
      },
      { root: this.#viewport.isPage ? null : this.#viewport.element, rootMargin: "100% 0px" },
    );
    for (let row = 0; row < this.#rows.count; row++) observer.observe(this.#rows.element(row));
    return () => observer.disconnect();
  }

  #watchSkipping(): () => void {
    const { host } = this.#rows;
    const follow = (event: Event): void => {
      const row = this.#rows.rowOf(event.target as Node);
      if (row === null) return;
      if ((event as ContentVisibilityAutoStateChangeEvent).skipped) this.#leave(row);
      else this.#enter(row);
    };
    estimateHeights(this.#rows);
    host.dataset.long = "";
    host.addEventListener("contentvisibilityautostatechange", follow, true);
    return () => {
      host.removeEventListener("contentvisibilityautostatechange", follow, true);
      delete host.dataset.long;
      for (let row = 0; row < this.#rows.count; row++)
        this.#rows.element(row).style.removeProperty("contain-intrinsic-block-size");
    };
  }
}

/** Tells the browser how high each row will about be, or the scrollbar would jump at every step. */
function estimateHeights(rows: Rows): void {
  const style = getComputedStyle(rows.host);
  const fontSize = parseFloat(style.fontSize);
  const lineHeight = parseFloat(style.lineHeight) || fontSize * 1.95;
  const charactersPerLine = Math.max(10, rows.host.clientWidth / (fontSize * AVERAGE_CHARACTER));
  for (let row = 0; row < rows.count; row++) {
    const lines = Math.max(
      rows.table.length(row) === 0 ? 0.5 : 1,
      Math.ceil(rows.table.length(row) / charactersPerLine),
    );
    rows
      .element(row)
      .style.setProperty("contain-intrinsic-block-size", `auto ${Math.round(lines * lineHeight)}px`);
  }
}

/** The width of an average character of running text, in ems of a book face. */
const AVERAGE_CHARACTER = 0.46;
