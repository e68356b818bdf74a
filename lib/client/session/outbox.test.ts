import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BatchAnswer } from "@/lib/contracts/operation-answers";
import type { Operation } from "@/lib/core/annotation/operation";
import type { OperationId } from "@/lib/core/ids";
import { idOf, op } from "@/lib/testing/annotation-builders";
import type { Reply } from "../api/reply";
import { backoffMs } from "./backoff";
import type { Environment } from "./environment";
import { Outbox, type OutboxState } from "./outbox";

const notes = (count: number): Operation[] =>
  Array.from({ length: count }, (_, n) => op.setNote(idOf(11), `${n}`));
const away: Reply<BatchAnswer> = { kind: "unavailable", retryAfterMs: null };
const refusal = (code: string, paths: readonly string[] = []): Reply<BatchAnswer> => ({
  kind: "refused",
  code,
  message: "No.",
  faults: paths.map((path) => ({ path, code: "invalid", message: `Not ${path}.` })),
});
const taken = (operations: readonly Operation[]): Reply<BatchAnswer> => ({
  kind: "ok",
  value: { seq: 0, at: "", results: operations.map(({ id }) => ({ id, seq: 0, status: "ok" as const })) },
});

/** An outbox whose server answers by script, then takes everything, and whose timers fire when told to. */
function outboxWith(queue: Operation[], script: readonly Reply<BatchAnswer>[] = []) {
  const sent: (readonly Operation[])[] = [];
  const refused = new Map<OperationId, string>();
  const states: OutboxState[] = [];
  const closed: string[] = [];
  const timers: { readonly ms: number; readonly act: () => void }[] = [];
  const remove = (ids: ReadonlySet<OperationId>) =>
    queue.splice(0, queue.length, ...queue.filter(({ id }) => !ids.has(id)));
  const environment: Environment = {
    now: () => "2026-11-22T08:00:00.000Z",
    random: () => 0,
    newId: <K extends string>() => idOf<K>(1),
    later: (ms, act) => {
      const timer = { ms, act };
      timers.push(timer);
      return () => {
        if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1);
      };
    },
    exclusively: (_name, act) => act(),
    claim: () => Promise.resolve(() => undefined),
    channel: () => ({ post: () => undefined, onPost: () => undefined, close: () => undefined }),
  };
  const outbox = new Outbox(
    "test",
    {
      waiting: () => Promise.resolve([...queue]),
      send: (operations) => {
        sent.push(operations);
        return Promise.resolve(script[sent.length - 1] ?? taken(operations));
      },
      answered: (_operations, answer) => {
        remove(new Set(answer.results.map(({ id }) => id)));
        return Promise.resolve(true);
      },
      closed: (reason) => closed.push(reason),
      refused: (given) => {
        for (const [id, note] of given) refused.set(id, note.message);
        remove(new Set(given.keys()));
        return Promise.resolve();
      },
    },
    environment,
    (state) => states.push(state),
  );
  const settle = async () => {
    await macrotask();
    for (let timer = timers.shift(); timer !== undefined; timer = timers.shift()) {
      timer.act();
      await macrotask();
    }
  };
  return { outbox, sent, refused, closed, states, timers, settle };
}

const macrotask = () => new Promise((resolve) => setImmediate(resolve));

describe("the outbox", () => {
  it("sends what waits in one batch and rests", async () => {
    const queue = notes(3);
    const { outbox, sent, states, settle } = outboxWith(queue);
    outbox.wake();
    await settle();
    expect(sent.map((batch) => batch.length)).toEqual([3]);
    expect(states).toEqual(["sending", "idle"]);
  });

  it("sends at most 500 at once", async () => {
    const { outbox, sent, settle } = outboxWith(notes(1200));
    outbox.wake();
    await settle();
    expect(sent.map((batch) => batch.length)).toEqual([500, 500, 200]);
  });

  it("sends the same operations under the same ids for as long as no server answers", async () => {
    const queue = notes(2);
    const ids = queue.map(({ id }) => id);
    const { outbox, sent, settle } = outboxWith(queue, [away, away, away]);
    outbox.wake();
    await settle();
    expect(sent.map((batch) => batch.map(({ id }) => id))).toEqual([ids, ids, ids, ids]);
  });

  it("waits as long as the server asks for", async () => {
    const { outbox, timers } = outboxWith(notes(1), [{ kind: "unavailable", retryAfterMs: 45_000 }]);
    outbox.wake();
    await macrotask();
    expect(timers.map(({ ms }) => ms)).toEqual([45_000]);
  });

  it("does not hurry because more is done while the server is away", async () => {
    const { outbox, sent } = outboxWith(notes(1), [away]);
    outbox.wake();
    await macrotask();
    outbox.wake();
    await macrotask();
    expect(sent).toHaveLength(1);
  });

  it("stops when the person is signed out, keeps all, and goes on when told to", async () => {
    const queue = notes(2);
    const { outbox, sent, timers, settle } = outboxWith(queue, [{ kind: "signed-out" }]);
    outbox.wake();
    await macrotask();
    expect([outbox.state, queue.length, timers.length]).toEqual(["signed-out", 2, 0]);
    outbox.wake();
    await macrotask();
    expect(sent).toHaveLength(1);
    outbox.retry();
    await settle();
    expect([outbox.state, queue.length]).toEqual(["idle", 0]);
  });

  it("sets aside only the operations that are named as faulty, and sends the rest again", async () => {
    const queue = notes(3);
    const [, faulty] = queue;
    const { outbox, sent, refused, settle } = outboxWith(queue, [
      refusal("invalid", ["operations[1].body.end"]),
    ]);
    outbox.wake();
    await settle();
    expect([...refused]).toEqual([[faulty?.id, "Not operations[1].body.end."]]);
    expect(sent.map((batch) => batch.length)).toEqual([3, 2]);
  });

  it("never sends again unchanged what was refused as a whole", async () => {
    const { outbox, sent, refused, settle } = outboxWith(notes(2), [refusal("unsupported_type")]);
    outbox.wake();
    await settle();
    expect(sent).toHaveLength(1);
    expect(refused.size).toBe(2);
  });

  it.each([
    ["gone", refusal("not_found")],
    ["rights", refusal("forbidden")],
    ["trash", { ...refusal("not_found"), faults: [{ path: "setId", code: "in_trash", message: "x" }] }],
  ] as const)(
    "keeps what waits while the set is closed (%s), and sends it when asked to",
    async (reason, reply) => {
      const queue = notes(2);
      const ids = queue.map(({ id }) => id);
      const { outbox, sent, refused, closed, states, settle } = outboxWith(queue, [reply]);
      outbox.wake();
      await settle();
      outbox.wake();
      await settle();
      expect([sent.length, refused.size, closed, states.at(-1)]).toEqual([1, 0, [reason], "closed"]);
      outbox.retry();
      await settle();
      expect(sent.map((batch) => batch.map(({ id }) => id))).toEqual([ids, ids]);
      expect(states.at(-1)).toBe("idle");
    },
  );

  it("halves a batch that is too large until it is not, and gives up only what is too large alone", async () => {
    const { outbox, sent, refused, settle } = outboxWith(notes(4), [
      refusal("too_large"),
      refusal("too_large"),
      refusal("too_large"),
    ]);
    outbox.wake();
    await settle();
    expect(sent.map((batch) => batch.length)).toEqual([4, 2, 1, 1, 2]);
    expect(refused.size).toBe(1);
  });

  it("sends nothing once it is closed", async () => {
    const { outbox, sent, settle } = outboxWith(notes(1), [away]);
    outbox.wake();
    await macrotask();
    outbox.close();
    await settle();
    expect(sent).toHaveLength(1);
  });
});

describe("the wait between attempts", () => {
  it("is between half a second and half a minute, and grows", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (attempt, random) => {
          const wait = backoffMs(attempt, random);
          expect(wait).toBeGreaterThanOrEqual(500);
          expect(wait).toBeLessThanOrEqual(30_000);
          expect(backoffMs(attempt + 1, random)).toBeGreaterThanOrEqual(wait);
        },
      ),
    );
  });
});
