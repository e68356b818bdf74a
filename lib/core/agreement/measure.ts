import type { Coefficient } from "./coefficient";
import type { MeasuredDocument } from "./document";
import type { Tally } from "./tally";

/** What a measure asks of what it is given. */
export interface Accepts {
  /** How many annotators of one document it compares at once; null is any number above. */
  readonly annotators: { readonly min: number; readonly max: number | null };
  /**
   * What becomes of units of one annotator and one label that lie upon each other: each counts for itself, they are
   * seen as the characters they cover, or they are made one and counted.
   */
  readonly overlaps: "counted" | "covered" | "united" | "not concerned";
  readonly needs: readonly ("units" | "attributes" | "relations" | "document values")[];
}

/** One number of a measure: what it is called, of which label, and among which annotators. */
export interface Figure {
  readonly name: string;
  /** Null: over all labels. */
  readonly label: string | null;
  /** Null: over all annotators. */
  readonly annotators: readonly string[] | null;
  readonly coefficient: Coefficient;
}

interface MeasureBase<T extends Tally> {
  readonly accepts: Accepts;
  /** Who defined it. */
  readonly source: string;
  readonly nothing: T;
  /** The numbers of any sum of tallies. */
  figures(total: T): readonly Figure[];
}

/** A measure whose tally of a document is had at once. */
export interface Measure<T extends Tally = Tally> extends MeasureBase<T> {
  /** Everything the measure needs to know of the document, and all that has to be kept of it. */
  tally(document: MeasuredDocument): T;
}

/** A measure that takes its time: the caller takes step after step, and may stop between any two. */
export interface SteppedMeasure<T extends Tally = Tally> extends MeasureBase<T> {
  tallySteps(document: MeasuredDocument): Generator<void, T>;
}

/** Identifies a figure among those of its measure. */
export function figureKey({ name, label, annotators }: Figure): string {
  return JSON.stringify([name, label, annotators]);
}
