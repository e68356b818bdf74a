import type { Annotation } from "@/lib/core/annotation/annotation";
import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";

/** What is not there any more, the last to go first. */
export function deletedAnnotations({ annotations }: AnnotationSet): readonly Annotation[] {
  const goneAt = ({ fieldSeq }: Annotation): number => fieldSeq["live"] ?? 0;
  return [...annotations.values()].filter(({ live }) => !live).sort((a, b) => goneAt(b) - goneAt(a));
}
