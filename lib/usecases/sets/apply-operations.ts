import { applyAll, type Outcome } from "@/lib/core/annotation/apply";
import type { Annotation, Origin, Relation } from "@/lib/core/annotation/annotation";
import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import {
  isAnnotationOperation,
  isRelationOperation,
  type Operation,
  type OperationKind,
} from "@/lib/core/annotation/operation";
import { authorizeSet, type SetAction } from "@/lib/core/access/rules";
import { AppError, type Fault } from "@/lib/core/errors";
import type { AnnotationId, DocumentId, OperationId, ProjectId, RelationId, SetId } from "@/lib/core/ids";
import { MAX_OPERATIONS, type BatchResult, type OperationResult } from "@/lib/contracts/operations";
import type { SqlQueries } from "@/lib/db/client";
import { contentsOf } from "@/lib/db/annotation-repository";
import {
  appendOperations,
  loadTouched,
  type Named,
  type Seen,
  type Touched,
} from "@/lib/db/operation-repository";
import { lockSet } from "@/lib/db/set-repository";
import { writeOnCondition } from "@/lib/db/transaction";
import type { Context } from "../context";
import { missingSet } from "./missing-set";
import { rulesOf } from "./rules-of";
import { hashOfOperation, writtenBetween } from "./written-between";

export interface OperationsInput {
  readonly projectId: ProjectId;
  readonly setId: SetId;
  readonly operations: readonly Operation[];
}

/**
 * Applies a batch to a set, in order, each operation once however often it is sent. What depends on the set's state
 * is refused one by one and kept with its reason; the answer means that the transaction was committed.
 * @throws AppError `not_found`, `forbidden`, `too_many_operations`, `operation_id_reused`
 */
export async function applyOperations(
  ctx: Context,
  { projectId, setId, operations }: OperationsInput,
): Promise<BatchResult> {
  if (operations.length > MAX_OPERATIONS) {
    throw new AppError("too_many_operations", {
      detail: `At most ${MAX_OPERATIONS} operations a batch; this one has ${operations.length}.`,
    });
  }
  const hashes = new Map(operations.map((operation) => [operation, hashOfOperation(operation)]));
  const { documentId, answer } = await writeOnCondition(ctx.db, {
    attempt: (queries) => applyTo(ctx, queries, { projectId, setId, operations }, hashes),
    lock: (tx) => lockSet(tx, projectId, setId),
  });
  ctx.announce({ projectId, documentId });
  return answer;
}

/** Null where another writer was faster: then nothing was written, and what was decided holds no more. */
async function applyTo(
  ctx: Context,
  queries: SqlQueries,
  { projectId, setId, operations }: OperationsInput,
  hashes: ReadonlyMap<Operation, string>,
): Promise<{ readonly documentId: DocumentId; readonly answer: BatchResult } | null> {
  const { userId } = ctx.actor;
  const touched = await loadTouched(queries, { projectId, setId, userId }, namesIn(operations));
  if (touched === null) throw await missingSet(ctx, queries, { projectId, setId });
  const access = { actor: ctx.actor, projectId, role: userId === null ? "manager" : touched.role } as const;
  const permits = actionsOf(operations).map((action) => authorizeSet(access, action, touched.set));
  const permit = permits[0];
  if (permit === undefined) throw new RangeError("an empty batch");

  const seen = new Map(touched.seen.map((one) => [one.id, one]));
  const fresh = freshOf(operations, seen, hashes, { setId, actorId: userId });
  const at = ctx.now();
  const before = await setAsTouched(queries, projectId, touched, fresh);
  const rules = await rulesOf(queries, projectId, touched.set.documentId, touched.currentSchemaVersion);
  const stamp = { actorId: userId, at: at.toISOString(), origin: "human" as Origin };
  const { set: after, outcomes } = applyAll(before, fresh, stamp, rules);
  const isWritten =
    fresh.length === 0 ||
    (await appendOperations(queries, permit, {
      ...writtenBetween({
        before,
        after,
        outcomes,
        stamp,
        hashOf: (operation) => hashes.get(operation) ?? hashOfOperation(operation),
      }),
      schemaVersion: touched.currentSchemaVersion,
      guidelineVersion: touched.currentGuidelineVersion,
      at,
    }));
  if (!isWritten) return null;
  const results = resultsOf(operations, outcomes, seen, after);
  return {
    documentId: touched.set.documentId,
    answer: { seq: after.seq, at: stamp.at, replayed: [...seen.keys()], results },
  };
}

const REVIEWERS_ONLY: ReadonlySet<OperationKind> = new Set<OperationKind>([
  "set.return",
  "set.accept",
  "set.reopen",
]);

/** The rights a batch needs: a reviewer's for what only reviewers do, an editor's for the rest. */
function actionsOf(operations: readonly Operation[]): readonly SetAction[] {
  return [
    ...new Set(
      operations.map(({ kind }): SetAction => (REVIEWERS_ONLY.has(kind) ? "set.review" : "set.edit")),
    ),
  ];
}

/**
 * The operations that the log does not hold yet, each once.
 * @throws AppError `operation_id_reused` where an id comes with another body, set or author than before.
 */
function freshOf(
  operations: readonly Operation[],
  seen: ReadonlyMap<OperationId, Seen>,
  hashes: ReadonlyMap<Operation, string>,
  by: Pick<Seen, "setId" | "actorId">,
): readonly Operation[] {
  const faults: Fault[] = [];
  const fresh = new Map<OperationId, Operation>();
  operations.forEach((operation, index) => {
    const earlier = fresh.get(operation.id);
    const stored = seen.get(operation.id);
    const sameAsStored =
      stored === undefined ||
      (stored.bodyHash === hashes.get(operation) &&
        stored.setId === by.setId &&
        stored.actorId === by.actorId);
    const sameAsEarlier = earlier === undefined || hashes.get(earlier) === hashes.get(operation);
    if (!sameAsStored || !sameAsEarlier) {
      const message = sameAsStored
        ? `operations[${operations.findIndex(({ id }) => id === operation.id)}] has this id too, with other content. Give each an id of its own.`
        : "This id was used for another operation. Send it under an id of its own.";
      faults.push({ path: `operations[${index}].id`, code: "operation_id_reused", message });
    } else if (stored === undefined) fresh.set(operation.id, operation);
  });
  if (faults.length > 0) throw new AppError("operation_id_reused", { faults });
  return [...fresh.values()];
}

function namesIn(operations: readonly Operation[]): Named {
  const annotations = new Set<AnnotationId>();
  const relations = new Set<RelationId>();
  const undone = new Set<OperationId>();
  for (const operation of operations) {
    if (isAnnotationOperation(operation)) annotations.add(operation.target);
    else if (isRelationOperation(operation)) relations.add(operation.target);
    else if (operation.kind === "undo") undone.add(operation.target);
    if (operation.kind === "relation.create") annotations.add(operation.body.from).add(operation.body.to);
  }
  const ids = operations.map((operation) => operation.id);
  return { operations: ids, annotations: [...annotations], relations: [...relations], undone: [...undone] };
}

/**
 * The set as far as the batch can see it: whole for a submission, which checks everything. It may be read a moment later
 * than the rest; if it then is another, so is the set's seq, and nothing is written.
 */
async function setAsTouched(
  queries: SqlQueries,
  projectId: ProjectId,
  touched: Touched,
  operations: readonly Operation[],
): Promise<AnnotationSet> {
  const submits = operations.some((operation) => operation.kind === "set.submit");
  const { id, documentId, kind, state, seq } = touched.set;
  const { annotations, relations } = submits ? await contentsOf(queries, projectId, id) : touched;
  return { id, documentId, kind, state, seq, annotations, relations, applied: touched.applied };
}

function resultsOf(
  operations: readonly Operation[],
  outcomes: readonly Outcome[],
  seen: ReadonlyMap<OperationId, Seen>,
  after: AnnotationSet,
): readonly OperationResult[] {
  const made = new Map(outcomes.map((outcome) => [outcome.operation.id, outcome]));
  return operations.map((operation): OperationResult => {
    const result = made.get(operation.id) ?? seen.get(operation.id);
    if (result === undefined) throw new RangeError(`operation ${operation.id} has no result`);
    const { seq } = result;
    if (result.status === "ok" || result.reason === null) return { id: operation.id, seq, status: "ok" };
    const current = currentOf(operation, after);
    return {
      id: operation.id,
      seq,
      status: "rejected",
      reason: result.reason,
      ...(current === undefined ? {} : { current }),
    };
  });
}

function currentOf(operation: Operation, set: AnnotationSet): Annotation | Relation | undefined {
  return (
    set.annotations.get(operation.target as AnnotationId) ?? set.relations.get(operation.target as RelationId)
  );
}
