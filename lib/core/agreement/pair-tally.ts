import { groupBy } from "../group-by";
import { meanOf, type Coefficient } from "./coefficient";
import type { MeasuredDocument, SetPair } from "./document";
import { pairsOf } from "./document";
import type { Figure } from "./measure";
import { keysOf, type Tally } from "./tally";
import { own } from "../own";

/** A tally for each pair of annotators, the first name before the second. */
export type PairTally<T extends Tally> = { readonly [a: string]: { readonly [b: string]: T } };

/** What `tallyOf` says of each pair that completed the document. */
export function tallyPairs<T extends Tally>(
  document: MeasuredDocument,
  tallyOf: (pair: SetPair) => T,
): PairTally<T> {
  const byFirst = groupBy(pairsOf(document), ({ a }) => a);
  return Object.fromEntries(
    [...byFirst].map(([a, pairs]) => [a, Object.fromEntries(pairs.map((pair) => [pair.b, tallyOf(pair)]))]),
  );
}

export interface PairOf<T> {
  readonly annotators: readonly [string, string];
  readonly tally: T;
}

/** The pairs in the order of their names. */
export function listPairs<T extends Tally>(pairs: PairTally<T>): readonly PairOf<T>[] {
  return keysOf(pairs).flatMap((a) => {
    const ofA = own(pairs, a) ?? {};
    return keysOf(ofA).flatMap((b) => {
      const tally = own(ofA, b);
      return tally === undefined ? [] : [{ annotators: [a, b] as const, tally }];
    });
  });
}

/**
 * One figure for each pair, and before them their mean: each pair weighs the same, however much it shares. Pairs
 * without a value do not enter it. With no pair at all the mean is undefined, `single_annotator`.
 */
export function pairFigures<T extends Tally>(
  name: string,
  label: string | null,
  pairs: readonly PairOf<T>[],
  coefficientOf: (tally: T) => Coefficient,
): readonly Figure[] {
  const ofPairs = pairs.map(({ annotators, tally }): Figure => ({
    name,
    label,
    annotators,
    coefficient: coefficientOf(tally),
  }));
  const mean = meanOf(ofPairs.map(({ coefficient }) => coefficient));
  return [{ name, label, annotators: null, coefficient: mean }, ...ofPairs];
}
