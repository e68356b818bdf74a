import { byLabel, unitsOf, type Unit } from "../document";
import type { Measure } from "../measure";
import { listPairs, pairFigures, tallyPairs, type PairTally } from "../pair-tally";
import { keysOf, sumTallies } from "../tally";
import { own } from "../../own";
import { coveredRuns, type Run } from "./covered-runs";
import { f1Of, NO_MATCHES, type MatchCounts } from "./match-counts";

/** Characters in place of units: `matched` are those that both cover. */
export type CharDiceTally = {
  readonly pairs: PairTally<{ readonly labels: Readonly<Record<string, MatchCounts>> }>;
};

/**
 * Dice's coefficient (Dice 1945) of the characters that two annotators cover with a label: 2·Σ|A ∩ B| / Σ(|A| + |B|),
 * summed over labels and documents. Tolerant of borders; long spans weigh more. Units of one label that lie upon each
 * other cover their characters once.
 */
export function charDice(labels: readonly string[] | null = null): Measure<CharDiceTally> {
  return {
    accepts: { annotators: { min: 2, max: null }, overlaps: "covered", needs: ["units"] },
    source: "Dice 1945",
    nothing: { pairs: {} },
    tally: (document) => ({
      pairs: tallyPairs(document, ({ ofA, ofB }) => {
        const [a, b] = [byLabel(unitsOf(ofA, labels)), byLabel(unitsOf(ofB, labels))];
        const used = new Set([...a.keys(), ...b.keys()]);
        return {
          labels: Object.fromEntries(
            [...used].map((label) => [label, charactersOf(a.get(label) ?? [], b.get(label) ?? [])]),
          ),
        };
      }),
    }),
    figures: ({ pairs }) => {
      const list = listPairs(pairs);
      return [
        ...pairFigures("dice", null, list, (tally) =>
          f1Of(sumTallies(Object.values(tally.labels), NO_MATCHES)),
        ),
        ...keysOf(...list.map(({ tally }) => tally.labels)).flatMap((label) =>
          pairFigures("dice", label, list, (tally) => f1Of(own(tally.labels, label) ?? NO_MATCHES)),
        ),
      ];
    },
  };
}

function charactersOf(a: readonly Unit[], b: readonly Unit[]): MatchCounts {
  const [ofA, ofB] = [coveredRuns(a), coveredRuns(b)];
  return { matched: sharedLength(ofA, ofB), a: lengthOf(ofA), b: lengthOf(ofB) };
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** What two lists of runs have in common: one step along either at a time. */
function sharedLength(a: readonly Run[], b: readonly Run[]): number {
  let [shared, i, j] = [0, 0, 0];
  for (;;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return shared;
    shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    if (one.end <= other.end) i += 1;
    else j += 1;
  }
}
