import type { AnnotationId, OperationId, RelationId, UserId } from "../ids";
import type { SetState } from "../workflow/set-state";
import type { Annotation, Relation } from "./annotation";
import type { AnnotationSet, Applied } from "./annotation-set";
import { withFields, type Change } from "./change";

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
