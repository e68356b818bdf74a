import type { AnnotationId, OperationId, RelationId, UserId } from "../ids";
import type { AttributeValue } from "../schema/schema";
import type { SetState } from "../workflow/set-state";
import type { Annotation, Applied, AnnotationSet, FieldSeqs, Relation } from "./annotation-set";

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

/** A set that is being changed; made by `draftOf`, never handed on. */
export interface Draft {
  readonly id: AnnotationSet["id"];
  readonly documentId: AnnotationSet["documentId"];
  readonly kind: AnnotationSet["kind"];
  state: SetState;
  seq: number;
  readonly annotations: Map<AnnotationId, Annotation>;
  readonly relations: Map<RelationId, Relation>;
  readonly relationsAt: Map<AnnotationId, Set<RelationId>>;
  readonly applied: Map<OperationId, Applied>;
}

export function draftOf(set: AnnotationSet): Draft {
  const draft: Draft = {
    ...set,
    annotations: new Map(set.annotations),
    relations: new Map(set.relations),
    relationsAt: new Map(),
    applied: new Map(set.applied),
  };
  for (const relation of set.relations.values()) index(draft, relation);
  return draft;
}

export function finish(draft: Draft): AnnotationSet {
  const { id, documentId, kind, state, seq, annotations, relations, applied } = draft;
  return { id, documentId, kind, state, seq, annotations, relations, applied };
}

/** What the log remembers of an operation: enough to bring a set that stands at `seq - 1` to `seq`. */
export interface LogEntry {
  readonly id: OperationId;
  readonly seq: number;
  readonly actorId: UserId | null;
  /** Null where the operation was refused. */
  readonly change: Change | null;
  readonly undoes: OperationId | null;
}

/**
 * Brings the draft to `entry.seq`. It decides nothing: what the log holds has been decided.
 * @throws RangeError when `entry` is not the next one.
 */
export function record(draft: Draft, entry: LogEntry): void {
  if (entry.seq !== draft.seq + 1)
    throw new RangeError(`operation ${entry.seq} does not follow ${draft.seq}`);
  draft.seq = entry.seq;
  if (entry.change === null) return;
  if (draft.state === "new") draft.state = "in_progress";
  put(draft, entry.change);
  const undone = entry.undoes === null ? undefined : draft.applied.get(entry.undoes);
  if (entry.undoes !== null && undone !== undefined)
    draft.applied.set(entry.undoes, { ...undone, undone: true });
  draft.applied.set(entry.id, {
    actorId: entry.actorId,
    seq: entry.seq,
    change: entry.change,
    undone: false,
  });
}

function put(draft: Draft, change: Change): void {
  switch (change.of) {
    case "state":
      draft.state = change.after;
      return;
    case "annotation": {
      const before = change.created ?? draft.annotations.get(change.id);
      if (before === undefined) throw new RangeError(`no annotation ${change.id} in set ${draft.id}`);
      draft.annotations.set(change.id, withFields(before, change.fields));
      return;
    }
    case "relation": {
      const before = change.created ?? draft.relations.get(change.id);
      if (before === undefined) throw new RangeError(`no relation ${change.id} in set ${draft.id}`);
      const relation = withFields(before, change.fields);
      draft.relations.set(change.id, relation);
      index(draft, relation);
      return;
    }
  }
}

function index(draft: Draft, relation: Relation): void {
  for (const end of [relation.from, relation.to]) {
    const there = draft.relationsAt.get(end);
    if (there === undefined) draft.relationsAt.set(end, new Set([relation.id]));
    else there.add(relation.id);
  }
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

function withFields<T extends Annotation | Relation>(subject: T, changes: FieldChanges): T {
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
