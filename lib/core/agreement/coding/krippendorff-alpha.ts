import { oneMinus, undefinedBecause, type Coefficient } from "../coefficient";
import { keysOf, sumTallies, type Counts } from "../tally";
import { own } from "../../own";
import type { CodingCoefficient } from "./coding-coefficient";
import { votesOf, type Item } from "./item";

/** What the categories are: names, ranks, or numbers with or without a true zero. */
export type Level =
  | { readonly level: "nominal" }
  /** `order` names the ranks from low to high; without it, categories are numbers and rank as such. */
  | { readonly level: "ordinal"; readonly order: readonly string[] | null }
  | { readonly level: "interval" }
  | { readonly level: "ratio" };

/** `alone` counts the items that only one annotator coded, which pair with nothing. */
export type AlphaTally = {
  readonly coincidences: Readonly<Record<string, Counts>>;
  readonly alone: number;
};

/**
 * α = 1 − Do/De over any number of annotators, with missing values (Krippendorff 2011, "Computing Krippendorff's
 * Alpha-Reliability"; Content Analysis ch. 12). An item coded m_u >= 2 times adds n_uc(n_uk − [c=k]) / (m_u − 1) to the
 * coincidence of c and k.
 */
export function krippendorffAlpha(level: Level = { level: "nominal" }): CodingCoefficient<AlphaTally> {
  return {
    name: "alpha",
    source: "Krippendorff 2011",
    annotators: { min: 2, max: null },
    nothing: { coincidences: {}, alone: 0 },
    tally: tallyCoincidences,
    values: (total) => [{ annotators: null, coefficient: alphaOf(total, level) }],
  };
}

/** @throws RangeError where the level wants numbers and a category is none, or is below 0 on a ratio scale. */
export function alphaOf(tally: AlphaTally, level: Level): Coefficient {
  const { observed, expected, pairable, categories } = disagreements(tally, level);
  if (pairable === 0) return undefinedBecause(tally.alone > 0 ? "single_annotator" : "no_units");
  if (categories < 2) return undefinedBecause("no_variation");
  return oneMinus(observed, expected);
}

/** Do and De, with how many values could be paired and in how many categories they are. */
export function disagreements(
  { coincidences }: AlphaTally,
  level: Level,
): {
  readonly observed: number;
  readonly expected: number;
  readonly pairable: number;
  readonly categories: number;
} {
  const sums = keysOf(coincidences).map((category) => {
    const row = Object.values(own(coincidences, category) ?? {});
    return [category, row.reduce((sum, count) => sum + count, 0)] as const;
  });
  const margins = new Map(sums.filter(([, sum]) => sum > 0));
  const pairable = [...margins.values()].reduce((sum, margin) => sum + margin, 0);
  const distance = distanceOf(level, margins);
  let [observed, expected] = [0, 0];
  for (const [c, ofC] of margins) {
    for (const [k, ofK] of margins) {
      if (c === k) continue;
      const apart = distance(c, k);
      observed += (own(own(coincidences, c) ?? {}, k) ?? 0) * apart;
      expected += ofC * ofK * apart;
    }
  }
  return {
    observed: pairable === 0 ? 0 : observed / pairable,
    expected: pairable < 2 ? 0 : expected / (pairable * (pairable - 1)),
    pairable,
    categories: margins.size,
  };
}

export function tallyCoincidences(items: readonly Item[]): AlphaTally {
  const tallies = items.map((item): AlphaTally => {
    const coded = item.categories.size;
    if (coded < 2) return { coincidences: {}, alone: coded * item.weight };
    const votes = [...votesOf(item)];
    return {
      coincidences: Object.fromEntries(
        votes.map(([c, ofC]) => [
          c,
          Object.fromEntries(
            votes.map(([k, ofK]) => [k, (item.weight * ofC * (ofK - (c === k ? 1 : 0))) / (coded - 1)]),
          ),
        ]),
      ),
      alone: 0,
    };
  });
  return sumTallies(tallies, { coincidences: {}, alone: 0 });
}

/** δ² of two different categories. */
function distanceOf(level: Level, margins: ReadonlyMap<string, number>): (c: string, k: string) => number {
  switch (level.level) {
    case "nominal":
      return () => 1;
    case "interval":
      return (c, k) => (numberOf(c) - numberOf(k)) ** 2;
    case "ratio":
      return (c, k) => {
        const [one, other] = [numberOf(c), numberOf(k)];
        if (one < 0 || other < 0) throw new RangeError(`a ratio scale has no ${Math.min(one, other)}`);
        return ((one - other) / (one + other)) ** 2;
      };
    case "ordinal":
      return ordinalDistance(level.order, margins);
  }
}

/** (Σ of the margins from c to k − half of both ends)²: how many values lie between, as far as values go. */
function ordinalDistance(
  order: readonly string[] | null,
  margins: ReadonlyMap<string, number>,
): (c: string, k: string) => number {
  const ranked = (order ?? [...margins.keys()].sort((a, b) => numberOf(a) - numberOf(b))).filter((category) =>
    margins.has(category),
  );
  const unranked = [...margins.keys()].find((category) => !ranked.includes(category));
  if (unranked !== undefined) throw new RangeError(`${unranked} has no rank`);
  const middles = new Map<string, number>();
  let below = 0;
  for (const category of ranked) {
    const margin = margins.get(category) ?? 0;
    middles.set(category, below + margin / 2);
    below += margin;
  }
  return (c, k) => ((middles.get(c) ?? 0) - (middles.get(k) ?? 0)) ** 2;
}

function numberOf(category: string): number {
  const number = Number(category);
  if (category === "" || !Number.isFinite(number)) throw new RangeError(`${category} is no number`);
  return number;
}
