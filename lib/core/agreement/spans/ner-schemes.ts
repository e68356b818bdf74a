import { defined, ratio, type Coefficient } from "../coefficient";
import { inTextOrder, type Unit } from "../document";

/** What became of the predicted units, and of the true ones that none was found for. */
export type SchemeCounts = {
  readonly correct: number;
  readonly incorrect: number;
  readonly partial: number;
  readonly missed: number;
  readonly spurious: number;
};
export const NER_SCHEMES = ["strict", "exact", "partial", "ent_type"] as const;
export type NerScheme = (typeof NER_SCHEMES)[number];

/** So much of a true unit has to be covered for two units to be about the same thing. */
const LEAST_OVERLAP = 0.01;

/**
 * The four schemes in which named-entity work reports results: MUC's and SemEval-2013's, as nervaluate counts them
 * (strict: borders and label; exact: borders; partial: borders, a mere overlap counts half; ent_type: label, with any
 * overlap). It goes through the predictions in text order and takes for each the first that fits, so it is greedy and
 * depends on which side is called true. It stands in exports because others print it; our own measure is `spanF1`.
 */
export function nerSchemes(
  truth: readonly Unit[],
  predicted: readonly Unit[],
): Readonly<Record<NerScheme, SchemeCounts>> {
  const [gold, guesses] = [inTextOrder(truth), inTextOrder(predicted)];
  return {
    strict: count(gold, guesses, (one, other) =>
      sameBorders(one, other) && one.label === other.label ? "correct" : "incorrect",
    ),
    exact: count(gold, guesses, (one, other) => (sameBorders(one, other) ? "correct" : "incorrect")),
    partial: count(gold, guesses, (one, other) => (sameBorders(one, other) ? "correct" : "partial")),
    ent_type: count(gold, guesses, (one, other) => (one.label === other.label ? "correct" : "incorrect")),
  };
}

/** Precision, recall and F1 of counts; half of what is partly right counts as right. */
export function schemeScores({ correct, incorrect, partial, missed, spurious }: SchemeCounts): {
  readonly precision: Coefficient;
  readonly recall: Coefficient;
  readonly f1: Coefficient;
} {
  const right = correct + partial / 2;
  const predicted = correct + incorrect + partial + spurious;
  const possible = correct + incorrect + partial + missed;
  const f1 = predicted + possible === 0 ? ratio(0, 0) : defined((2 * right) / (predicted + possible));
  return { precision: ratio(right, predicted), recall: ratio(right, possible), f1 };
}

type Verdict = "correct" | "incorrect" | "partial";

/** For each prediction the free true unit that makes it correct, the nearest first; else the first that it overlaps. */
function count(
  truth: readonly Unit[],
  predicted: readonly Unit[],
  judge: (truth: Unit, predicted: Unit) => Verdict,
): SchemeCounts {
  const free = new Set(truth);
  const counts = { correct: 0, incorrect: 0, partial: 0, missed: 0, spurious: 0 };
  for (const guess of predicted) {
    const near = [...free].filter((unit) => coveredShare(unit, guess) >= LEAST_OVERLAP);
    const correct = near
      .filter((unit) => judge(unit, guess) === "correct")
      .sort((one, other) => borderDistance(one, guess) - borderDistance(other, guess))[0];
    const taken = correct ?? near[0];
    if (taken === undefined) {
      counts.spurious += 1;
      continue;
    }
    free.delete(taken);
    counts[judge(taken, guess)] += 1;
  }
  return { ...counts, missed: free.size };
}

function sameBorders(a: Unit, b: Unit): boolean {
  return a.start === b.start && a.end === b.end;
}

function coveredShare(truth: Unit, guess: Unit): number {
  return (
    Math.max(0, Math.min(truth.end, guess.end) - Math.max(truth.start, guess.start)) /
    (truth.end - truth.start)
  );
}

function borderDistance(a: Unit, b: Unit): number {
  return Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
}
