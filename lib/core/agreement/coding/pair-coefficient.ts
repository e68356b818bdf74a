import type { Coefficient } from "../coefficient";
import { listPairs, pairFigures, type PairTally } from "../pair-tally";
import type { CodingCoefficient } from "./coding-coefficient";
import { tallyConfusions, type Confusion } from "./confusion";

/** A coefficient of two annotators, made one of many: the mean over pairs, and each pair. */
export function pairCoefficient(
  name: string,
  source: string,
  coefficientOf: (confusion: Confusion) => Coefficient,
): CodingCoefficient<PairTally<Confusion>> {
  return {
    name,
    source,
    annotators: { min: 2, max: null },
    nothing: {},
    tally: tallyConfusions,
    values: (total) => pairFigures(name, null, listPairs(total), coefficientOf),
  };
}
