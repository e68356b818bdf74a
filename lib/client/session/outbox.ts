import type { Operation } from "@/lib/core/annotation/operation";
import type { OperationId } from "@/lib/core/ids";
import type { BatchAnswer } from "@/lib/contracts/operation-answers";
import type { Reply } from "../api/reply";
import { closedReason, type ClosedReason } from "./closed";
import { backoffMs } from "./backoff";
import type { Environment } from "./environment";
import type { RefusalNote } from "./shelf";

/** Whose operations an outbox sends, and what becomes of them. */
export interface Sender {
  /** What has not been answered yet, in order; looked at anew before each batch. */
  waiting(): Promise<readonly Operation[]>;
  send(operations: readonly Operation[]): Promise<Reply<BatchAnswer>>;
  /** False where the answer could not be followed yet: the same operations then wait for the next attempt. */
  answered(operations: readonly Operation[], answer: BatchAnswer): Promise<boolean>;
  /** The server takes nothing for this set, whatever it is; what waits goes on waiting. */
  closed(reason: ClosedReason): void;
  /** The server will never take these as they are. */
  refused(notes: ReadonlyMap<OperationId, RefusalNote>): Promise<void>;
}

/** `offline`: the last attempt found no server; the next one comes by itself. `closed`: nothing is taken, until `retry`. */
export type OutboxState = "idle" | "sending" | "offline" | "signed-out" | "closed";

const LARGEST_BATCH = 500;

/**
 * Sends operations until each has its answer: one batch at a time, the same ids at every attempt, for ever. Gives up
 * only what the server calls wrong, and stops only when the person has been signed out or the set is closed to them,
 * until `retry`.
 */
export class Outbox {
  readonly #sender: Sender;
  readonly #environment: Environment;
  readonly #name: string;
  readonly #onState: (state: OutboxState) => void;
  #state: OutboxState = "idle";
  #failures = 0;
  #batchSize = LARGEST_BATCH;
  #isRunning = false;
  #isWoken = false;
  #isClosed = false;
  #cancelTimer: () => void = () => undefined;

  /** `name` is shared by the pages that send the same operations. */
  constructor(name: string, sender: Sender, environment: Environment, onState: (state: OutboxState) => void) {
    this.#name = name;
    this.#sender = sender;
    this.#environment = environment;
    this.#onState = onState;
  }

  get state(): OutboxState {
    return this.#state;
  }

  /** There is something to send. While the server is away or the person signed out, it waits its turn. */
  wake(): void {
    this.#isWoken = true;
    if (!this.#isRunning && (this.#state === "idle" || this.#state === "sending")) void this.#run();
  }

  /** Tries now: the connection is back, the person signed in, or asked for it. */
  retry(): void {
    this.#failures = 0;
    if (!this.#isRunning) void this.#run();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelTimer();
  }

  async #run(): Promise<void> {
    this.#cancelTimer();
    this.#isRunning = true;
    try {
      let goesOn = true;
      while (goesOn && !this.#isClosed) {
        this.#isWoken = false;
        goesOn =
          (await this.#environment.exclusively(this.#name, () => this.#sendBatch())) || this.#isStillWanted();
      }
    } finally {
      this.#isRunning = false;
    }
  }

  #isStillWanted(): boolean {
    return this.#isWoken && this.#state === "idle";
  }

  /** Whether there may be more to send at once. */
  async #sendBatch(): Promise<boolean> {
    const operations = (await this.#sender.waiting()).slice(0, this.#batchSize);
    if (operations.length === 0) return this.#rest("idle");
    this.#enter("sending");
    const reply = await this.#sender.send(operations);
    switch (reply.kind) {
      case "ok":
        if (!(await this.#sender.answered(operations, reply.value))) return this.#waitForServer(null);
        this.#failures = 0;
        this.#batchSize = LARGEST_BATCH;
        return true;
      case "unavailable":
        return this.#waitForServer(reply.retryAfterMs);
      case "signed-out":
        return this.#rest("signed-out");
      case "refused": {
        const reason = closedReason(reply);
        if (reason !== null) {
          this.#sender.closed(reason);
          return this.#rest("closed");
        }
        if (isTooMuch(reply.code) && operations.length > 1)
          this.#batchSize = Math.ceil(operations.length / 2);
        else await this.#sender.refused(notesFor(operations, reply));
        return true;
      }
    }
  }

  #rest(state: "idle" | "signed-out" | "closed"): false {
    this.#enter(state);
    return false;
  }

  #waitForServer(retryAfterMs: number | null): false {
    this.#failures++;
    this.#enter("offline");
    const wait = backoffMs(this.#failures, this.#environment.random());
    this.#cancelTimer = this.#environment.later(Math.max(wait, retryAfterMs ?? 0), () => void this.#run());
    return false;
  }

  #enter(state: OutboxState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#onState(state);
  }
}

function isTooMuch(code: string): boolean {
  return code === "too_large" || code === "too_many_operations";
}

const PLACE = /^operations\[(\d+)\]/;

/** The faults by operation. An answer that names none is about all of them. */
function notesFor(
  operations: readonly Operation[],
  { code, message, faults }: Extract<Reply<never>, { kind: "refused" }>,
): ReadonlyMap<OperationId, RefusalNote> {
  const notes = new Map<OperationId, RefusalNote>();
  for (const fault of faults) {
    const place = PLACE.exec(fault.path)?.[1];
    const operation = place === undefined ? undefined : operations[Number(place)];
    if (operation !== undefined && !notes.has(operation.id))
      notes.set(operation.id, { code: fault.code, message: fault.message });
  }
  return notes.size > 0 ? notes : new Map(operations.map(({ id }) => [id, { code, message }]));
}
