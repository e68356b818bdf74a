import type { AnnotationId, RelationId, UserId } from "../ids";
import { attributeProblem } from "../schema/attribute-value";
import { labelOf, relationTypeOf, type Attribute, type AttributeValues, type Schema } from "../schema/schema";
import type { CodePoint } from "../text/offsets";
import type { DocumentText } from "../text/document-text";
import { isEditable, nextState } from "../workflow/set-state";
import type { Annotation, Origin, Relation } from "./annotation";
import type { Draft } from "./draft";
import { attributeField, fieldOf, invert, type Change, type FieldChanges, type FieldState } from "./change";
import { missingIn } from "./completeness";
import {
  isAnnotationOperation,
  isRelationOperation,
  isWorkflowOperation,
  type AnnotationOperation,
  type Operation,
  type Refusal,
  type RelationOperation,
  type SpanBody,
  type UndoOperation,
  type WorkflowOperation,
} from "./operation";

/** What the set is about: the rules its annotations keep. */
export interface Rules {
  readonly schema: Schema;
  readonly text: DocumentText;
}

/** Who acts, when (ISO 8601, UTC), and where what is made comes from. */
export interface Stamp {
  readonly actorId: UserId | null;
  readonly at: string;
  readonly origin: Origin;
}

export type Verdict = { readonly change: Change } | { readonly refusal: Refusal };

/** Decides what `operation` would do to `draft` as its next operation. It reads and changes nothing. */
export function decide(draft: Draft, operation: Operation, stamp: Stamp, rules: Rules): Verdict {
  if (isWorkflowOperation(operation)) return decideTransition(draft, operation, rules);
  if (!isEditable(draft.state)) return refuse("locked");
  if (isAnnotationOperation(operation)) return decideOnAnnotation(draft, operation, stamp, rules);
  if (isRelationOperation(operation)) return decideOnRelation(draft, operation, stamp, rules);
  return decideUndo(draft, operation, stamp, rules);
}

function decideTransition(draft: Draft, operation: WorkflowOperation, rules: Rules): Verdict {
  if (operation.target !== draft.id) return refuse("not_found");
  const after = nextState(draft.state, operation.kind);
  if (after === null) return refuse("wrong_state");
  if (operation.kind === "set.submit" && missingIn(draft, rules.schema).length > 0)
    return refuse("incomplete");
  return { change: { of: "state", before: draft.state, after } };
}

function decideOnAnnotation(
  draft: Draft,
  operation: AnnotationOperation,
  stamp: Stamp,
  rules: Rules,
): Verdict {
  if (operation.kind === "annotation.create") return decideCreate(draft, operation, stamp, rules);
  const annotation = draft.annotations.get(operation.target);
  if (annotation === undefined) return refuse("not_found");
  const seq = draft.seq + 1;
  const changeOf = (fields: Readonly<Record<string, unknown>>): Verdict => {
    const changes = changesTo(annotation, fields, seq);
    if (
      operation.ifSeq !== undefined &&
      Object.values(changes).some(({ before }) => (before?.seq ?? 0) !== operation.ifSeq)
    ) {
      return refuse("superseded");
    }
    return { change: { of: "annotation", id: annotation.id, fields: changes } };
  };
  if (operation.kind === "annotation.restore")
    return annotation.live ? refuse("not_deleted") : changeOf({ live: true });
  if (!annotation.live) return refuse("deleted");
  switch (operation.kind) {
    case "annotation.delete":
      return changeOf({ live: false });
    case "annotation.setNote":
      return changeOf({ note: operation.body.note });
    case "annotation.setSpan": {
      const span = readSpan(operation.body, rules.text);
      return typeof span === "string" ? refuse(span) : changeOf({ span });
    }
    case "annotation.setAttribute": {
      const { key, value } = operation.body;
      const refusal =
        value === null
          ? null
          : attributesRefusal(labelOf(rules.schema, annotation.label)?.attributes ?? [], { [key]: value });
      if (refusal !== null) return refuse(refusal);
      if (value === null && !(key in annotation.attributes)) return refuse("unknown_attribute");
      return changeOf({ [attributeField(key)]: value });
    }
    case "annotation.setLabel": {
      const refusal = labelRefusal(rules.schema, operation.body.label);
      if (refusal !== null) return refuse(refusal);
      const relabelled = { ...annotation, label: operation.body.label };
      if (!keepsRelationRules(draft, relabelled, rules.schema)) return refuse("relation_rule");
      return changeOf({ label: relabelled.label, ...clearedBy(annotation, relabelled.label, rules.schema) });
    }
  }
}

function decideCreate(
  draft: Draft,
  { target, body }: Extract<AnnotationOperation, { kind: "annotation.create" }>,
  stamp: Stamp,
  rules: Rules,
): Verdict {
  if (draft.annotations.has(target)) return refuse("exists");
  const attributes = withoutPrototype(body.attributes ?? {});
  const refusal =
    labelRefusal(rules.schema, body.label) ??
    attributesRefusal(labelOf(rules.schema, body.label)?.attributes ?? [], attributes);
  if (refusal !== null) return refuse(refusal);
  const span = readSpan(body, rules.text);
  if (typeof span === "string") return refuse(span);
  const seq = draft.seq + 1;
  const created: Annotation = {
    id: target,
    label: body.label,
    ...span,
    attributes,
    note: body.note ?? null,
    live: false,
    fieldSeq: { span: seq, label: seq, note: seq, live: 0, ...attributeSeqs(attributes, seq) },
    origin: stamp.origin,
    createdBy: stamp.actorId,
    createdAt: stamp.at,
  };
  return {
    change: { of: "annotation", id: target, created, fields: changesTo(created, { live: true }, seq) },
  };
}

function decideOnRelation(draft: Draft, operation: RelationOperation, stamp: Stamp, rules: Rules): Verdict {
  const seq = draft.seq + 1;
  if (operation.kind === "relation.create") {
    const { type, from, to, attributes: given } = operation.body;
    if (draft.relations.has(operation.target)) return refuse("exists");
    const attributes = withoutPrototype(given ?? {});
    const created: Relation = {
      id: operation.target,
      type,
      from,
      to,
      attributes,
      live: false,
      fieldSeq: { live: 0, ...attributeSeqs(attributes, seq) },
      createdBy: stamp.actorId,
      createdAt: stamp.at,
    };
    const refusal = relationRefusal(draft, created, rules.schema);
    if (refusal !== null) return refuse(refusal);
    return {
      change: { of: "relation", id: created.id, created, fields: changesTo(created, { live: true }, seq) },
    };
  }
  const relation = draft.relations.get(operation.target);
  if (relation === undefined) return refuse("not_found");
  const changeOf = (fields: Readonly<Record<string, unknown>>): Verdict => {
    const changes = changesTo(relation, fields, seq);
    if (
      operation.ifSeq !== undefined &&
      Object.values(changes).some(({ before }) => (before?.seq ?? 0) !== operation.ifSeq)
    ) {
      return refuse("superseded");
    }
    return { change: { of: "relation", id: relation.id, fields: changes } };
  };
  switch (operation.kind) {
    case "relation.restore": {
      if (relation.live) return refuse("not_deleted");
      const refusal = relationRefusal(draft, relation, rules.schema);
      return refusal === null ? changeOf({ live: true }) : refuse(refusal);
    }
    case "relation.delete":
      return relation.live ? changeOf({ live: false }) : refuse("deleted");
    case "relation.setAttribute": {
      if (!relation.live) return refuse("deleted");
      const { key, value } = operation.body;
      const refusal =
        value === null
          ? null
          : attributesRefusal(relationTypeOf(rules.schema, relation.type)?.attributes ?? [], {
              [key]: value,
            });
      if (refusal !== null) return refuse(refusal);
      if (value === null && !(key in relation.attributes)) return refuse("unknown_attribute");
      return changeOf({ [attributeField(key)]: value });
    }
  }
}

/**
 * An undo is the mirror image of what it takes back, and holds only while every field still is as that operation
 * left it. It gives each field its earlier seq too, so that a row of undos finds what it expects.
 */
function decideUndo(draft: Draft, operation: UndoOperation, stamp: Stamp, rules: Rules): Verdict {
  const applied = draft.applied.get(operation.target);
  if (applied === undefined) return refuse("not_found");
  if (applied.actorId !== stamp.actorId) return refuse("not_yours");
  if (applied.undone) return refuse("already_undone");
  const { change } = applied;
  if (change.of === "state") return refuse("not_undoable");
  const subject =
    change.of === "annotation" ? draft.annotations.get(change.id) : draft.relations.get(change.id);
  if (subject === undefined) return refuse("not_found");
  const stands = (field: string, state: FieldState): boolean => sameSeq(fieldOf(subject, field), state);
  if (!Object.entries(change.fields).every(([field, { after }]) => stands(field, after)))
    return refuse("superseded");
  if (change.created !== undefined && Object.values(subject.fieldSeq).some((seq) => seq !== applied.seq))
    return refuse("superseded");
  if (change.of === "annotation" && !subject.live && change.fields["live"] === undefined)
    return refuse("deleted");
  const inverse = invert(change);
  const refusal = brokenRule(draft, inverse, rules.schema);
  return refusal === null ? { change: inverse } : refuse(refusal);
}

function brokenRule(draft: Draft, inverse: Change, schema: Schema): Refusal | null {
  if (inverse.of === "annotation") {
    const label = inverse.fields["label"]?.after?.value;
    const annotation = draft.annotations.get(inverse.id);
    if (annotation === undefined || typeof label !== "string") return null;
    return keepsRelationRules(draft, { ...annotation, label }, schema) ? null : "relation_rule";
  }
  if (inverse.of === "relation" && inverse.fields["live"]?.after?.value === true) {
    const relation = draft.relations.get(inverse.id);
    return relation === undefined ? null : relationRefusal(draft, relation, schema);
  }
  return null;
}

function changesTo(
  subject: Annotation | Relation,
  values: Readonly<Record<string, unknown>>,
  seq: number,
): FieldChanges {
  return Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      { before: fieldOf(subject, field), after: { value, seq } },
    ]),
  );
}

function sameSeq(one: FieldState, other: FieldState): boolean {
  return (one?.seq ?? null) === (other?.seq ?? null);
}

function readSpan(
  body: SpanBody,
  text: DocumentText,
): { start: CodePoint; end: CodePoint; quote: string } | Refusal {
  if (body.end > text.length) return "out_of_text";
  const quote = text.slice(body.start, body.end);
  if (body.quote !== undefined && body.quote !== quote) return "quote_mismatch";
  return { start: body.start, end: body.end, quote };
}

function labelRefusal(schema: Schema, key: string): Refusal | null {
  const label = labelOf(schema, key);
  if (label === undefined) return "unknown_label";
  return label.archived ? "archived_label" : null;
}

function attributesRefusal(attributes: readonly Attribute[], values: AttributeValues): Refusal | null {
  return attributeProblem(attributes, values)?.refusal ?? null;
}

/** The attributes that the new label does not have, or not with this value: they are cleared, and come back by undo. */
function clearedBy(annotation: Annotation, label: string, schema: Schema): Record<string, null> {
  const attributes = labelOf(schema, label)?.attributes ?? [];
  return Object.fromEntries(
    Object.entries(annotation.attributes)
      .filter(([key, value]) => attributesRefusal(attributes, { [key]: value }) !== null)
      .map(([key]) => [attributeField(key), null]),
  );
}

function relationRefusal(draft: Draft, relation: Relation, schema: Schema): Refusal | null {
  const type = relationTypeOf(schema, relation.type);
  if (type === undefined) return "unknown_relation_type";
  const [from, to] = [draft.annotations.get(relation.from), draft.annotations.get(relation.to)];
  if (from === undefined || to === undefined) return "not_found";
  if (!from.live || !to.live) return "deleted";
  if (from.id === to.id || !type.from.includes(from.label) || !type.to.includes(to.label))
    return "relation_rule";
  if (
    relationsAt(draft, from.id).some((one) => one.live && one.id !== relation.id && isSameLink(one, relation))
  ) {
    return "duplicate_relation";
  }
  return attributesRefusal(type.attributes, relation.attributes);
}

function keepsRelationRules(draft: Draft, annotation: Annotation, schema: Schema): boolean {
  return relationsAt(draft, annotation.id).every((relation) => {
    const type = relationTypeOf(schema, relation.type);
    const ends = [relation.from, relation.to].map((id) => draft.annotations.get(id));
    if (type === undefined || !relation.live || !ends.every((end) => end?.live)) return true;
    const allowed = relation.from === annotation.id ? type.from : type.to;
    return allowed.includes(annotation.label);
  });
}

function relationsAt(draft: Draft, id: AnnotationId): readonly Relation[] {
  const ids: Iterable<RelationId> = draft.relationsAt.get(id) ?? [];
  return [...ids].flatMap((one) => draft.relations.get(one) ?? []);
}

function isSameLink(one: Relation, other: Relation): boolean {
  return one.type === other.type && one.from === other.from && one.to === other.to;
}

function attributeSeqs(attributes: AttributeValues, seq: number): Record<string, number> {
  return Object.fromEntries(Object.keys(attributes).map((key) => [attributeField(key), seq]));
}

function withoutPrototype(attributes: AttributeValues): AttributeValues {
  return Object.fromEntries(Object.entries(attributes));
}

function refuse(refusal: Refusal): Verdict {
  return { refusal };
}
