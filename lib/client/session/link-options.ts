import type { Annotation } from "@/lib/core/annotation/annotation";
import type { RelationType, Schema } from "@/lib/core/schema/schema";
import type { AnnotationIndex } from "./annotation-index";

/** A way in which an annotation can be linked: as the beginning of a relation, or as its end. */
export interface LinkOption {
  readonly type: RelationType;
  readonly direction: "out" | "in";
}

export function linkOptions(schema: Schema, label: string): readonly LinkOption[] {
  const out = schema.relationTypes.filter((type) => type.from.includes(label));
  const into = schema.relationTypes.filter((type) => type.to.includes(label));
  return [
    ...out.map((type): LinkOption => ({ type, direction: "out" })),
    ...into.map((type): LinkOption => ({ type, direction: "in" })),
  ];
}

/** The option to begin with: the first that is still short of its minimum, else the first. */
export function firstOption(
  index: AnnotationIndex,
  annotation: Annotation,
  options: readonly LinkOption[],
): number {
  const relations = index.relationsFrom(annotation.id);
  const isShort = ({ type, direction }: LinkOption): boolean =>
    direction === "out" && relations.filter((relation) => relation.type === type.key).length < type.min;
  return Math.max(0, options.findIndex(isShort));
}

/** Whether `from` may be linked to `end` in this way and is not yet. */
export function canLink(
  index: AnnotationIndex,
  from: Annotation,
  { type, direction }: LinkOption,
  end: Annotation,
): boolean {
  const allowed = direction === "out" ? type.to : type.from;
  const [first, last] = direction === "out" ? [from, end] : [end, from];
  return (
    end.id !== from.id &&
    allowed.includes(end.label) &&
    !index.relationsFrom(first.id).some((relation) => relation.type === type.key && relation.to === last.id)
  );
}
