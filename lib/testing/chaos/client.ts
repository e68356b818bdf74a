import { v7 } from "uuid";
import type { Operation } from "@/lib/core/annotation/operation";
import type { Id, OperationId, UserId } from "@/lib/core/ids";
import type { DocumentKey } from "@/lib/core/live/document-key";
import { formatCursor } from "@/lib/core/live/cursor";
import { BatchAnswer, LogAnswer } from "@/lib/contracts/operation-answers";
import { OperationBatch } from "@/lib/contracts/operations";
import type { SetSnapshot } from "@/lib/contracts/set";
import { liveApi, type LiveApi } from "@/lib/client/api/live-api";
import type { Reply } from "@/lib/client/api/reply";
import { LOG_PAGE, type SetApi } from "@/lib/client/api/set-api";
import { AnnotationSession } from "@/lib/client/session/annotation-session";
import type { Environment } from "@/lib/client/session/environment";
import { LiveFollower } from "@/lib/client/session/live-follower";
import { memoryShelf, type Shelf } from "@/lib/client/session/shelf";
import type { Rules } from "@/lib/core/annotation/decide";
import { asAppError, PROBLEMS } from "@/lib/server/problem";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { readLog } from "@/lib/usecases/sets/read-log";
import type { Chance } from "./chance";
import type { AppProcess } from "./process";

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
  readonly processes: readonly AppProcess[];
  readonly chance: Chance;
  readonly weather: () => Weather;
  readonly shelf?: Shelf;
}

/** Waiting times shrink to this share, so that a run takes seconds. */
const HASTE = 1 / 50;
const away = { kind: "unavailable", retryAfterMs: null } as const;

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
    const { snapshot, userId, rules } = options;
    this.#options = options;
    this.userId = userId;
    const environment = this.#environment();
    const shelf = options.shelf ?? memoryShelf();
    this.session = new AnnotationSession({
      snapshot,
      userId,
      rules,
      api: this.#setApi(),
      shelf,
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

  #process(): AppProcess {
    const process = this.#options.chance.one(this.#options.processes);
    if (process === undefined) throw new RangeError("no process");
    return process;
  }

  #setApi(): SetApi {
    const { projectId } = this.#options.key;
    const setId = this.#options.snapshot.id;
    return {
      send: (operations) => this.#ask(BatchAnswer, (process) => this.#save(process, operations)),
      log: (after) =>
        this.#ask(LogAnswer, (process) =>
          readLog(process.contextOf(this.userId), { projectId, setId, after, limit: LOG_PAGE }),
        ),
      historyOf: () => Promise.resolve(away),
    };
  }

  async #save(process: AppProcess, operations: readonly Operation[]): Promise<unknown> {
    const { projectId } = this.#options.key;
    const batch = OperationBatch.parse(JSON.parse(JSON.stringify({ clientId: "chaos", operations })));
    const input = { projectId, setId: this.#options.snapshot.id, operations: batch.operations };
    const once = async () => {
      const answer = await applyOperations(process.contextOf(this.userId), input);
      for (const { id, seq } of answer.results) this.#note(id, seq);
      return answer;
    };
    const isDoubled = this.#options.chance.happens(this.#options.weather().doubled);
    const [answer] = isDoubled ? await Promise.all([once(), once().catch(() => null)]) : [await once()];
    return answer;
  }

  #note(id: OperationId, seq: number): void {
    const earlier = this.acknowledged.get(id) ?? seq;
    if (earlier !== seq) throw new RangeError(`operation ${id} was acknowledged as ${earlier} and as ${seq}`);
    this.acknowledged.set(id, seq);
  }

  async #ask<T>(
    parser: { readonly parse: (value: unknown) => T },
    call: (process: AppProcess) => Promise<unknown>,
  ): Promise<Reply<T>> {
    const { chance, weather } = this.#options;
    if (!this.isOnline || chance.happens(weather().lostRequests)) return away;
    const isAnswerLost = chance.happens(weather().lostAnswers);
    try {
      const answer: unknown = JSON.parse(JSON.stringify(await call(this.#process())));
      return isAnswerLost || !this.#isStillOnline() ? away : { kind: "ok", value: parser.parse(answer) };
    } catch (error) {
      const { code, faults } = asAppError(error);
      if (PROBLEMS[code].status >= 500) return away;
      return { kind: "refused", code, message: code, faults };
    }
  }

  #isStillOnline(): boolean {
    return this.isOnline;
  }

  #liveApi(): LiveApi {
    const { key, chance, weather } = this.#options;
    const api = liveApi({ ...key, userId: this.userId }, async (path, { signal }) => {
      if (!this.isOnline) throw new TypeError("offline");
      const leaving = AbortSignal.any([signal ?? this.#leave.signal, this.#leave.signal]);
      const after = new URL(path, "http://localhost").searchParams.get("after");
      const response = await this.#process().follow(this.userId, key, after);
      const body = response.body?.pipeThrough(new TransformStream(), { signal: leaving });
      return new Response(body, response);
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
