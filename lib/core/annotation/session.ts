import type { OperationId } from "../ids";
import type { AnnotationSet, Applied } from "./annotation-set";
import { applyAll, replay } from "./apply";
import type { LogEntry } from "./draft";
import type { Rules, Stamp } from "./decide";
import type { Operation, Refusal } from "./operation";

/**
 * One person's work on a set: what the log is known to hold, and what was done here and has not been found in it yet.
 * What is shown is always derived: `viewOf`.
 */
export interface Session {
  readonly confirmed: AnnotationSet;
  readonly pending: readonly Operation[];
}

/** An operation that the server did not take. */
export interface Refused {
  readonly operation: Operation;
  readonly reason: Refusal;
}

/** A line of the log, with the reason where it was refused. */
export interface LoggedEntry extends LogEntry {
  readonly reason: Refusal | null;
}

/** What the server said of one operation. */
export type Answer = { readonly id: OperationId; readonly seq: number } & (
  { readonly status: "ok" } | { readonly status: "rejected"; readonly reason: Refusal }
);

export interface Moved {
  readonly session: Session;
  readonly refused: readonly Refused[];
}

/** The set as its author sees it: all that is pending on top of what is confirmed. What does not hold has no effect. */
export function viewOf(session: Session, stamp: Stamp, rules: Rules): AnnotationSet {
  return session.pending.length === 0
    ? session.confirmed
    : applyAll(session.confirmed, session.pending, stamp, rules).set;
}

/**
 * Does `operations` as one act upon `view`, which is `viewOf(session)`: all of them, or none and the first refusal.
 */
export function perform(
  session: Session,
  view: AnnotationSet,
  operations: readonly Operation[],
  stamp: Stamp,
  rules: Rules,
): { readonly session: Session; readonly view: AnnotationSet } | Refused {
  const { set, outcomes } = applyAll(view, operations, stamp, rules);
  for (const outcome of outcomes) {
    if (outcome.status === "rejected") return { operation: outcome.operation, reason: outcome.reason };
  }
  return { session: { ...session, pending: [...session.pending, ...operations] }, view: set };
}

/**
 * Puts what was kept, in its order, before what is pending and was not kept: the work of an earlier visit, or of
 * another page of this browser. Nothing is doubled.
 */
export function resume(session: Session, kept: readonly Operation[]): Session {
  const known = new Set(kept.map(({ id }) => id));
  return { ...session, pending: [...kept, ...session.pending.filter(({ id }) => !known.has(id))] };
}

/**
 * Moves along the log. `entries` are in order and reach back to `confirmed.seq` at least; those up to it only tell
 * which operations have landed, and give undo its memory.
 * @throws RangeError when they leave a gap behind `confirmed.seq`.
 */
export function receive(session: Session, entries: readonly LoggedEntry[]): Moved {
  const { seq } = session.confirmed;
  const remembered = remember(
    session.confirmed,
    entries.filter((entry) => entry.seq <= seq),
  );
  const confirmed = replay(
    remembered,
    entries.filter((entry) => entry.seq > seq),
  );
  return settle({ ...session, confirmed }, new Map(entries.map((entry) => [entry.id, entry.reason])));
}

/**
 * Takes the server's answer to operations that are pending. Null where it cannot be followed from here: others'
 * operations lie between, or the server decided otherwise than this reducer. Then the log tells: `receive`.
 */
export function acknowledge(
  session: Session,
  answers: readonly Answer[],
  stamp: Stamp,
  rules: Rules,
): Moved | null {
  const pending = new Map(session.pending.map((operation) => [operation.id, operation]));
  const ahead = answers.filter(({ seq }) => seq > session.confirmed.seq).sort((a, b) => a.seq - b.seq);
  const run: Operation[] = [];
  for (const answer of ahead) {
    const operation = pending.get(answer.id);
    if (operation === undefined || answer.seq !== session.confirmed.seq + run.length + 1) return null;
    run.push(operation);
  }
  const { set, outcomes } = applyAll(session.confirmed, run, stamp, rules);
  if (outcomes.some(({ status }, index) => status !== ahead[index]?.status)) return null;
  return settle(
    { ...session, confirmed: set },
    new Map(answers.map((answer) => [answer.id, answer.status === "ok" ? null : answer.reason])),
  );
}

/** Takes operations out of what is pending: the person threw them away, or the server will never take them. */
export function withdraw(session: Session, ids: ReadonlySet<OperationId>): Session {
  return { ...session, pending: session.pending.filter(({ id }) => !ids.has(id)) };
}

function settle(session: Session, landed: ReadonlyMap<OperationId, Refusal | null>): Moved {
  const refused: Refused[] = [];
  const pending: Operation[] = [];
  for (const operation of session.pending) {
    const reason = landed.get(operation.id);
    if (reason === undefined) pending.push(operation);
    else if (reason !== null) refused.push({ operation, reason });
  }
  return { session: { ...session, pending }, refused };
}

/** Gives the set back the part of its log that a snapshot leaves out. */
function remember(set: AnnotationSet, entries: readonly LogEntry[]): AnnotationSet {
  if (entries.length === 0) return set;
  const applied = new Map<OperationId, Applied>();
  for (const { id, seq, actorId, change, undoes } of entries) {
    if (change === null) continue;
    applied.set(id, { actorId, seq, change, undone: false });
    const undone = undoes === null ? undefined : applied.get(undoes);
    if (undoes !== null && undone !== undefined) applied.set(undoes, { ...undone, undone: true });
  }
  return { ...set, applied: new Map([...applied, ...set.applied]) };
}
