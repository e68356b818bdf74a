import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import { withFields, type FieldChanges } from "@/lib/core/annotation/change";
import type { Operation } from "@/lib/core/annotation/operation";
import type { Overtaken } from "@/lib/core/annotation/overtaken";
import type { AnnotationId, RelationId } from "@/lib/core/ids";
import { isValueOf } from "@/lib/core/schema/attribute-value";
import { labelOf, type AttributeValues, type Schema } from "@/lib/core/schema/schema";
import type { Intent } from "./intent";

/** What makes an annotation as it once was. What agrees already is not said; where both are deleted, nothing is. */
export function bringBack(now: Annotation, then: Annotation, schema: Schema): readonly Intent[] {
  if (!now.live && !then.live) return [];
  const target = now.id;
  const { start, end, quote } = then;
  const isMoved = now.start !== start || now.end !== end;
  const isRelabelled = now.label !== then.label;
  const attributes = isRelabelled ? keptBy(then.label, now.attributes, schema) : now.attributes;
  const intents: readonly (Intent | false)[] = [
    !now.live && { kind: "annotation.restore", target, body: {} },
    isRelabelled && { kind: "annotation.setLabel", target, body: { label: then.label } },
    isMoved && { kind: "annotation.setSpan", target, body: { start, end, quote } },
    ...differing(attributes, then.attributes).map((key): Intent => ({
      kind: "annotation.setAttribute",
      target,
      body: { key, value: then.attributes[key] ?? null },
    })),
    now.note !== then.note && { kind: "annotation.setNote", target, body: { note: then.note } },
    !then.live && { kind: "annotation.delete", target, body: {} },
  ];
  return intents.filter((intent) => intent !== false);
}

/** What puts a person's own values back where others have replaced them. */
export function reclaim(
  overtaken: readonly Overtaken[],
  set: AnnotationSet,
  schema: Schema,
): readonly Intent[] {
  const fields = new Map<string, FieldChanges>();
  for (const { id, field, mine, theirs, seq } of overtaken)
    fields.set(id, {
      ...fields.get(id),
      [field]: { before: { value: theirs, seq }, after: { value: mine, seq } },
    });
  return [...fields].flatMap(([id, changes]) => {
    const annotation = set.annotations.get(id as AnnotationId);
    const relation = set.relations.get(id as RelationId);
    if (annotation !== undefined) return bringBack(annotation, withFields(annotation, changes), schema);
    return relation === undefined ? [] : bringBackRelation(relation, withFields(relation, changes));
  });
}

/** What brings back the deleted annotations that `operations` are about, so that they can be done. */
export function revive(operations: readonly Operation[], set: AnnotationSet): readonly Intent[] {
  const ends = new Set(operations.flatMap(annotationsOf));
  return [...ends]
    .filter((id) => set.annotations.get(id)?.live === false)
    .map((target): Intent => ({ kind: "annotation.restore", target, body: {} }));
}

function annotationsOf({ kind, target, body }: Operation): readonly AnnotationId[] {
  if (kind === "relation.create") return [body.from, body.to];
  return kind.startsWith("annotation.") && kind !== "annotation.create" ? [target as AnnotationId] : [];
}

function bringBackRelation(now: Relation, then: Relation): readonly Intent[] {
  const target = now.id;
  if (!then.live) return now.live ? [{ kind: "relation.delete", target, body: {} }] : [];
  return [
    ...(now.live ? [] : [{ kind: "relation.restore", target, body: {} } satisfies Intent]),
    ...differing(now.attributes, then.attributes).map((key): Intent => ({
      kind: "relation.setAttribute",
      target,
      body: { key, value: then.attributes[key] ?? null },
    })),
  ];
}

/** The values that an annotation keeps when it gets another label. */
function keptBy(label: string, values: AttributeValues, schema: Schema): AttributeValues {
  const attributes = labelOf(schema, label)?.attributes ?? [];
  return Object.fromEntries(
    Object.entries(values).filter(([key, value]) =>
      attributes.some((attribute) => attribute.key === key && isValueOf(attribute, value)),
    ),
  );
}

function differing(one: AttributeValues, other: AttributeValues): readonly string[] {
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (key) => JSON.stringify(one[key]) !== JSON.stringify(other[key]),
  );
}
