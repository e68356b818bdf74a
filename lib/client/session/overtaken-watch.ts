import { overtake, type Overtaken } from "@/lib/core/annotation/overtaken";
import type { UserId } from "@/lib/core/ids";
import type { OperationRecord } from "@/lib/contracts/operations";

/** Knows what others have replaced of what this person did in this visit, until they have decided about it. */
export class OvertakenWatch {
  readonly #userId: UserId;
  /** Where in the log stands what was done here. */
  readonly #mine = new Set<number>();
  #known: readonly Overtaken[] = [];

  constructor(userId: UserId) {
    this.#userId = userId;
  }

  get known(): readonly Overtaken[] {
    return this.#known;
  }

  landed(seqs: readonly number[]): void {
    for (const seq of seqs) this.#mine.add(seq);
  }

  /** `records`: what is new of the log. */
  read(records: readonly OperationRecord[]): void {
    const entries = records.map(({ id, seq, actor, change, undoes, at }) => ({
      id,
      seq,
      actorId: actor?.id ?? null,
      change,
      undoes,
      at,
    }));
    this.#known = overtake(this.#known, entries, {
      userId: this.#userId,
      isMine: (seq) => this.#mine.has(seq),
    });
  }

  /** The person has decided about these. */
  dismiss(decided: readonly Overtaken[]): void {
    this.#known = this.#known.filter((one) => !decided.includes(one));
  }

  /** The log is another one now. */
  forget(): void {
    this.#mine.clear();
    this.#known = [];
  }
}
