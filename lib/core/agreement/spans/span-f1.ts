import { groupBy } from "../../group-by";
import { meanOf, undefinedBecause, type Coefficient } from "../coefficient";
import { unitsOf, type SetPair, type Unit } from "../document";
import { matchUnits, type Criterion } from "../matching/match-units";
import type { Figure, Measure } from "../measure";
import { listPairs, pairFigures, tallyPairs, type PairOf, type PairTally } from "../pair-tally";
import { keysOf, sumTallies } from "../tally";
import { own } from "../../own";
import { f1Of, NO_MATCHES, precisionOf, recallOf, type MatchCounts } from "./match-counts";

type LabelMatches = { readonly [label: string]: MatchCounts };
export type SpanF1Tally = { readonly pairs: PairTally<{ readonly labels: LabelMatches }> };

/**
 * F1 of spans, 2|M| / (|A| + |B|), over the best one-to-one matching M of two annotators' units (Hripcsak &
 * Rothschild 2005, JAMIA 12(3), 296–298: it is positive specific agreement, and what κ tends to as true negatives grow,
 * so that no negatives have to be invented for spans of free text). Counts are pooled over the documents that both
 * completed; of more than two annotators it is the mean over pairs.
 *
 * Figures: `f1`, `precision` and `recall` (the first annotator of a pair taken for the truth) for all labels together
 * and for each, and `macro`, the mean of the labels' F1.
 */
export function spanF1(criterion: Criterion, labels: readonly string[] | null = null): Measure<SpanF1Tally> {
  return {
    accepts: { annotators: { min: 2, max: null }, overlaps: "counted", needs: ["units"] },
    source: "Hripcsak & Rothschild 2005",
    nothing: { pairs: {} },
    tally: (document) => ({
      pairs: tallyPairs(document, (pair) => ({ labels: countMatches(pair, criterion, labels) })),
    }),
    figures: ({ pairs }) => {
      const list = listPairs(pairs);
      const all = list.map(({ annotators, tally }) => ({ annotators, tally: inAll(tally.labels) }));
      const figures = figuresOf(null, all);
      if (!criterion.labelled) return figures;
      return [
        ...figures,
        ...pairFigures("macro", null, list, ({ labels: counts }) => macroOf(counts)),
        ...keysOf(...list.map(({ tally }) => tally.labels)).flatMap((label) =>
          figuresOf(
            label,
            list.map(({ annotators, tally }) => ({
              annotators,
              tally: own(tally.labels, label) ?? NO_MATCHES,
            })),
          ),
        ),
      ];
    },
  };
}

function figuresOf(label: string | null, pairs: readonly PairOf<MatchCounts>[]): readonly Figure[] {
  return [
    ...pairFigures("f1", label, pairs, f1Of),
    ...pairFigures("precision", label, pairs, precisionOf),
    ...pairFigures("recall", label, pairs, recallOf),
  ];
}

/** The mean of the labels that at least one of the two used. */
function macroOf(labels: LabelMatches): Coefficient {
  const present = Object.values(labels).filter(({ a, b }) => a + b > 0);
  return present.length === 0 ? undefinedBecause("no_units") : meanOf(present.map(f1Of));
}

function inAll(labels: LabelMatches): MatchCounts {
  return sumTallies(Object.values(labels), NO_MATCHES);
}

/** Matches and units of each label that either annotator used; what is not told apart by label counts under "". */
function countMatches(
  { ofA, ofB }: SetPair,
  criterion: Criterion,
  labels: readonly string[] | null,
): LabelMatches {
  const keyOf = ({ label }: Unit): string => (criterion.labelled ? label : "");
  const a = groupBy(unitsOf(ofA, labels), keyOf);
  const b = groupBy(unitsOf(ofB, labels), keyOf);
  return Object.fromEntries(
    [...new Set([...a.keys(), ...b.keys()])].map((key) => {
      const [some, others] = [a.get(key) ?? [], b.get(key) ?? []];
      const matched = matchUnits(some, others, criterion).length;
      return [key, { matched, a: some.length, b: others.length }];
    }),
  );
}
