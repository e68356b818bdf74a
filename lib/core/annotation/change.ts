import type { AnnotationId, RelationId } from "../ids";
import type { AttributeValue } from "../schema/schema";
import type { SetState } from "../workflow/set-state";
import type { Annotation, FieldSeqs, Relation } from "./annotation";

/** A field's value and the seq that set it; null where an attribute was never set. A cleared one has the value null. */
export type FieldState = { readonly value: unknown; readonly seq: number } | null;

export type FieldChanges = Readonly<
  Record<string, { readonly before: FieldState; readonly after: FieldState }>
>;

/** What an accepted operation did. Before and after stand side by side, so that its inverse is its mirror image. */
export type Change =
  | {
      readonly of: "annotation";
      readonly id: AnnotationId;
      readonly created?: Annotation | undefined;
      readonly fields: FieldChanges;
    }
  | {
      readonly of: "relation";
      readonly id: RelationId;
      readonly created?: Relation | undefined;
      readonly fields: FieldChanges;
    }
  | { readonly of: "state"; readonly before: SetState; readonly after: SetState };

/** `advance(advance(set, c), invert(c))` shows the same annotations and relations as `set`. */
export function invert(change: Change): Change {
  if (change.of === "state") return { of: "state", before: change.after, after: change.before };
  const fields = Object.fromEntries(
    Object.entries(change.fields).map(([name, { before, after }]) => [
      name,
      { before: after, after: before },
    ]),
  );
  return change.of === "annotation"
    ? { of: "annotation", id: change.id, fields }
    : { of: "relation", id: change.id, fields };
}

const ATTRIBUTE = "attributes.";

export function attributeField(key: string): string {
  return ATTRIBUTE + key;
}

/** The state of one field: `span` stands for start, end and quote together. */
export function fieldOf(subject: Annotation | Relation, field: string): FieldState {
  const seq = subject.fieldSeq[field];
  if (seq === undefined) return null;
  if (field.startsWith(ATTRIBUTE))
    return { value: subject.attributes[field.slice(ATTRIBUTE.length)] ?? null, seq };
  if (field === "live") return { value: subject.live, seq };
  if (!("label" in subject)) throw new RangeError(`a relation has no field ${field}`);
  switch (field) {
    case "span":
      return { value: { start: subject.start, end: subject.end, quote: subject.quote }, seq };
    case "label":
      return { value: subject.label, seq };
    case "note":
      return { value: subject.note, seq };
    default:
      throw new RangeError(`an annotation has no field ${field}`);
  }
}

/** The annotation or relation with its fields as they are after the change. */
export function withFields<T extends Annotation | Relation>(subject: T, changes: FieldChanges): T {
  const fieldSeq: Record<string, number> = { ...subject.fieldSeq };
  const attributes: Record<string, AttributeValue> = { ...subject.attributes };
  const own: Record<string, unknown> = {};
  for (const [field, { after }] of Object.entries(changes)) {
    const key = field.startsWith(ATTRIBUTE) ? field.slice(ATTRIBUTE.length) : null;
    if (after === null) Reflect.deleteProperty(fieldSeq, field);
    else fieldSeq[field] = after.seq;
    if (key !== null) {
      if (after === null || after.value === null) Reflect.deleteProperty(attributes, key);
      else attributes[key] = after.value as AttributeValue;
      continue;
    }
    if (after === null) throw new RangeError(`${field} of ${subject.id} cannot be absent`);
    if (field === "span") Object.assign(own, after.value);
    else own[field] = after.value;
  }
  return { ...subject, ...own, attributes, fieldSeq: fieldSeq satisfies FieldSeqs };
}
