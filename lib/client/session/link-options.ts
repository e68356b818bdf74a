import type { Annotation } from "@/lib/core/annotation/annotation";
import { liveAnnotations, liveRelations, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { RelationType, Schema } from "@/lib/core/schema/schema";

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
  set: AnnotationSet,
  annotation: Annotation,
  options: readonly LinkOption[],
): number {
  const relations = liveRelations(set);
  const isShort = ({ type, direction }: LinkOption): boolean =>
    direction === "out" &&
    relations.filter((relation) => relation.type === type.key && relation.from === annotation.id).length <
      type.min;
  return Math.max(0, options.findIndex(isShort));
}

/** What `from` can be linked to in this way and is not yet, in text order. */
export function linkCandidates(
  set: AnnotationSet,
  from: Annotation,
  { type, direction }: LinkOption,
): readonly Annotation[] {
  const allowed = direction === "out" ? type.to : type.from;
  const [near, far] = direction === "out" ? (["from", "to"] as const) : (["to", "from"] as const);
  const linked = new Set(
    liveRelations(set)
      .filter((relation) => relation.type === type.key && relation[near] === from.id)
      .map((relation) => relation[far]),
  );
  return liveAnnotations(set).filter(
    (one) => one.id !== from.id && allowed.includes(one.label) && !linked.has(one.id),
  );
}
