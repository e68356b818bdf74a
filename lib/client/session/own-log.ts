import type { Operation } from "@/lib/core/annotation/operation";
import {
  undoHistory,
  type Act,
  type OwnOperation,
  type UndoHistory,
} from "@/lib/core/annotation/undo-history";
import type { GroupId, OperationId, UserId } from "@/lib/core/ids";
import type { OperationRecord } from "@/lib/contracts/operations";

interface Line extends OwnOperation {
  readonly seq: number;
}

/** What one person did to a set, as far back as it was read: the ground that undo stands on. */
export class OwnLog {
  readonly #userId: UserId;
  readonly #lines = new Map<OperationId, Line>();
  /** Acts that can no longer be taken back, since others built on them. */
  readonly #givenUp = new Set<OperationId>();
  #isRead = false;

  constructor(userId: UserId) {
    this.#userId = userId;
  }

  /** Whether the log from before this visit has been read. */
  get isRead(): boolean {
    return this.#isRead;
  }

  read(records: readonly OperationRecord[]): void {
    this.#isRead = true;
    for (const { id, seq, actor, status, kind, group, undoes } of records) {
      if (status === "ok" && actor?.id === this.#userId && isUndoable(kind)) {
        this.#lines.set(id, { id, seq, group: group as GroupId | null, undoes });
      }
    }
  }

  landed(
    operations: readonly Operation[],
    answers: readonly { readonly id: OperationId; readonly seq: number; readonly status: string }[],
  ): void {
    const answerOf = new Map(answers.map((answer) => [answer.id, answer]));
    for (const operation of operations) {
      const answer = answerOf.get(operation.id);
      if (answer?.status === "ok" && isUndoable(operation.kind))
        this.#lines.set(operation.id, { ...asOwn(operation), seq: answer.seq });
    }
  }

  /** The log has to be read anew. */
  forget(): void {
    this.#isRead = false;
    this.#lines.clear();
  }

  giveUp(act: Act): void {
    for (const id of act) this.#givenUp.add(id);
  }

  history(pending: readonly Operation[]): UndoHistory {
    const lines = [...this.#lines.values()].sort((a, b) => a.seq - b.seq);
    const waiting = pending.filter(({ id, kind }) => isUndoable(kind) && !this.#lines.has(id)).map(asOwn);
    const { undo, redo } = undoHistory([...lines, ...waiting]);
    const isPossible = (act: Act): boolean => !act.some((id) => this.#givenUp.has(id));
    return { undo: undo.filter(isPossible), redo: redo.filter(isPossible) };
  }
}

/** The state of a set goes forward by its own rules; undo is for annotations and relations. */
function isUndoable(kind: Operation["kind"]): boolean {
  return !kind.startsWith("set.");
}

function asOwn(operation: Operation): OwnOperation {
  return {
    id: operation.id,
    group: operation.group ?? null,
    undoes: operation.kind === "undo" ? operation.target : null,
  };
}
