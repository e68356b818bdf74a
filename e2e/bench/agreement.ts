import { bootstrapSteps, DEFAULT_BOOTSTRAP } from "@/lib/core/agreement/bootstrap";
import type { CompletedSet, MeasuredDocument, Unit } from "@/lib/core/agreement/document";
import type { Measure } from "@/lib/core/agreement/measure";
import { DEFAULT_QUESTION, MEASURES } from "@/lib/core/agreement/measures";
import { randomOf, type Random } from "@/lib/core/agreement/random";
import type { Figure } from "./figure";

const SMALL = 1_000;
const LARGE = 10_000;
const ANNOTATORS = ["ana", "ben", "cem"];
const SPANS = 30;
const LABELS = ["claim", "actor", "stance"];
const LENGTH = 6_000;

const QUESTION = { ...DEFAULT_QUESTION, labels: LABELS };
const MEASURED = {
  "F1, exact": () => MEASURES["span-f1-exact"].of(QUESTION),
  "F1, IoU 0.5": () => MEASURES["span-f1-overlap"].of(QUESTION),
  "α over characters": () => MEASURES["position-alpha"].of(QUESTION),
  uα: () => MEASURES["u-alpha"].of({ ...QUESTION, labels: ["claim"] }),
} as const satisfies Record<string, () => Measure>;

/**
 * Agreement of three annotators with thirty spans each, with 2,000 bootstrap replicates: ten times the documents must
 * take ten times as long. Also what somebody else waits for at most while it runs: the longest step between two pauses.
 */
export function benchAgreement(): readonly Figure[] {
  const small = documents(SMALL);
  const large = documents(LARGE);
  return Object.entries(MEASURED).flatMap(([name, measureOf]) => {
    const measure: Measure = measureOf();
    timesOf(measure, small.slice(0, 100));
    const baseline = timesOf(measure, small);
    const ours = timesOf(measure, large);
    return [
      {
        what: `${name}, tallies of 10,000 documents against 1,000`,
        ours: ours.tallies,
        baseline: baseline.tallies,
        unit: "ms",
        aim: "at most 12×",
      },
      {
        what: `${name}, 2,000 replicates, the same`,
        ours: ours.bootstrap,
        baseline: baseline.bootstrap,
        unit: "ms",
        aim: "at most 12×",
      },
      {
        what: `${name}, longest step at 10,000`,
        ours: ours.longestStep,
        baseline: null,
        unit: "ms",
        aim: "at most 50 ms",
      },
    ];
  });
}

function timesOf(
  measure: Measure,
  all: readonly MeasuredDocument[],
): { readonly tallies: number; readonly bootstrap: number; readonly longestStep: number } {
  const started = performance.now();
  const tallies = all.map((document) => measure.tally(document));
  const tallied = performance.now();
  const steps = bootstrapSteps(
    tallies,
    measure.nothing,
    (total) => measure.figures(total),
    DEFAULT_BOOTSTRAP,
  );
  let [longestStep, before] = [0, performance.now()];
  while (steps.next().done !== true) {
    const now = performance.now();
    longestStep = Math.max(longestStep, now - before);
    before = now;
  }
  return { tallies: tallied - started, bootstrap: performance.now() - tallied, longestStep };
}

/** Texts in which annotators mark the same things, mostly: some are overlooked, some borders lie elsewhere. */
function documents(count: number): readonly MeasuredDocument[] {
  const random = randomOf(7, "bench");
  return Array.from({ length: count }, (_, index) => {
    const truth = Array.from({ length: SPANS }, (__, place) => unitNear((place * LENGTH) / SPANS, random));
    const sets = ANNOTATORS.map((annotator): [string, CompletedSet] => [
      annotator,
      { units: truth.map((unit) => seenBy(unit, random)) },
    ]);
    return { id: String(index), length: LENGTH + 200, sets: new Map(sets) };
  });
}

function unitNear(start: number, random: Random): Unit {
  const place = start + random.below(100);
  return {
    start: place,
    end: place + 10 + random.below(90),
    label: LABELS[random.below(LABELS.length)] ?? "",
  };
}

function seenBy(unit: Unit, random: Random): Unit {
  if (random.below(5) === 0) return unitNear(Math.max(0, unit.start - 50), random);
  return { ...unit, end: unit.end + random.below(3) };
}
