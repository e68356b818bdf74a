import type { AnnotationSet } from "./annotation-set";
import { draftOf, finish, record, type LogEntry } from "./draft";
import type { Change } from "./change";
import { decide, type Rules, type Stamp } from "./decide";
import type { Operation, Refusal } from "./operation";

/** What became of an operation: its place in the log, and the change or the reason against it. */
export type Outcome = { readonly operation: Operation; readonly seq: number } & (
  | { readonly status: "ok"; readonly change: Change }
  | { readonly status: "rejected"; readonly reason: Refusal }
);

/**
 * Folds `operations` into `set`, each as its next one; a refused operation takes a seq too. The browser and the
 * server run this same function, so that both come to the same set.
 */
export function applyAll(
  set: AnnotationSet,
  operations: readonly Operation[],
  stamp: Stamp,
  rules: Rules,
): { readonly set: AnnotationSet; readonly outcomes: readonly Outcome[] } {
  const draft = draftOf(set);
  const outcomes = operations.map((operation): Outcome => {
    const verdict = decide(draft, operation, stamp, rules);
    const change = "change" in verdict ? verdict.change : null;
    record(draft, {
      id: operation.id,
      seq: draft.seq + 1,
      actorId: stamp.actorId,
      change,
      undoes: operation.kind === "undo" ? operation.target : null,
    });
    return "change" in verdict
      ? { operation, seq: draft.seq, status: "ok", change: verdict.change }
      : { operation, seq: draft.seq, status: "rejected", reason: verdict.refusal };
  });
  return { set: finish(draft), outcomes };
}

/**
 * Brings `set` forward along its log.
 * @throws RangeError when `entries` do not follow on it without a gap.
 */
export function replay(set: AnnotationSet, entries: readonly LogEntry[]): AnnotationSet {
  const draft = draftOf(set);
  for (const entry of entries) record(draft, entry);
  return finish(draft);
}
