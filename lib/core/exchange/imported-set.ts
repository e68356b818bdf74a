import { applyAll, type Outcome } from "../annotation/apply";
import { emptySet, type AnnotationSet } from "../annotation/annotation-set";
import type { Rules, Stamp } from "../annotation/decide";
import type { Operation, Refusal } from "../annotation/operation";
import { at } from "../at";
import type { AnnotationId, DocumentId, Id, SetId } from "../ids";
import { labelOf, relationTypeOf, type Schema } from "../schema/schema";
import { attributeReason } from "./attribute-reason";
import type { ImportLine, ImportRelation, ImportSpan } from "./import-line";
import { fault, isFault, type LineFault } from "./line-fault";
import { placeSpans, type OffsetUnit } from "./offset-unit";

/** What a line's annotations become: a set with the log that leads to it. */
export interface ImportedSet {
  readonly set: AnnotationSet;
  readonly outcomes: readonly Outcome[];
  /** The unit that the line's quotes prove, in which its offsets were. */
  readonly unit: OffsetUnit | null;
}

export interface ImportTarget {
  readonly setId: SetId;
  readonly documentId: DocumentId;
  readonly rules: Rules;
  readonly stamp: Stamp;
  readonly newId: <K extends string>() => Id<K>;
  /** The unit of the file as a whole, where it is known. */
  readonly usual: OffsetUnit | null;
}

/** Lets the reducer judge a line's annotations as it judges a person's; the first that it refuses is the line's fault. */
export function importedSet(line: ImportLine, target: ImportTarget): ImportedSet | LineFault {
  const { rules, newId, usual, stamp } = target;
  const placed = placeSpans(line.spans, rules.text, { stated: line.unit, usual });
  if (isFault(placed)) return placed;
  const ids = line.spans.map(() => newId<"annotation">());
  const annotations = line.spans.map((span, index): Operation => {
    const { label, attributes, note } = span;
    const body = { label, ...at(placed.spans, index), attributes, ...(note === null ? {} : { note }) };
    return { id: newId<"operation">(), kind: "annotation.create", target: at(ids, index), body };
  });
  const relations = line.relations.map(({ type, from, to, attributes }): Operation => {
    const body = { type, from: at(ids, from), to: at(ids, to), attributes };
    return { id: newId<"operation">(), kind: "relation.create", target: newId<"relation">(), body };
  });
  const before = emptySet({ id: target.setId, documentId: target.documentId, kind: "imported" });
  const { set, outcomes } = applyAll(before, [...annotations, ...relations], stamp, rules);
  const refused = outcomes.findIndex((outcome) => outcome.status === "rejected");
  if (refused === -1) return { set, outcomes, unit: placed.unit };
  return refusalFault(line, ids, at(outcomes, refused), rules.schema, refused);
}

function refusalFault(
  line: ImportLine,
  ids: readonly AnnotationId[],
  outcome: Outcome,
  schema: Schema,
  index: number,
): LineFault {
  if (outcome.status !== "rejected") throw new RangeError(`operation ${index} was not refused`);
  const isSpan = index < ids.length;
  const where = isSpan ? `spans[${index}]` : `relations[${index - ids.length}]`;
  const subject = isSpan ? at(line.spans, index) : at(line.relations, index - ids.length);
  return fault(outcome.reason, `${where}: ${reasonOf(outcome.reason, subject, schema)}`);
}

function reasonOf(refusal: Refusal, subject: ImportSpan | ImportRelation, schema: Schema): string {
  const key = "label" in subject ? subject.label : subject.type;
  switch (refusal) {
    case "unknown_label":
      return `The schema has no label “${key}”. Use ${listed(schema.labels.filter((label) => !label.archived))}, or add it to the schema first.`;
    case "archived_label":
      return `The label “${key}” is archived. Bring it back in the schema, or use another.`;
    case "unknown_relation_type":
      return `The schema has no relation type “${key}”. Use ${listed(schema.relationTypes)}, or add it to the schema first.`;
    case "unknown_attribute":
    case "invalid_value": {
      const owner = "label" in subject ? labelOf(schema, key) : relationTypeOf(schema, key);
      return attributeReason(key, owner?.attributes ?? [], subject.attributes);
    }
    case "relation_rule":
      return `“${key}” may not link these two labels. Correct the ends, or the schema.`;
    case "duplicate_relation":
      return `The two are linked by “${key}” already. Leave one out.`;
    case "out_of_text":
      return "It ends beyond the text. Correct the offsets.";
    case "locked":
    case "wrong_state":
    case "incomplete":
    case "quote_mismatch":
    case "exists":
    case "not_found":
    case "deleted":
    case "not_deleted":
    case "superseded":
    case "not_yours":
    case "already_undone":
    case "not_undoable":
      return `Not possible here (${refusal}). Leave it out.`;
  }
}

function listed(named: readonly { readonly key: string }[]): string {
  return named.length === 0 ? "none" : named.map(({ key }) => key).join(", ");
}
