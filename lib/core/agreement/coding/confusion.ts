import { defined, oneMinus, undefinedBecause, type Coefficient } from "../coefficient";
import { keysOf, sumTallies, type Counts } from "../tally";
import { own } from "../../own";
import type { PairTally } from "../pair-tally";
import type { Item } from "./item";

/** Items by the category that the first annotator gave them, then by the second's. */
export type Confusion = Readonly<Record<string, Counts>>;

/** The confusion of each pair of annotators who coded an item both. */
export function tallyConfusions(items: readonly Item[]): PairTally<Confusion> {
  return sumTallies(
    items.map((item): PairTally<Confusion> => {
      const coded = [...item.categories].sort(([one], [other]) => (one < other ? -1 : 1));
      return Object.fromEntries(
        coded.map(([a, ofA], index) => [
          a,
          Object.fromEntries(
            coded.slice(index + 1).map(([b, ofB]) => [b, { [ofA]: { [ofB]: item.weight } }]),
          ),
        ]),
      );
    }),
    {},
  );
}

/** How often each category was given by the first, and by the second; how many items there are, and how many agree. */
export function marginsOf(confusion: Confusion): {
  readonly categories: readonly string[];
  readonly first: (category: string) => number;
  readonly second: (category: string) => number;
  readonly items: number;
  readonly agreed: number;
} {
  const categories = keysOf(confusion, ...Object.values(confusion));
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let [items, agreed] = [0, 0];
  for (const [row, counts] of Object.entries(confusion)) {
    for (const [column, count] of Object.entries(counts)) {
      first.set(row, (first.get(row) ?? 0) + count);
      second.set(column, (second.get(column) ?? 0) + count);
      items += count;
      if (row === column) agreed += count;
    }
  }
  return {
    categories: categories.filter((category) => (first.get(category) ?? 0) + (second.get(category) ?? 0) > 0),
    first: (category) => first.get(category) ?? 0,
    second: (category) => second.get(category) ?? 0,
    items,
    agreed,
  };
}

/** The share of items that both put into one category. */
export function observedAgreement(confusion: Confusion): Coefficient {
  const { items, agreed } = marginsOf(confusion);
  return items === 0 ? undefinedBecause("no_units") : defined(agreed / items);
}

/**
 * (po − pe) / (1 − pe), where pe = Σ chance(category): what is left of chance's room. Undefined where all is in one
 * category, which is asked of the counts and not of 1 − pe, for rounding may keep that from being 0.
 */
export function beyondChance(
  confusion: Confusion,
  chance: (shareOfFirst: number, shareOfSecond: number) => number,
): Coefficient {
  const { categories, first, second, items, agreed } = marginsOf(confusion);
  if (items === 0) return undefinedBecause("no_units");
  if (categories.length < 2) return undefinedBecause("no_variation");
  const expected = categories.reduce(
    (sum, category) => sum + chance(first(category) / items, second(category) / items),
    0,
  );
  return oneMinus(1 - agreed / items, 1 - expected);
}

/** The confusion as the second would draw it. */
export function transposed(confusion: Confusion): Confusion {
  const rows = keysOf(...Object.values(confusion));
  return Object.fromEntries(
    rows.map((row) => [
      row,
      Object.fromEntries(
        Object.entries(confusion).flatMap(([column, counts]) => {
          const count = own(counts, row);
          return count === undefined ? [] : [[column, count] as const];
        }),
      ),
    ]),
  );
}
