import type { CompletedSet, MeasuredDocument, Unit } from "@/lib/core/agreement/document";
import type { Figure } from "@/lib/core/agreement/measure";

/** A document as tests and vectors write it; an annotator who is not named did not complete it. */
export interface WrittenDocument {
  readonly length?: number;
  readonly annotators: Readonly<Record<string, readonly Unit[]>>;
}

export function measured(
  { length = 10_000, annotators }: WrittenDocument,
  id = "document",
): MeasuredDocument {
  const sets = Object.entries(annotators).map(([name, units]): [string, CompletedSet] => [name, { units }]);
  return { id, length, sets: new Map(sets) };
}

/** A document that Ana and Ben completed. */
export function ofTwo(a: readonly Unit[], b: readonly Unit[], length = 10_000): MeasuredDocument {
  return measured({ length, annotators: { a, b } });
}

export function unit(start: number, end: number, label = "claim"): Unit {
  return { start, end, label };
}

/** The value of a figure by its name, over all labels and annotators unless it says otherwise. */
export function valueOf(
  figures: readonly Figure[],
  name: string,
  of: { readonly label?: string; readonly annotators?: readonly string[] } = {},
): number | null {
  const wanted = JSON.stringify([name, of.label ?? null, of.annotators ?? null]);
  const figure = figures.find(
    ({ name: own, label, annotators }) => JSON.stringify([own, label, annotators]) === wanted,
  );
  if (figure === undefined) throw new RangeError(`no figure ${wanted}`);
  return figure.coefficient.value;
}
