import { oneMinus, undefinedBecause, type Coefficient } from "../coefficient";
import { countBy, sumTallies, type Counts } from "../tally";
import type { CodingCoefficient } from "./coding-coefficient";
import { votesOf, type Item } from "./item";

/** `agreement` sums, over the items that at least two coded, the share of pairs of annotators that agree. */
export type Ac1Tally = {
  readonly items: number;
  readonly compared: number;
  readonly agreement: number;
  /** For each category the sum over items of the share of annotators that chose it. */
  readonly shares: Counts;
};

/**
 * AC1 = (pa − pe) / (1 − pe), pe = Σ π_c(1 − π_c) / (q − 1) over the q categories that occur (Gwet 2008, British
 * Journal of Mathematical and Statistical Psychology 61, 29–48; missing values as in his irrCAC). It does not sink when
 * one category is common, as κ does.
 */
export const gwetAc1: CodingCoefficient<Ac1Tally> = {
  name: "ac1",
  source: "Gwet 2008",
  annotators: { min: 2, max: null },
  nothing: { items: 0, compared: 0, agreement: 0, shares: {} },
  tally: (items) => sumTallies(items.map(tallyItem), gwetAc1.nothing),
  values: (total) => [{ annotators: null, coefficient: ac1Of(total) }],
};

export function ac1Of(tally: Ac1Tally): Coefficient {
  if (tally.compared === 0) return undefinedBecause(tally.items > 0 ? "single_annotator" : "no_units");
  if (Object.values(tally.shares).filter((share) => share > 0).length < 2)
    return undefinedBecause("no_variation");
  return oneMinus(1 - tally.agreement / tally.compared, 1 - ac1Chance(tally));
}

/** pe, of at least two categories. */
export function ac1Chance({ items, shares }: Ac1Tally): number {
  const prevalences = Object.values(shares).filter((share) => share > 0);
  const chance = prevalences.reduce((sum, share) => sum + (share / items) * (1 - share / items), 0);
  return chance / (prevalences.length - 1);
}

function tallyItem(item: Item): Ac1Tally {
  const coded = item.categories.size;
  if (coded === 0) return gwetAc1.nothing;
  const votes = [...votesOf(item)];
  const agreeing = votes.reduce((sum, [, count]) => sum + count * (count - 1), 0);
  return {
    items: item.weight,
    compared: coded < 2 ? 0 : item.weight,
    agreement: coded < 2 ? 0 : (item.weight * agreeing) / (coded * (coded - 1)),
    shares: countBy(votes.map(([category, count]) => [category, (item.weight * count) / coded])),
  };
}
