import type { Coefficient } from "../coefficient";
import { beyondChance, type Confusion } from "./confusion";
import { pairCoefficient } from "./pair-coefficient";

/**
 * κ = (po − pe) / (1 − pe), chance from each annotator's own distribution: pe = Σ p1(c)·p2(c) (Cohen 1960, Educational
 * and Psychological Measurement 20(1), 37–46). Of more than two annotators the mean over pairs (Light 1971).
 */
export const cohenKappa = pairCoefficient("kappa", "Cohen 1960", kappaOf);

export function kappaOf(confusion: Confusion): Coefficient {
  return beyondChance(confusion, (first, second) => first * second);
}
