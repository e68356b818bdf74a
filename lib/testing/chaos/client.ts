import { v7 } from "uuid";
import type { Id, OperationId, UserId } from "@/lib/core/ids";
import type { DocumentKey } from "@/lib/core/live/document-key";
import { formatCursor } from "@/lib/core/live/cursor";
import type { Rules } from "@/lib/core/annotation/decide";
import { BatchAnswer } from "@/lib/contracts/operation-answers";
import type { SetSnapshot } from "@/lib/contracts/set";
import { liveApi, type LiveApi } from "@/lib/client/api/live-api";
import { setApi } from "@/lib/client/api/set-api";
import { AnnotationSession } from "@/lib/client/session/annotation-session";
import type { Environment } from "@/lib/client/session/environment";
import { LiveFollower } from "@/lib/client/session/live-follower";
import { memoryShelf, type Shelf } from "@/lib/client/session/shelf";
import type { Chance } from "./chance";

/** One of the processes of an installation, as pages reach it. */
export interface Host {
  /** As `fetch` does in the browser of somebody who is signed in. */
  readonly ask: (userId: UserId, path: string, init: RequestInit) => Promise<Response>;
  /** Breaks every stream off, as a proxy that is restarted does. */
  readonly cutStreams: () => void;
}

/** How often what goes wrong; shares of one. */
export interface Weather {
  readonly lostRequests: number;
  readonly lostAnswers: number;
  readonly doubled: number;
  /** Frames that never reach the page. */
  readonly lostFrames: number;
}
export const CALM: Weather = { lostRequests: 0, lostAnswers: 0, doubled: 0, lostFrames: 0 };

export interface ClientOptions {
  readonly userId: UserId;
  readonly key: DocumentKey;
  readonly snapshot: SetSnapshot;
  readonly rules: Rules;
  readonly hosts: readonly Host[];
  readonly chance: Chance;
  readonly weather: () => Weather;
  readonly shelf?: Shelf;
}

/** Waiting times shrink to this share, so that a run takes seconds. */
const HASTE = 1 / 50;

/** A page in a browser: the real session and the real follower on a line that loses and doubles what it carries. */
export class ChaosClient {
  readonly session: AnnotationSession;
  readonly userId: UserId;
  /** What the server said it has, whether or not the answer arrived. */
  readonly acknowledged = new Map<OperationId, number>();
  readonly performed = new Set<OperationId>();
  isOnline = true;
  readonly #options: ClientOptions;
  readonly #follower: LiveFollower;
  readonly #timers = new Set<NodeJS.Timeout>();
  #leave = new AbortController();

  constructor(options: ClientOptions) {
    const { key, snapshot, userId, rules } = options;
    this.#options = options;
    this.userId = userId;
    const environment = this.#environment();
    this.session = new AnnotationSession({
      snapshot,
      userId,
      rules,
      api: setApi({ projectId: key.projectId, setId: snapshot.id, userId }, "chaos", (path, init) =>
        this.#ask(path, init),
      ),
      shelf: options.shelf ?? memoryShelf(),
      hasStorage: true,
      environment,
    });
    this.#follower = new LiveFollower({
      api: this.#liveApi(),
      environment,
      cursor: formatCursor({ epoch: snapshot.epoch, seqs: new Map([[snapshot.id, snapshot.seq]]) }),
      listener: {
        frame: (frame) => void this.session.takeFrame(frame),
        snapshot: (one) => void this.session.takeSnapshot(one),
        hidden: () => undefined,
        present: () => undefined,
        server: () => undefined,
        poll: () => undefined,
        state: () => undefined,
      },
    });
    void this.session.refresh();
    this.#follower.start();
  }

  goOffline(): void {
    this.isOnline = false;
    this.#leave.abort();
    this.#leave = new AbortController();
  }

  goOnline(): void {
    this.isOnline = true;
    this.session.retry();
    this.#follower.retry();
  }

  close(): void {
    this.#follower.close();
    this.session.close();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #environment(): Environment {
    const { chance } = this.#options;
    return {
      now: () => "2026-11-22T08:00:00.000Z",
      random: () => chance.next(),
      newId: <K extends string>() => v7() as Id<K>,
      later: (ms, act) => {
        const timer = setTimeout(() => {
          this.#timers.delete(timer);
          act();
        }, ms * HASTE);
        this.#timers.add(timer);
        return () => {
          this.#timers.delete(timer);
          clearTimeout(timer);
        };
      },
      exclusively: (_name, act) => act(),
      claim: () => Promise.resolve(() => undefined),
      channel: () => ({ post: () => undefined, onPost: () => undefined, close: () => undefined }),
    };
  }

  #host(): Host {
    const host = this.#options.chance.one(this.#options.hosts);
    if (host === undefined) throw new RangeError("there is no host");
    return host;
  }

  /** A request on a bad line. What is sent twice may reach two processes at once. */
  async #ask(path: string, init: RequestInit): Promise<Response> {
    const { chance, weather } = this.#options;
    if (!this.isOnline || chance.happens(weather().lostRequests)) throw new TypeError("offline");
    const isAnswerLost = chance.happens(weather().lostAnswers);
    const isDoubled = init.method === "POST" && chance.happens(weather().doubled);
    const once = async () => this.#noted(await this.#host().ask(this.userId, path, init));
    const [answer] = isDoubled ? await Promise.all([once(), once().catch(() => null)]) : [await once()];
    if (isAnswerLost || !this.#isStillOnline()) throw new TypeError("the answer was lost");
    return answer;
  }

  async #noted(response: Response): Promise<Response> {
    const text = await response.text();
    const batch = BatchAnswer.safeParse(response.ok ? JSON.parse(text) : null);
    for (const { id, seq } of batch.data?.results ?? []) {
      const earlier = this.acknowledged.get(id) ?? seq;
      if (earlier !== seq)
        throw new RangeError(`operation ${id} was acknowledged as ${earlier} and as ${seq}`);
      this.acknowledged.set(id, seq);
    }
    return new Response(text, response);
  }

  #isStillOnline(): boolean {
    return this.isOnline;
  }

  #liveApi(): LiveApi {
    const { key, chance, weather } = this.#options;
    const api = liveApi({ ...key, userId: this.userId }, async (path, { signal, ...init }) => {
      if (!this.isOnline) throw new TypeError("offline");
      const leaving = AbortSignal.any([signal ?? this.#leave.signal, this.#leave.signal]);
      return this.#host().ask(this.userId, path, { ...init, signal: leaving });
    });
    return {
      follow: (after, take, signal) =>
        api.follow(
          after,
          (event) => {
            if (event.kind !== "frame" || !chance.happens(weather().lostFrames)) take(event);
          },
          signal,
        ),
    };
  }
}
