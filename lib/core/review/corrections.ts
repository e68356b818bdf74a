import type { Annotation } from "../annotation/annotation";
import type { AnnotationSet } from "../annotation/annotation-set";
import type { AnnotationId, SetId } from "../ids";
import { own } from "../own";
import { setsWithout, type Alignment } from "./alignment";
import { sameValue } from "./correspondence";
import { decisionsOn } from "./decided";
import { goldAnnotationsOf, type Decision } from "./decision";

/** A field in which an annotation differs from the gold one: its borders, its label, or an attribute by its key. */
export type CorrectedField =
  { readonly kind: "boundary" | "label" } | { readonly kind: "attribute"; readonly key: string };

/** What became of one annotation of a set, or of one that it lacks. */
export type Correction = { readonly decision: Decision } & (
  | { readonly kind: "kept"; readonly annotation: Annotation; readonly gold: Annotation }
  | {
      readonly kind: "changed";
      readonly annotation: Annotation;
      readonly gold: Annotation;
      readonly fields: readonly CorrectedField[];
    }
  | { readonly kind: "rejected"; readonly annotation: Annotation }
  | { readonly kind: "overlooked"; readonly gold: Annotation }
);

/**
 * How a set was corrected, in text order: what its annotator is shown. What nobody has decided yet is not in it. Where
 * several readings were accepted, the nearest is compared.
 */
export function correctionsOf(
  setId: SetId,
  alignment: Alignment,
  gold: Pick<AnnotationSet, "annotations">,
  decisions: readonly Decision[],
): readonly Correction[] {
  return alignment.clusters.flatMap((cluster): readonly Correction[] => {
    const [decision] = decisionsOn(cluster, decisions);
    if (decision === undefined) return [];
    const accepted = goldAnnotationsOf(decision).flatMap((made) => liveIn(gold, made.gold) ?? []);
    if (setsWithout(alignment, cluster).includes(setId))
      return accepted.map((one) => ({ kind: "overlooked", gold: one, decision }));
    return cluster.members
      .filter((member) => member.setId === setId)
      .map(({ annotation }): Correction => {
        const [nearest] = accepted
          .map((one) => ({ gold: one, fields: fieldsThatDiffer(annotation, one) }))
          .sort((a, b) => a.fields.length - b.fields.length);
        if (nearest === undefined) return { kind: "rejected", annotation, decision };
        return nearest.fields.length === 0
          ? { kind: "kept", annotation, gold: nearest.gold, decision }
          : { kind: "changed", annotation, ...nearest, decision };
      });
  });
}

function liveIn({ annotations }: Pick<AnnotationSet, "annotations">, id: AnnotationId): Annotation | null {
  const annotation = annotations.get(id);
  return annotation?.live === true ? annotation : null;
}

function fieldsThatDiffer(one: Annotation, other: Annotation): readonly CorrectedField[] {
  const keys = [...new Set([...Object.keys(one.attributes), ...Object.keys(other.attributes)])].sort();
  return [
    ...(one.start === other.start && one.end === other.end ? [] : [{ kind: "boundary" } as const]),
    ...(one.label === other.label ? [] : [{ kind: "label" } as const]),
    ...keys
      .filter((key) => !sameValue(own(one.attributes, key), own(other.attributes, key)))
      .map((key) => ({ kind: "attribute", key }) as const),
  ];
}
