import type { Block } from "./row-skipping";
import type { Rows } from "./rows";
import type { Viewport } from "./viewport";

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
  readonly #blocks: ReadonlyMap<Element, Block>;
  readonly #skips: boolean;
  #listener: NearRowsListener | null = null;
  #stop: (() => void) | null = null;

  /** `skips`: the browser skips rows out of view itself (RowSkipping), and says so. */
  constructor(rows: Rows, viewport: Viewport, skips: boolean) {
    this.#rows = rows;
    this.#blocks = new Map(rows.blocks.map((block) => [block.element, block]));
    this.#viewport = viewport;
    this.#skips = skips;
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

  #follow(target: Element, isNear: boolean): void {
    const block = this.#blocks.get(target);
    if (block === undefined) return;
    for (let row = block.first; row <= block.last; row++) {
      if (isNear) this.#enter(row);
      else this.#leave(row);
    }
  }

  #watchIntersection(): () => void {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) this.#follow(target, isIntersecting);
      },
      { root: this.#viewport.isPage ? null : this.#viewport.element, rootMargin: "100% 0px" },
    );
    for (const { element } of this.#rows.blocks) observer.observe(element);
    return () => observer.disconnect();
  }

  #watchSkipping(): () => void {
    const { host } = this.#rows;
    const follow = (event: Event): void => {
      this.#follow(event.target as Element, !(event as ContentVisibilityAutoStateChangeEvent).skipped);
    };
    host.addEventListener("contentvisibilityautostatechange", follow, true);
    return () => {
      host.removeEventListener("contentvisibilityautostatechange", follow, true);
    };
  }
}
