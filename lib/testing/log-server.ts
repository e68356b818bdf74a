import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import { applyAll } from "@/lib/core/annotation/apply";
import type { Rules } from "@/lib/core/annotation/decide";
import type { Operation } from "@/lib/core/annotation/operation";
import type { Answer, LoggedEntry } from "@/lib/core/annotation/session";
import type { OperationId, UserId } from "@/lib/core/ids";
import { aSet, bicycleRules, stampOf } from "./annotation-builders";

/** One set's log as the real server keeps it, without the database: each id once, in order, refusals too. */
export class LogServer {
  set: AnnotationSet = aSet();
  readonly log: (LoggedEntry & { readonly operation: Operation })[] = [];
  readonly #answers = new Map<OperationId, Answer>();
  readonly #rules: Rules;

  constructor(rules: Rules = bicycleRules) {
    this.#rules = rules;
  }

  apply(operations: readonly Operation[], actorId: UserId): readonly Answer[] {
    const fresh = operations.filter(({ id }) => !this.#answers.has(id));
    const { set, outcomes } = applyAll(this.set, fresh, stampOf(actorId), this.#rules);
    this.set = set;
    for (const outcome of outcomes) {
      const { operation, seq } = outcome;
      const { id } = operation;
      const reason = outcome.status === "ok" ? null : outcome.reason;
      const change = outcome.status === "ok" ? outcome.change : null;
      this.log.push({
        id,
        seq,
        actorId,
        change,
        undoes: operation.kind === "undo" ? operation.target : null,
        reason,
        operation,
      });
      this.#answers.set(
        id,
        reason === null ? { id, seq, status: "ok" } : { id, seq, status: "rejected", reason },
      );
    }
    return operations.flatMap(({ id }) => this.#answers.get(id) ?? []);
  }

  /** As after a restore from a time when nothing had been done. */
  restore(): void {
    this.set = aSet();
    this.log.length = 0;
    this.#answers.clear();
  }
}
