import { kappaOf } from "../coding/cohen-kappa";
import { observedAgreement, type Confusion } from "../coding/confusion";
import { unitsOf, type SetPair } from "../document";
import { matchUnits, type Criterion } from "../matching/match-units";
import type { Measure } from "../measure";
import { listPairs, pairFigures, tallyPairs, type PairTally } from "../pair-tally";
import { sumTallies } from "../tally";
import { at } from "../../at";

/** Spans by the label that the first annotator gave and the second's; `UNMATCHED` where one has no such span. */
export type LabelConfusionTally = { readonly pairs: PairTally<Confusion> };

/** Stands for "no span there". Labels are never empty. */
export const UNMATCHED = "";

/**
 * Which labels are taken for which, on spans matched without regard to their labels; what only one annotator marked
 * stands against `UNMATCHED`. The table itself is `tally`. Figures: `percent` and `kappa` of the labels of matched spans,
 * the mean over pairs and each pair: whether people agree what a span is, once they agree that there is one.
 */
export function labelConfusion(
  borders: Omit<Extract<Criterion, { borders: "overlap" }>, "labelled">,
  labels: readonly string[] | null = null,
): Measure<LabelConfusionTally> {
  return {
    accepts: { annotators: { min: 2, max: null }, overlaps: "counted", needs: ["units"] },
    source: "Cohen 1960",
    nothing: { pairs: {} },
    tally: (document) => ({
      pairs: tallyPairs(document, (pair) => confuse(pair, { ...borders, labelled: false }, labels)),
    }),
    figures: ({ pairs }) => {
      const list = listPairs(pairs);
      return [
        ...pairFigures("percent", null, list, (confusion) => observedAgreement(ofMatched(confusion))),
        ...pairFigures("kappa", null, list, (confusion) => kappaOf(ofMatched(confusion))),
      ];
    },
  };
}

function confuse({ ofA, ofB }: SetPair, criterion: Criterion, labels: readonly string[] | null): Confusion {
  const [a, b] = [unitsOf(ofA, labels), unitsOf(ofB, labels)];
  // Of places that fit equally well, the one with the same label is meant.
  const sameLabel = (one: number, other: number): number => Number(at(a, one).label === at(b, other).label);
  const matches = matchUnits(a, b, criterion, sameLabel);
  const [takenA, takenB] = [
    new Set(matches.map((match) => match.a)),
    new Set(matches.map((match) => match.b)),
  ];
  const cells: Confusion[] = [
    ...matches.map((match) => ({ [at(a, match.a).label]: { [at(b, match.b).label]: 1 } })),
    ...a.flatMap(({ label }, place) => (takenA.has(place) ? [] : [{ [label]: { [UNMATCHED]: 1 } }])),
    ...b.flatMap(({ label }, place) => (takenB.has(place) ? [] : [{ [UNMATCHED]: { [label]: 1 } }])),
  ];
  return sumTallies(cells, {});
}

function ofMatched(confusion: Confusion): Confusion {
  const rows = Object.entries(confusion).filter(([label]) => label !== UNMATCHED);
  return Object.fromEntries(
    rows.map(([label, counts]) => [
      label,
      Object.fromEntries(Object.entries(counts).filter(([other]) => other !== UNMATCHED)),
    ]),
  );
}
