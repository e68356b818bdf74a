import { pairsOf, unitsOf, type MeasuredDocument } from "./document";
import { countBy, type Counts } from "./tally";
import { tallyPairs, type PairTally } from "./pair-tally";

/** The numbers that stand beside every coefficient; a tally like any other. */
export type CountTally = {
  /** Documents that at least two completed. */
  readonly documents: number;
  /** Of those, how many each annotator completed, and how many of these with nothing. */
  readonly completed: Counts;
  readonly empty: Counts;
  /** Units by annotator and label. */
  readonly units: { readonly [annotator: string]: Counts };
  /** Documents that both of a pair completed. */
  readonly shared: PairTally<number>;
};

export const NOTHING_COUNTED: CountTally = { documents: 0, completed: {}, empty: {}, units: {}, shared: {} };

/** What the document adds to the counts: nothing, unless two annotators completed it. */
export function countDocument(document: MeasuredDocument, labels: readonly string[] | null): CountTally {
  if (pairsOf(document).length === 0) return NOTHING_COUNTED;
  const sets = [...document.sets].map(([annotator, set]) => [annotator, unitsOf(set, labels)] as const);
  return {
    documents: 1,
    completed: countBy(sets.map(([annotator]) => [annotator, 1])),
    empty: countBy(sets.map(([annotator, units]) => [annotator, units.length === 0 ? 1 : 0])),
    units: Object.fromEntries(
      sets.map(([annotator, units]) => [annotator, countBy(units.map(({ label }) => [label, 1]))]),
    ),
    shared: tallyPairs(document, () => 1),
  };
}
