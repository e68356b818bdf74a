import type { AnnotationId, RelationId } from "../ids";
import { labelOf, type AttributeValues, type RelationType, type Schema } from "../schema/schema";
import type { Annotation, Relation } from "./annotation";
import { isRelationLive } from "./annotation-set";

/** One thing that keeps a set from being submitted. */
export type Missing = { readonly annotation: AnnotationId } & (
  | { readonly kind: "attribute"; readonly key: string }
  | { readonly kind: "too_few"; readonly type: string; readonly min: number }
  | { readonly kind: "too_many"; readonly type: string; readonly max: number }
);

interface Annotations {
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
}

/**
 * What the live annotations of a set still lack: required attributes and relations below their minimum or above
 * their maximum, in the order of the set.
 */
export function missingIn(set: Annotations, schema: Schema): readonly Missing[] {
  const from = new Map<AnnotationId, Relation[]>();
  for (const relation of set.relations.values()) {
    if (!isRelationLive(set, relation)) continue;
    const beside = from.get(relation.from);
    if (beside === undefined) from.set(relation.from, [relation]);
    else beside.push(relation);
  }
  return [...set.annotations.values()]
    .filter((annotation) => annotation.live)
    .flatMap((annotation) => missingOf(annotation, from.get(annotation.id) ?? [], schema));
}

/** What one annotation still lacks; `relations` are the live ones that start from it. */
export function missingOf(
  annotation: Annotation,
  relations: readonly Relation[],
  schema: Schema,
): readonly Missing[] {
  const count = (key: string): number => relations.filter(({ type }) => type === key).length;
  return [
    ...missingAttributes(annotation, schema),
    ...schema.relationTypes
      .filter((type) => type.from.includes(annotation.label))
      .flatMap((type) => cardinality(annotation, type, count(type.key))),
  ];
}

function missingAttributes(annotation: Annotation, schema: Schema): readonly Missing[] {
  return (labelOf(schema, annotation.label)?.attributes ?? [])
    .filter((attribute) => attribute.required && !(attribute.key in annotation.attributes))
    .map(({ key }) => ({ annotation: annotation.id, kind: "attribute", key }));
}

function cardinality(annotation: Annotation, type: RelationType, count: number): readonly Missing[] {
  const common = { annotation: annotation.id, type: type.key };
  if (type.max !== null && count > type.max) return [{ ...common, kind: "too_many", max: type.max }];
  if (count < type.min && !isWaived(type, annotation.attributes)) {
    return [{ ...common, kind: "too_few", min: type.min }];
  }
  return [];
}

function isWaived(type: RelationType, attributes: AttributeValues): boolean {
  return type.waivedBy.some(({ attribute, values }) => {
    const value = attributes[attribute];
    if (value === undefined) return false;
    return values === null || values.some((one) => one === value);
  });
}
