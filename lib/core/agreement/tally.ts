/**
 * What a measure keeps of a document: a tree of numbers that adds up. The tally of two documents is the sum of theirs,
 * a missing number counts as zero, and JSON carries it unharmed, so that it can be stored for each document and the
 * whole be had without reading a text again.
 */
export type Tally = number | { readonly [key: string]: Tally };

/** The sum of `tallies`; `nothing` is the tally of no document and gives the sum its shape. */
export function sumTallies<T extends Tally>(tallies: Iterable<T>, nothing: T): T {
  const sum: Sum = { number: 0, children: null };
  include(sum, nothing);
  for (const tally of tallies) include(sum, tally);
  return toTally(sum) as T;
}

/** A tally of counts by key, from pairs of key and count that may name a key twice. */
export function countBy(pairs: Iterable<readonly [string, number]>): Counts {
  const counts = new Map<string, number>();
  for (const [key, count] of pairs) counts.set(key, (counts.get(key) ?? 0) + count);
  return Object.fromEntries(counts);
}

export type Counts = Readonly<Record<string, number>>;

/** Every key of any of the tallies, sorted. */
export function keysOf(...tallies: readonly Readonly<Record<string, Tally>>[]): readonly string[] {
  return [...new Set(tallies.flatMap((tally) => Object.keys(tally)))].sort();
}

/** A node while it is summed up. Maps, because a user's word may be a key, and `__proto__` is a word. */
interface Sum {
  number: number;
  children: Map<string, Sum> | null;
}

function include(sum: Sum, tally: Tally): void {
  if (typeof tally === "number") {
    sum.number += tally;
    return;
  }
  sum.children ??= new Map();
  for (const [key, value] of Object.entries(tally)) {
    let child = sum.children.get(key);
    if (child === undefined) {
      child = { number: 0, children: null };
      sum.children.set(key, child);
    }
    include(child, value);
  }
}

function toTally(sum: Sum): Tally {
  if (sum.children === null) return sum.number;
  return Object.fromEntries([...sum.children].map(([key, child]) => [key, toTally(child)]));
}
