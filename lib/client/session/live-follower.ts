import type { SetId } from "@/lib/core/ids";
import type { Frame, PersonHere } from "@/lib/contracts/live";
import type { SetSnapshot } from "@/lib/contracts/set";
import type { LiveApi, LiveEvent, StreamEnd } from "../api/live-api";
import { backoffMs } from "./backoff";
import type { Environment } from "./environment";

/**
 * `connecting`: not told yet what was missed. `polling`: others of this browser's pages have the streams, so this one
 * looks now and then. `paused`: nobody looks at the page. `ended`: there is nothing here for this person, as long as the
 * document lies in the trash or they are no member; it looks again now and then.
 */
export type LiveState = "connecting" | "live" | "polling" | "paused" | "signed-out" | "ended";

/** Who wants to know what happens in a document. */
export interface LiveListener {
  /** A stretch of a set's log. What lies before `from` has been told, but may have been missed here. */
  frame(frame: Frame): void;
  /** A set as it stands: one that comes into sight, or all of them after too long a time. */
  snapshot(snapshot: SetSnapshot): void;
  /** A set that may not be seen any more. */
  hidden(set: SetId): void;
  /** Everybody who is here, oneself among them. */
  present(people: readonly PersonHere[]): void;
  /** Which version of the server answers. */
  server(build: string): void;
  /** There is no stream: look for news. */
  poll(): void;
  state(state: LiveState): void;
}

export interface FollowerParts {
  readonly api: LiveApi;
  readonly environment: Environment;
  readonly listener: LiveListener;
  /** Where what the page came with stands; null: nowhere. */
  readonly cursor: string | null;
}

/** How many pages of one browser may hold a stream: it opens six connections to a server, and pages want some too. */
const MOST_STREAMS = 4;
const POLL_MS = 5_000;
const HIDDEN_FOR_MS = 30_000;

/**
 * Follows a document for as long as somebody looks at it: takes up the stream wherever it broke off, waits longer the
 * more often it fails, gives way to other pages, and begins anew where the way back is lost.
 */
export class LiveFollower {
  readonly #parts: FollowerParts;
  #cursor: string | null;
  #state: LiveState = "connecting";
  #failures = 0;
  #isRunning = false;
  #isWatched = true;
  #isClosed = false;
  #stream: AbortController | null = null;
  #wake: () => void = () => undefined;
  #cancelHiding: () => void = () => undefined;

  constructor(parts: FollowerParts) {
    this.#parts = parts;
    this.#cursor = parts.cursor;
  }

  get state(): LiveState {
    return this.#state;
  }

  start(): void {
    if (!this.#isRunning) void this.#run();
  }

  /** The page is not seen any more. */
  hide(): void {
    this.#cancelHiding();
    this.#cancelHiding = this.#parts.environment.later(HIDDEN_FOR_MS, () => {
      this.#isWatched = false;
      this.#stream?.abort();
      this.#wake();
    });
  }

  /** The page is seen again. */
  show(): void {
    this.#cancelHiding();
    this.#isWatched = true;
    this.#wake();
  }

  /** The connection is back, or somebody signed in: try now. */
  retry(): void {
    this.#failures = 0;
    this.#wake();
  }

  close(): void {
    this.#isClosed = true;
    this.#cancelHiding();
    this.#stream?.abort();
    this.#wake();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#isOpen()) {
      if (!this.#isWatched) {
        this.#enter("paused");
        await this.#pause(null);
      } else {
        const wait = await this.#followOrPoll();
        if (this.#isOpen() && (wait === null || wait > 0)) await this.#pause(wait);
      }
    }
    this.#isRunning = false;
  }

  /** @returns how long to wait before the next attempt; null: until something happens */
  async #followOrPoll(): Promise<number | null> {
    const giveBack = await this.#parts.environment.claim("triptych stream", MOST_STREAMS);
    if (giveBack === null) return this.#poll();
    try {
      if (!this.#isOpen() || !this.#isWatched) return 0;
      if (this.#state !== "live" && this.#state !== "ended") this.#enter("connecting");
      this.#stream = new AbortController();
      const { signal } = this.#stream;
      const take = (event: LiveEvent): void => {
        if (!signal.aborted) this.#take(event);
      };
      return this.#afterwards(await this.#parts.api.follow(this.#cursor, take, signal));
    } finally {
      giveBack();
    }
  }

  #take(event: LiveEvent): void {
    const { listener } = this.#parts;
    switch (event.kind) {
      case "frame":
        listener.frame(event.frame);
        break;
      case "snapshot":
        listener.snapshot(event.snapshot);
        break;
      case "hidden":
        listener.hidden(event.set);
        break;
      case "presence":
        listener.present(event.people);
        break;
      case "server":
        listener.server(event.build);
        break;
      case "live":
        this.#failures = 0;
        this.#enter("live");
        break;
    }
    this.#cursor = event.id ?? this.#cursor;
  }

  #afterwards(end: StreamEnd): number | null {
    switch (end.kind) {
      case "lost":
        if (!this.#isWatched || this.#isClosed) return 0;
        this.#enter("connecting");
        return Math.max(end.retryMs ?? 0, this.#backoff());
      // A slow reader who came back at once would only be too slow again.
      case "resync":
        this.#enter("connecting");
        return this.#backoff();
      // Perhaps the rights are others now: the next answer tells.
      case "revoked":
        this.#enter("connecting");
        return this.#failures++ === 0 ? 0 : this.#backoff();
      case "signed-out":
        this.#enter("signed-out");
        return POLL_MS * 6;
      case "refused":
        return this.#refused(end.status);
    }
  }

  #refused(status: number): number | null {
    if (status === 429) return this.#poll();
    if (this.#cursor !== null) {
      this.#cursor = null;
      return 0;
    }
    this.#enter("ended");
    return POLL_MS * 6;
  }

  #poll(): number {
    this.#enter("polling");
    this.#parts.listener.poll();
    return POLL_MS * (0.75 + this.#parts.environment.random() / 2);
  }

  #backoff(): number {
    this.#failures++;
    return backoffMs(this.#failures, this.#parts.environment.random());
  }

  async #pause(ms: number | null): Promise<void> {
    await new Promise<void>((resolve) => {
      const cancel = ms === null ? () => undefined : this.#parts.environment.later(ms, () => this.#wake());
      this.#wake = () => {
        this.#wake = () => undefined;
        cancel();
        resolve();
      };
    });
  }

  #isOpen(): boolean {
    return !this.#isClosed;
  }

  #enter(state: LiveState): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#parts.listener.state(state);
  }
}
