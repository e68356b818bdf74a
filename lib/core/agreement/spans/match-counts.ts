import { defined, ratio, undefinedBecause, type Coefficient } from "../coefficient";

/** Units matched one to one, and how many each side has. */
export type MatchCounts = { readonly matched: number; readonly a: number; readonly b: number };

export const NO_MATCHES: MatchCounts = { matched: 0, a: 0, b: 0 };

/** 2·matched / (a + b): 0 where one side is empty, undefined where both are. */
export function f1Of({ matched, a, b }: MatchCounts): Coefficient {
  return a + b === 0 ? undefinedBecause("no_units") : defined((2 * matched) / (a + b));
}

/** The share of b's units that a has too: a taken for the truth. */
export function precisionOf({ matched, b }: MatchCounts): Coefficient {
  return ratio(matched, b);
}

/** The share of a's units that b has too: a taken for the truth. */
export function recallOf({ matched, a }: MatchCounts): Coefficient {
  return ratio(matched, a);
}
