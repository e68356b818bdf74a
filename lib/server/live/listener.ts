import { setTimeout as wait } from "node:timers/promises";
import { v7 } from "uuid";
import { listen, notify } from "@/lib/db/listen";
import type { Database } from "@/lib/db/client";
import { CHANNEL, readMessage, writeMessage, type Heard } from "./message";

export interface ListenerOptions {
  /** A connection of its own that is not pooled by transaction: there, nothing would ever be heard. */
  readonly url: string;
  /** Says what the listener hears of itself. */
  readonly database: () => Database;
  readonly process: string;
  readonly onHeard: (heard: Heard) => void;
  /** It hears again: what was said meanwhile is lost. */
  readonly onAlive: () => void;
}

const PROBE_EVERY_MS = 15_000;
const PROBE_PATIENCE_MS = 5_000;
const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;

/**
 * The one connection of this process that listens, for as long as the process lives: lost, it is opened again. It
 * counts as alive only while it hears what we say to ourselves over the pool, which a connection that is dead without
 * knowing it does not, nor one behind a pooler that hands it to others after each statement.
 */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #stop = new AbortController();
  #isAlive = false;
  #failures = 0;
  #probe: { readonly nonce: string; readonly heard: () => void } | null = null;

  constructor(options: ListenerOptions) {
    this.#options = options;
    void this.#keepListening();
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  stop(): void {
    this.#stop.abort();
  }

  async #keepListening(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await this.#listenUntilLost().catch(() => undefined);
      this.#isAlive = false;
      const pause = Math.min(LONGEST_PAUSE_MS, SHORTEST_PAUSE_MS * 2 ** Math.min(this.#failures, 10));
      this.#failures += 1;
      await wait(pause, undefined, { signal: this.#stop.signal, ref: false }).catch(() => undefined);
    }
  }

  async #listenUntilLost(): Promise<void> {
    const lost = new AbortController();
    const over = AbortSignal.any([lost.signal, this.#stop.signal]);
    const connection = await listen(this.#options.url, CHANNEL, {
      onPayload: (payload) => this.#hear(payload),
      onLost: () => lost.abort(),
    });
    try {
      while (await this.#hearsItself(over)) {
        this.#failures = 0;
        if (!this.#isAlive) {
          this.#isAlive = true;
          this.#options.onAlive();
        }
        await wait(PROBE_EVERY_MS, undefined, { signal: over, ref: false });
      }
    } finally {
      await connection.close();
    }
  }

  async #hearsItself(over: AbortSignal): Promise<boolean> {
    const nonce = v7();
    const heard = new Promise<true>((resolve) => (this.#probe = { nonce, heard: () => resolve(true) }));
    const message = writeMessage({ from: this.#options.process, message: { kind: "probe", nonce } });
    await notify(this.#options.database(), CHANNEL, message);
    const patience = wait(PROBE_PATIENCE_MS, false as const, { signal: over, ref: false });
    return Promise.race([heard, patience]);
  }

  #hear(payload: string): void {
    const heard = readMessage(payload);
    if (heard === null) return;
    if (heard.message.kind === "probe") {
      if (heard.message.nonce === this.#probe?.nonce) this.#probe.heard();
    } else if (heard.from !== this.#options.process) this.#options.onHeard(heard);
  }
}
