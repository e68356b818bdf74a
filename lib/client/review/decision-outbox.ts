import type { Decision, DecisionId } from "@/lib/core/review/decision";
import type { ProgressAnswer } from "@/lib/contracts/review-answers";
import type { Reply } from "../api/reply";
import type { ReviewApi } from "../api/review-api";
import { backoffMs } from "../session/backoff";
import type { Environment } from "../session/environment";

/** One thing to be sent. */
export type Act =
  | { readonly kind: "decide"; readonly decisions: readonly Decision[] }
  | { readonly kind: "undo"; readonly id: DecisionId };

/** `offline`: the last attempt found no server; the next one comes by itself. */
export type DecisionSaving = "saved" | "saving" | "offline" | "signed-out";

export interface DecisionListener {
  /** The server has taken it, or parts of it. */
  readonly answered: (act: Act, answer: ProgressAnswer) => void;
  /** The server will never take it. */
  readonly refused: (act: Act, message: string) => void;
  readonly changed: () => void;
}

/** Sends one act after the other, each until it is answered. */
export class DecisionOutbox {
  readonly #api: ReviewApi;
  readonly #environment: Pick<Environment, "later" | "random">;
  readonly #listener: DecisionListener;
  #waiting: readonly Act[] = [];
  #saving: DecisionSaving = "saved";
  #failures = 0;
  #isRunning = false;
  #cancelTimer: () => void = () => undefined;

  constructor(
    api: ReviewApi,
    environment: Pick<Environment, "later" | "random">,
    listener: DecisionListener,
  ) {
    this.#api = api;
    this.#environment = environment;
    this.#listener = listener;
  }

  get saving(): DecisionSaving {
    return this.#saving;
  }

  get waiting(): readonly Act[] {
    return this.#waiting;
  }

  add(act: Act): void {
    this.#waiting = [...this.#waiting, act];
    if (this.#saving === "saved" || this.#saving === "saving") void this.#run();
  }

  /** Tries now: the connection is back, or the person has signed in again. */
  retry(): void {
    this.#failures = 0;
    void this.#run();
  }

  close(): void {
    this.#cancelTimer();
    this.#waiting = [];
  }

  async #run(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#cancelTimer();
    let goesOn = true;
    while (goesOn) {
      const [act] = this.#waiting;
      if (act === undefined) {
        this.#enter("saved");
        break;
      }
      this.#enter("saving");
      goesOn = this.#take(act, await this.#send(act));
    }
    this.#isRunning = false;
  }

  async #send(act: Act): Promise<Reply<ProgressAnswer>> {
    return act.kind === "decide" ? this.#api.decide(act.decisions) : this.#api.undo(act.id);
  }

  /** Whether there may be more to send at once. */
  #take(act: Act, reply: Reply<ProgressAnswer>): boolean {
    switch (reply.kind) {
      case "ok":
        this.#failures = 0;
        this.#waiting = this.#waiting.slice(1);
        this.#listener.answered(act, reply.value);
        return true;
      case "refused":
        this.#waiting = this.#waiting.slice(1);
        this.#listener.refused(act, reply.message);
        return true;
      case "signed-out":
        this.#enter("signed-out");
        return false;
      case "unavailable": {
        this.#failures += 1;
        this.#enter("offline");
        const wait = Math.max(backoffMs(this.#failures, this.#environment.random()), reply.retryAfterMs ?? 0);
        this.#cancelTimer = this.#environment.later(wait, () => void this.#run());
        return false;
      }
    }
  }

  #enter(saving: DecisionSaving): void {
    if (this.#saving === saving) return;
    this.#saving = saving;
    this.#listener.changed();
  }
}
