import { groupBy } from "../group-by";
import type { AttributeValue, AttributeValues } from "../schema/schema";

/**
 * What annotators are compared by: a stretch [start, end) with a label. Counted in code points, or in tokens, or in
 * whatever the length of the document counts. An annotation is one.
 */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** Needed only where relations name it. */
  readonly id?: string | undefined;
  readonly attributes?: AttributeValues | undefined;
}

/** A relation between two units of one annotator, by their ids. */
export interface UnitRelation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** What one annotator made of a document they completed: also nothing at all, which is a statement. */
export interface CompletedSet {
  readonly units: readonly Unit[];
  readonly relations?: readonly UnitRelation[] | undefined;
  /** What was said of the document as a whole. */
  readonly values?: Readonly<Record<string, AttributeValue>> | undefined;
}

/**
 * A document with the sets of those who completed it, by annotator. Who did not complete it is not in `sets`, and
 * nothing is concluded about them: "completed with nothing" and "not annotated" are different inputs.
 */
export interface MeasuredDocument {
  readonly id: string;
  readonly length: number;
  readonly sets: ReadonlyMap<string, CompletedSet>;
}

/** Two annotators who both completed a document, in the order of their names. */
export interface SetPair {
  readonly a: string;
  readonly b: string;
  readonly ofA: CompletedSet;
  readonly ofB: CompletedSet;
}

/** Every pair of annotators of the document, each once. */
export function pairsOf(document: MeasuredDocument): readonly SetPair[] {
  const sets = [...document.sets].sort(([one], [other]) => (one < other ? -1 : 1));
  return sets.flatMap(([a, ofA], index) => sets.slice(index + 1).map(([b, ofB]) => ({ a, b, ofA, ofB })));
}

/** The units with one of `labels`; null stands for all. */
export function unitsOf(set: CompletedSet, labels: readonly string[] | null): readonly Unit[] {
  return labels === null ? set.units : set.units.filter(({ label }) => labels.includes(label));
}

/** The units by label, in the order in which labels first appear. */
export function byLabel<T extends Unit>(units: readonly T[]): ReadonlyMap<string, readonly T[]> {
  return groupBy(units, ({ label }) => label);
}

/** Whether any two of the units share a character. */
export function haveOverlap(units: readonly Unit[]): boolean {
  const sorted = inTextOrder(units);
  return sorted.some((unit, index) => index > 0 && unit.start < (sorted[index - 1]?.end ?? 0));
}

/** By start, the longer first. */
export function inTextOrder<T extends Unit>(units: readonly T[]): readonly T[] {
  return [...units].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** @throws RangeError for a unit that is empty or does not lie in the document. */
export function checkUnits(document: MeasuredDocument): void {
  for (const { units } of document.sets.values()) {
    const wrong = units.find(({ start, end }) => !(start >= 0 && start < end && end <= document.length));
    if (wrong !== undefined)
      throw new RangeError(`[${wrong.start}, ${wrong.end}) is no unit of a text of ${document.length}`);
  }
}
