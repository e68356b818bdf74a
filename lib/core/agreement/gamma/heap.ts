import { at } from "../../at";

/** A binary heap: the least element by `compare` comes out first. */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #compare: (a: T, b: T) => number;

  constructor(compare: (a: T, b: T) => number) {
    this.#compare = compare;
  }

  push(item: T): void {
    const items = this.#items;
    let place = items.push(item) - 1;
    while (place > 0) {
      const parent = (place - 1) >>> 1;
      if (this.#compare(at(items, parent), item) <= 0) break;
      items[place] = at(items, parent);
      place = parent;
    }
    items[place] = item;
  }

  /** The least element, or null if there is none. */
  pop(): T | null {
    const items = this.#items;
    const least = items[0];
    const last = items.pop();
    if (least === undefined || last === undefined) return null;
    if (items.length === 0) return least;
    let place = 0;
    for (;;) {
      let child = 2 * place + 1;
      if (child >= items.length) break;
      if (child + 1 < items.length && this.#compare(at(items, child + 1), at(items, child)) < 0) child += 1;
      if (this.#compare(last, at(items, child)) <= 0) break;
      items[place] = at(items, child);
      place = child;
    }
    items[place] = last;
    return least;
  }
}
