import { groupBy } from "../../group-by";
import { oneMinus, undefinedBecause, type Coefficient } from "../coefficient";
import { countBy, keysOf, sumTallies, type Counts } from "../tally";
import { own } from "../../own";
import type { CodingCoefficient } from "./coding-coefficient";
import { votesOf, type Item } from "./item";

/** Items coded by all of one panel. For each category the sum of its votes and of their squares. */
export type FleissCounts = { readonly items: number; readonly votes: Counts; readonly squares: Counts };
export type FleissTally = { readonly [panel: string]: FleissCounts };

/**
 * κ of a fixed number n of annotators for each item: P_i = (Σ_j n_ij² − n) / (n(n−1)), pe = Σ_j p_j² (Fleiss 1971,
 * Psychological Bulletin 76(5), 378–382). It holds only for items that the same annotators coded, so that each panel has
 * a value of its own; where panels differ, α is the measure. `annotators` of a value are the panel.
 */
export const fleissKappa: CodingCoefficient<FleissTally> = {
  name: "fleiss",
  source: "Fleiss 1971",
  annotators: { min: 2, max: null },
  nothing: {},
  tally: (items) => {
    const panels = groupBy(items, ({ categories }) => JSON.stringify([...categories.keys()].sort()));
    return Object.fromEntries([...panels].map(([panel, coded]) => [panel, countVotes(coded)]));
  },
  values: (total) => {
    const panels = keysOf(total).flatMap((panel) => {
      const counts = own(total, panel);
      const annotators = JSON.parse(panel) as readonly string[];
      return counts === undefined || annotators.length < 2
        ? []
        : [{ annotators, coefficient: fleissKappaOf(counts, annotators.length) }];
    });
    if (panels.length > 0) return panels;
    const reason = keysOf(total).length > 0 ? "single_annotator" : "no_units";
    return [{ annotators: null, coefficient: undefinedBecause(reason) }];
  },
};

export function fleissKappaOf({ items, votes, squares }: FleissCounts, raters: number): Coefficient {
  const { observed, expected } = fleissAgreement({ items, votes, squares }, raters);
  if (items === 0) return undefinedBecause("no_units");
  if (Object.values(votes).filter((count) => count > 0).length < 2) return undefinedBecause("no_variation");
  return oneMinus(1 - observed, 1 - expected);
}

/** P̄ and P̄e; both 0 of no items. */
export function fleissAgreement(
  { items, votes, squares }: FleissCounts,
  raters: number,
): { readonly observed: number; readonly expected: number } {
  const cast = Math.max(1, items * raters);
  const sum = (counts: Counts, term: (count: number) => number): number =>
    Object.values(counts).reduce((total, count) => total + term(count), 0);
  return {
    observed:
      sum(squares, (square) => square) === 0 ? 0 : (sum(squares, (x) => x) - cast) / (cast * (raters - 1)),
    expected: sum(votes, (count) => (count / cast) ** 2),
  };
}

/** κ of one category against all others: (P_j − p_j) / (1 − p_j). Fleiss 1971, eq. 9–11. */
export function fleissKappaOfCategory(
  { items, votes, squares }: FleissCounts,
  raters: number,
  category: string,
): Coefficient {
  const cast = items * raters;
  const given = own(votes, category) ?? 0;
  if (given === 0) return undefinedBecause("no_units");
  if (given === cast) return undefinedBecause("no_variation");
  const agreement = ((own(squares, category) ?? 0) - given) / (given * (raters - 1));
  return oneMinus(1 - agreement, 1 - given / cast);
}

function countVotes(items: readonly Item[]): FleissCounts {
  const counted = items.map((item): FleissCounts => {
    const votes = [...votesOf(item)];
    return {
      items: item.weight,
      votes: countBy(votes.map(([category, count]) => [category, item.weight * count])),
      squares: countBy(votes.map(([category, count]) => [category, item.weight * count * count])),
    };
  });
  return sumTallies(counted, { items: 0, votes: {}, squares: {} });
}
