import { liveAnnotations, liveRelations, type AnnotationSet } from "../annotation/annotation-set";
import { isCompleted } from "../workflow/set-state";
import type { CompletedSet, MeasuredDocument } from "./document";

/** A set and the annotator whose it is, by whatever name they are to have in figures. */
export interface AnnotatorSet {
  readonly annotator: string;
  readonly set: Pick<AnnotationSet, "kind" | "state" | "annotations" | "relations">;
}

/**
 * The document as measures see it: the sets that annotators completed by themselves. Adjudicated, shared, imported and
 * suggested sets are no independent readings and stay out, as do sets still being worked on.
 * @throws RangeError where one annotator has two completed sets.
 */
export function measuredDocument(
  { id, length }: { readonly id: string; readonly length: number },
  sets: readonly AnnotatorSet[],
): MeasuredDocument {
  const completed = new Map<string, CompletedSet>();
  for (const { annotator, set } of sets) {
    if (set.kind !== "annotator" || !isCompleted(set.state)) continue;
    if (completed.has(annotator)) throw new RangeError(`${annotator} completed document ${id} twice`);
    completed.set(annotator, { units: liveAnnotations(set), relations: liveRelations(set) });
  }
  return { id, length, sets: completed };
}
