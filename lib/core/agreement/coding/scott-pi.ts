import type { Coefficient } from "../coefficient";
import { beyondChance, type Confusion } from "./confusion";
import { pairCoefficient } from "./pair-coefficient";

/**
 * π = (po − pe) / (1 − pe), chance from one distribution for both: pe = Σ ((p1(c) + p2(c)) / 2)² (Scott 1955, Public
 * Opinion Quarterly 19(3), 321–325). Of more than two annotators the mean over pairs.
 */
export const scottPi = pairCoefficient("pi", "Scott 1955", piOf);

export function piOf(confusion: Confusion): Coefficient {
  return beyondChance(confusion, (first, second) => ((first + second) / 2) ** 2);
}
