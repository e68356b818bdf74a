import { emptySet, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import { pastOf, type Past } from "@/lib/core/annotation/past";
import type { OperationRecord } from "@/lib/contracts/operations";
import type { Reply } from "../api/reply";

export type HistoryState =
  | { readonly kind: "closed" }
  | { readonly kind: "reading" }
  /** The log is with the server, which does not answer. */
  | { readonly kind: "unavailable" }
  | {
      readonly kind: "open";
      /** The whole log. */
      readonly records: readonly OperationRecord[];
      /** After which operation the set is shown; 0: before the first. */
      readonly seq: number;
      readonly set: AnnotationSet;
    };

export interface HistoryParts {
  readonly of: Pick<AnnotationSet, "id" | "documentId" | "kind">;
  readonly readLog: () => Promise<Reply<readonly OperationRecord[]>>;
}

const CLOSED: HistoryState = { kind: "closed" };

/** Shows a set as it was at any time. It reads, and changes nothing; what happens meanwhile it does not show. */
export class SetHistory {
  readonly #parts: HistoryParts;
  readonly #listeners = new Set<() => void>();
  #past: Past | null = null;
  #state: HistoryState = CLOSED;

  constructor(parts: HistoryParts) {
    this.#parts = parts;
  }

  get state(): HistoryState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins at the end: as the set is now. */
  async open(): Promise<void> {
    if (this.#state.kind === "reading") return;
    this.#enter({ kind: "reading" });
    const reply = await this.#parts.readLog();
    // Closed while it was read.
    if (this.#state.kind !== ("reading" as HistoryState["kind"])) return;
    if (reply.kind !== "ok") {
      this.#enter({ kind: "unavailable" });
      return;
    }
    const records = reply.value;
    this.#past = pastOf(
      emptySet(this.#parts.of),
      records.map(({ id, seq, actor, change, undoes }) => ({
        id,
        seq,
        actorId: actor?.id ?? null,
        change,
        undoes,
      })),
    );
    const { last } = this.#past;
    this.#enter({ kind: "open", records, seq: last, set: this.#past.at(last) });
  }

  goTo(seq: number): void {
    if (this.#state.kind !== "open" || this.#past === null) return;
    const wanted = Math.max(0, Math.min(seq, this.#past.last));
    if (wanted !== this.#state.seq) this.#enter({ ...this.#state, seq: wanted, set: this.#past.at(wanted) });
  }

  close(): void {
    this.#past = null;
    if (this.#state.kind !== "closed") this.#enter(CLOSED);
  }

  #enter(state: HistoryState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
