import { at } from "../at";
import { codePoint, type CodePoint } from "../text/offsets";
import type { Paragraphs } from "../text/paragraphs";
import { compare, compareBySize, holds, overlaps, type Span } from "./span";

/** Anything with an id that lies somewhere in the text. */
export interface Spanned extends Span {
  readonly id: string;
}

/** Beyond so many paragraphs an item is kept apart, or a thousand spans over the whole text would fill every bucket. */
const WIDE = 64;

/**
 * The items of one text, found by place: one bucket for each paragraph, an item standing in every one that it
 * reaches. Queries and changes take O(log P + k): P paragraphs, k items in the paragraphs concerned. The index is
 * changed in place; its items are values, and a changed item replaces the one with its id.
 */
export class SpanIndex<T extends Spanned> {
  readonly paragraphs: Paragraphs;
  readonly #items = new Map<string, T>();
  readonly #buckets = new Map<number, T[]>();
  readonly #wide: T[] = [];

  private constructor(paragraphs: Paragraphs) {
    this.paragraphs = paragraphs;
  }

  /** @throws RangeError on an item beyond the end of the text, or on an id given twice; so do `add` and `replace`. */
  static of<T extends Spanned>(paragraphs: Paragraphs, items: Iterable<T>): SpanIndex<T> {
    const index = new SpanIndex<T>(paragraphs);
    for (const item of [...items].sort(inOrder)) index.#put(item, (bucket) => bucket.length);
    return index;
  }

  get size(): number {
    return this.#items.size;
  }

  get(id: string): T | undefined {
    return this.#items.get(id);
  }

  /** All items, in no promised order. */
  values(): IterableIterator<T> {
    return this.#items.values();
  }

  add(item: T): void {
    this.#put(item, (bucket) => placeIn(bucket, item));
  }

  /** Whether there was such an item. */
  remove(id: string): boolean {
    const item = this.#items.get(id);
    if (item === undefined) return false;
    this.#items.delete(id);
    for (const bucket of this.#bucketsOf(this.reach(item))) bucket.splice(placeIn(bucket, item), 1);
    return true;
  }

  /** Puts `item` in the place of the one with its id, if there is one. */
  replace(item: T): void {
    this.reach(item);
    this.remove(item.id);
    this.add(item);
  }

  /** The first and the last paragraph in which `span` has a character, its terminator's included. */
  reach(span: Span): { readonly first: number; readonly last: number } {
    if (!(span.start < span.end)) throw new RangeError(`[${span.start}, ${span.end}) is no span`);
    if (span.end > this.paragraphs.text.length) throw new RangeError(`${span.end} is beyond the text`);
    const first = this.paragraphs.paragraphAt(span.start);
    const isWithin = span.end <= this.paragraphs.endWithTerminator(first);
    return { first, last: isWithin ? first : this.paragraphs.paragraphAt(codePoint(span.end - 1)) };
  }

  /** What has a character in the paragraph, in text order. */
  inParagraph(paragraph: number): readonly T[] {
    const bucket = this.#buckets.get(paragraph) ?? [];
    if (this.#wide.length === 0) return bucket;
    const whole = {
      start: this.paragraphs.start(paragraph),
      end: this.paragraphs.endWithTerminator(paragraph),
    };
    const wide = this.#wide.filter((item) => overlaps(item, whole));
    return wide.length === 0 ? bucket : [...wide, ...bucket].sort(inOrder);
  }

  /** What shares a character with `span`, in text order. */
  overlapping(span: Span): readonly T[] {
    const { first, last } = this.reach(span);
    const found = this.#wide.filter((item) => overlaps(item, span));
    for (let paragraph = first; paragraph <= last; paragraph++) {
      const start = this.paragraphs.start(paragraph);
      for (const item of this.#buckets.get(paragraph) ?? []) {
        const isNew = paragraph === first || item.start >= start;
        if (isNew && overlaps(item, span)) found.push(item);
      }
    }
    return found.sort(inOrder);
  }

  /** What holds the character after `offset`, the smallest first. */
  at(offset: CodePoint): readonly T[] {
    return this.inParagraph(this.paragraphs.paragraphAt(offset))
      .filter((item) => holds(item, offset))
      .sort(compareBySize);
  }

  /**
   * All items once, from `here` on in text order and round at the end; or backwards. `here` is an item, which comes
   * last, or a place: then forward begins with what starts there, and backwards with what starts before it.
   */
  *round(here: Spanned | CodePoint, direction: "forward" | "back"): Generator<T, undefined> {
    const isForward = direction === "forward";
    const pivot = typeof here === "number" ? { id: "", start: here, end: Infinity as CodePoint } : here;
    const own = this.paragraphs.paragraphAt(pivot.start);
    const { count } = this.paragraphs;
    const isAhead = (item: T): boolean => (isForward ? inOrder(item, pivot) > 0 : inOrder(item, pivot) < 0);
    yield* this.#startingIn(own, isForward, isAhead);
    for (let step = 1; step < count; step++) {
      yield* this.#startingIn((own + (isForward ? step : count - step)) % count, isForward, () => true);
    }
    yield* this.#startingIn(own, isForward, (item) => !isAhead(item) && item.id !== pivot.id);
    const itself = this.#items.get(pivot.id);
    if (itself !== undefined) yield itself;
  }

  *#startingIn(
    paragraph: number,
    isForward: boolean,
    isWanted: (item: T) => boolean,
  ): Generator<T, undefined> {
    const start = this.paragraphs.start(paragraph);
    const items = this.inParagraph(paragraph).filter((item) => item.start >= start && isWanted(item));
    yield* isForward ? items : items.toReversed();
  }

  #put(item: T, placeOf: (bucket: readonly T[]) => number): void {
    if (this.#items.has(item.id)) throw new RangeError(`${item.id} is in the index already`);
    const reach = this.reach(item);
    this.#items.set(item.id, item);
    for (const bucket of this.#bucketsOf(reach)) bucket.splice(placeOf(bucket), 0, item);
  }

  #bucketsOf({ first, last }: { readonly first: number; readonly last: number }): readonly T[][] {
    if (last - first >= WIDE) return [this.#wide];
    const buckets: T[][] = [];
    for (let paragraph = first; paragraph <= last; paragraph++) {
      const known = this.#buckets.get(paragraph);
      const bucket = known ?? [];
      if (known === undefined) this.#buckets.set(paragraph, bucket);
      buckets.push(bucket);
    }
    return buckets;
  }
}

/** Text order with ties broken by id, so that every item has one place. */
function inOrder(a: Spanned, b: Spanned): number {
  return compare(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function placeIn<T extends Spanned>(bucket: readonly T[], item: T): number {
  let low = 0;
  let high = bucket.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (inOrder(at(bucket, middle), item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
