import { liveAnnotations, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Rules } from "@/lib/core/annotation/decide";
import type { Operation } from "@/lib/core/annotation/operation";
import type { UserId } from "@/lib/core/ids";
import type { OperationRecord } from "@/lib/contracts/operations";
import type { SetSnapshot } from "@/lib/contracts/set";
import type { Reply } from "@/lib/client/api/reply";
import { LOG_PAGE, type SetApi } from "@/lib/client/api/set-api";
import { AnnotationSession } from "@/lib/client/session/annotation-session";
import type { Channel, Environment } from "@/lib/client/session/environment";
import { memoryShelf, type Shelf } from "@/lib/client/session/shelf";
import { ANA, bicycleRules, idOf } from "./annotation-builders";
import { LogServer } from "./log-server";

/** Everything that waits on nothing but the machine has been done. */
export const macrotask = () => new Promise((resolve) => setImmediate(resolve));
/** The time line of these tests. */
export const EPOCH = "00000000-0000-4000-8000-000000000001";
const readOnly: Reply<never> = { kind: "refused", code: "forbidden", message: "No.", faults: [] };
const inTrash: Reply<never> = {
  ...readOnly,
  code: "not_found",
  faults: [{ path: "setId", code: "in_trash", message: "It is in the trash." }],
};
const away = { kind: "unavailable", retryAfterMs: null } as const;

type Weather = "answers" | "loses requests" | "loses answers" | "signed out" | "in trash" | "read only";

/** A browser with storage, and a server at the other end of a line that may fail. Timers fire when told to. */
export class World {
  readonly rules: Rules;
  readonly server: LogServer;
  readonly sent: (readonly Operation[])[] = [];
  weather: Weather = "answers";
  shelf: Shelf = memoryShelf();
  readonly #timers: (() => void)[] = [];
  readonly #listeners = new Set<() => void>();
  #queue: Promise<unknown> = Promise.resolve();
  #lastId = 50_000;

  readonly environment: Environment = {
    now: () => "2026-11-22T08:00:00.000Z",
    random: () => 0,
    newId: <K extends string>() => idOf<K>(this.#lastId++),
    later: (_ms, act) => {
      this.#timers.push(act);
      return () => {
        if (this.#timers.includes(act)) this.#timers.splice(this.#timers.indexOf(act), 1);
      };
    },
    exclusively: (_name, act) => {
      const turn = this.#queue.then(act);
      this.#queue = turn.catch(() => undefined);
      return turn;
    },
    claim: () => Promise.resolve(() => undefined),
    channel: () => this.#channel(),
  };

  constructor(rules: Rules = bicycleRules) {
    this.rules = rules;
    this.server = new LogServer(rules);
  }

  open(userId: UserId = ANA): AnnotationSession {
    const parts = {
      userId,
      rules: this.rules,
      shelf: this.shelf,
      hasStorage: true,
      environment: this.environment,
    };
    return new AnnotationSession({ ...parts, snapshot: snapshotOf(this.server.set), api: this.#api(userId) });
  }

  async settle(): Promise<void> {
    await macrotask();
    for (let rounds = 0; rounds < 50; rounds++) {
      const act = this.#timers.shift();
      if (act === undefined) return;
      act();
      await macrotask();
    }
  }

  #api(userId: UserId): SetApi {
    return {
      send: (operations) => {
        if (this.weather === "signed out") return Promise.resolve({ kind: "signed-out" });
        if (this.weather === "in trash") return Promise.resolve(inTrash);
        if (this.weather === "read only") return Promise.resolve(readOnly);
        if (this.weather === "loses requests") return Promise.resolve(away);
        this.sent.push(operations);
        const results = this.server.apply(operations, userId).map((answer) => ({ ...answer }));
        if (this.weather === "loses answers") return Promise.resolve(away);
        return Promise.resolve({
          kind: "ok",
          value: { seq: this.server.set.seq, at: "2026-11-22T08:00:00.000Z", results },
        });
      },
      log: (after) => this.#log(after),
      historyOf: () => Promise.resolve(away),
    };
  }

  #log(after: number): Promise<Reply<readonly OperationRecord[]>> {
    if (this.weather === "in trash") return Promise.resolve(inTrash);
    if (this.weather !== "answers" && this.weather !== "read only") return Promise.resolve(away);
    const records = this.server.log.filter(({ seq }) => seq > after).slice(0, LOG_PAGE);
    return Promise.resolve({ kind: "ok", value: records.map(toRecord) });
  }

  #channel(): Channel {
    let own: () => void = () => undefined;
    return {
      post: () =>
        [...this.#listeners].filter((listener) => listener !== own).forEach((listener) => listener()),
      onPost: (listener) => {
        own = listener;
        this.#listeners.add(listener);
      },
      close: () => this.#listeners.delete(own),
    };
  }
}

export function toRecord({
  id,
  seq,
  actorId,
  change,
  undoes,
  reason,
  operation,
}: LogServer["log"][number]): OperationRecord {
  const actor = actorId === null ? null : { id: actorId, name: actorId === ANA ? "Ana" : "Ben" };
  const { kind, target, body, group = null } = operation;
  const status = change === null ? "rejected" : "ok";
  return {
    id,
    seq,
    kind,
    target,
    body,
    group,
    actor,
    status,
    reason,
    change,
    undoes,
    at: "2026-11-22T08:00:00.000Z",
  };
}

export function snapshotOf(set: AnnotationSet): SetSnapshot {
  const { id, documentId, kind, state, seq } = set;
  const deleted = {
    annotations: [...set.annotations.values()].filter(({ live }) => !live),
    relations: [...set.relations.values()],
  };
  const base = {
    id,
    documentId,
    kind,
    state,
    seq,
    annotator: null,
    schemaVersion: 1,
    guidelineVersion: 1,
    epoch: EPOCH,
    people: [],
  };
  return { ...base, annotations: liveAnnotations(set), relations: [], deleted };
}
