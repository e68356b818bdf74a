import { AppError } from "@/lib/core/errors";
import type { UserId } from "@/lib/core/ids";
import { keyText, type DocumentKey } from "@/lib/core/live/document-key";
import type { Presence } from "@/lib/core/live/presence";
import type { PersonHere } from "@/lib/contracts/live";
import type { Database } from "@/lib/db/client";
import { lookAgain, type News } from "@/lib/usecases/live/look-again";
import { namesHere } from "@/lib/usecases/live/names-here";
import { PresenceBoard, type Seen } from "./presence-board";
import type { Reader } from "./reader";

export interface HubOptions {
  readonly database: () => Database;
  /** Whether hints from other processes arrive; without them the hub looks more often. */
  readonly isHearing: () => boolean;
  /** Looking failed: the database is away. It is tried again by itself. */
  readonly onTrouble: (error: unknown) => void;
}

const HEARTBEAT_MS = 20_000;
/** Looking at everything, whatever was heard: a hint that was lost, a right that was lost, costs at most this. */
const LOOK_AT_ALL_MS = 4_000;
const LOOK_AT_ALL_DEAF_MS = 1_000;
/** The pause between two looks; under load it grows, so that looking takes a fifth of the time at most. */
const PAUSE_MS = 50;
const PAUSE_SHARE = 4;
const PAUSE_AFTER_TROUBLE_MS = 1_000;
const MOST_STREAMS_OF_ONE = 10;

/**
 * All open streams of this process. A hint that a document changed makes the hub look at it, for all its readers in
 * three statements; hints that come meanwhile are one more look. What a reader is told depends on their cursor alone,
 * never on which hints arrived.
 */
export class Hub {
  readonly #options: HubOptions;
  readonly #readers = new Map<string, Set<Reader>>();
  readonly #board = new PresenceBoard(() => performance.now());
  readonly #toLookAt = new Set<string>();
  readonly #intervals: readonly NodeJS.Timeout[];
  #lookedAtAll = 0;
  #looking: NodeJS.Timeout | "now" | null = null;
  #pause = 0;
  #isClosed = false;

  constructor(options: HubOptions) {
    this.#options = options;
    this.#intervals = [
      setInterval(() => this.#beat(), HEARTBEAT_MS).unref(),
      setInterval(() => this.#keepLooking(), LOOK_AT_ALL_DEAF_MS).unref(),
    ];
  }

  get size(): number {
    return this.#all().length;
  }

  /** @throws AppError `rate_limited` for whoever has too many streams open. */
  admit(userId: UserId): void {
    const own = this.#all().filter((reader) => reader.userId === userId).length;
    if (own < MOST_STREAMS_OF_ONE) return;
    const detail = `At most ${MOST_STREAMS_OF_ONE} streams of one person at once. Close one, then try again.`;
    throw new AppError("rate_limited", { detail, retryAfterSeconds: 5 });
  }

  join(reader: Reader): void {
    const key = keyText(reader.key);
    const here = this.#readers.get(key) ?? new Set();
    here.add(reader);
    this.#readers.set(key, here);
  }

  leave(reader: Reader): void {
    const key = keyText(reader.key);
    const here = this.#readers.get(key);
    here?.delete(reader);
    if (here?.size === 0) this.#readers.delete(key);
  }

  /** Something was committed in this document, or may have been. */
  lookAt(key: DocumentKey): void {
    const text = keyText(key);
    if (!this.#readers.has(text)) return;
    this.#toLookAt.add(text);
    this.#lookSoon();
  }

  /** Anything may have happened. */
  lookAtAll(): void {
    this.#lookedAtAll = performance.now();
    for (const key of this.#readers.keys()) this.#toLookAt.add(key);
    if (this.#toLookAt.size > 0) this.#lookSoon();
  }

  show(presence: Presence): void {
    this.#board.put(presence);
    this.lookAt(presence);
  }

  /** The process ends. */
  close(): void {
    this.#isClosed = true;
    for (const interval of this.#intervals) clearInterval(interval);
    if (this.#looking !== null && this.#looking !== "now") clearTimeout(this.#looking);
    for (const reader of this.#all()) reader.sayBye();
  }

  #all(): readonly Reader[] {
    return [...this.#readers.values()].flatMap((readers) => [...readers]);
  }

  #beat(): void {
    for (const reader of this.#all()) reader.beat();
  }

  #keepLooking(): void {
    const every = this.#options.isHearing() ? LOOK_AT_ALL_MS : LOOK_AT_ALL_DEAF_MS;
    if (performance.now() - this.#lookedAtAll < every - LOOK_AT_ALL_DEAF_MS / 2) return;
    this.#board.tidyUp();
    this.lookAtAll();
  }

  #lookSoon(): void {
    if (this.#looking !== null || this.#isClosed) return;
    this.#looking = setTimeout(() => void this.#look(), this.#pause).unref();
  }

  async #look(): Promise<void> {
    this.#looking = "now";
    const began = performance.now();
    const keys = [...this.#toLookAt];
    this.#toLookAt.clear();
    try {
      await this.#lookFor(keys.flatMap((key) => [...(this.#readers.get(key) ?? [])]));
      this.#pause = Math.max(PAUSE_MS, (performance.now() - began) * PAUSE_SHARE);
    } catch (error) {
      if (!this.#isClosed) this.#options.onTrouble(error);
      for (const key of keys) this.#toLookAt.add(key);
      this.#pause = PAUSE_AFTER_TROUBLE_MS;
    }
    this.#looking = null;
    if (this.#isClosed) return;
    if (this.#toLookAt.size > 0) this.#lookSoon();
    else this.#looking = setTimeout(() => this.#rested(), this.#pause).unref();
  }

  /** The pause is over and nothing was heard in it: the next hint is followed at once. */
  #rested(): void {
    this.#looking = null;
    this.#pause = 0;
    if (this.#toLookAt.size > 0) this.#lookSoon();
  }

  async #lookFor(readers: readonly Reader[]): Promise<void> {
    if (readers.length === 0) return;
    const database = this.#options.database();
    const people = new Map(readers.map((reader) => [keyText(reader.key), this.#board.in(reader.key)]));
    const nameOf = await namesHere(database, [...people.values()].flat());
    const news = await lookAgain(database, readers, new Date());
    readers.forEach((reader, index) => {
      const here = people.get(keyText(reader.key)) ?? [];
      reader.tell(news[index] as News, (visible) =>
        here.filter(({ place }) => visible.has(place.set)).map((seen) => toPerson(seen, nameOf)),
      );
    });
  }
}

function toPerson({ clientId, userId, place }: Seen, nameOf: (userId: UserId) => string): PersonHere {
  return { clientId, user: { id: userId, name: nameOf(userId) }, place };
}
