import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANA, aSet, BEN, bicycleRules, idOf, op, stampOf } from "@/lib/testing/annotation-builders";
import { LogServer } from "@/lib/testing/log-server";
import type { AnnotationId } from "../ids";
import { liveAnnotations } from "./annotation-set";
import type { Operation } from "./operation";
import { acknowledge, perform, receive, resume, viewOf, withdraw, type Session } from "./session";

const [ruiz, ban, greens] = [idOf<"annotation">(11), idOf<"annotation">(12), idOf<"annotation">(13)];
const fresh = (): Session => ({ confirmed: aSet(), pending: [] });

function act(session: Session, operations: readonly Operation[]): Session {
  const result = perform(
    session,
    viewOf(session, stampOf(), bicycleRules),
    operations,
    stampOf(),
    bicycleRules,
  );
  return "session" in result ? result.session : session;
}

function movedBy(session: Session, server: LogServer, operations: readonly Operation[] = session.pending) {
  return acknowledge(session, server.apply(operations, ANA), stampOf(), bicycleRules);
}

describe("what is shown", () => {
  it("holds what was done here before the server has answered", () => {
    const session = act(fresh(), [op.create(ruiz, "actor", 0, 10)]);
    expect(liveAnnotations(viewOf(session, stampOf(), bicycleRules)).map(({ id }) => id)).toEqual([ruiz]);
    expect(session.confirmed.seq).toBe(0);
  });

  it("does all of an act or nothing of it", () => {
    const session = fresh();
    const refused = perform(
      session,
      session.confirmed,
      [op.create(ruiz, "actor", 0, 10), op.setLabel(ban, "claim")],
      stampOf(),
      bicycleRules,
    );
    expect(refused).toMatchObject({ reason: "not_found" });
  });
});

describe("the server's answer", () => {
  it("confirms what was sent and keeps what was done meanwhile", () => {
    const sent = act(fresh(), [op.create(ruiz, "actor", 0, 10)]);
    const later = act(sent, [op.setNote(ruiz, "meanwhile")]);
    const moved = movedBy(later, new LogServer(), sent.pending);
    expect(moved?.session.confirmed.seq).toBe(1);
    expect(moved?.session.pending.map(({ kind }) => kind)).toEqual(["annotation.setNote"]);
  });

  it("gives back what was refused, with the reason", () => {
    const server = new LogServer();
    const session = act(fresh(), [op.create(ruiz, "actor", 0, 10)]);
    const { session: known } = movedBy(session, server) ?? { session };
    server.apply([op.remove(ruiz)], BEN);
    const late = act(known, [op.setNote(ruiz, "late")]);
    expect(movedBy(late, server)).toBeNull();
    const { session: after, refused } = receive(late, server.log);
    expect(refused.map(({ reason }) => reason)).toEqual(["deleted"]);
    expect(after.pending).toEqual([]);
  });

  it("cannot be followed where others' work lies between, and the log then tells", () => {
    const server = new LogServer();
    server.apply([op.create(greens, "actor", 34, 45)], BEN);
    const session = act(fresh(), [op.create(ruiz, "actor", 0, 10)]);
    expect(movedBy(session, server)).toBeNull();
    expect(receive(session, server.log).session).toEqual({ confirmed: server.set, pending: [] });
  });

  it("may come twice", () => {
    const server = new LogServer();
    const session = act(fresh(), [op.create(ruiz, "actor", 0, 10)]);
    const answers = server.apply(session.pending, ANA);
    const once = acknowledge(session, answers, stampOf(), bicycleRules)?.session;
    expect(once && acknowledge(once, answers, stampOf(), bicycleRules)?.session).toEqual(once);
  });
});

describe("the log", () => {
  it("gives a snapshot's undo its memory", () => {
    const server = new LogServer();
    const create = op.create(ruiz, "actor", 0, 10);
    server.apply([create, op.setNote(ruiz, "one")], ANA);
    const snapshot: Session = { confirmed: { ...server.set, applied: new Map() }, pending: [] };
    expect(receive(snapshot, server.log).session.confirmed).toEqual(server.set);
  });

  it("with a gap is refused", () => {
    const server = new LogServer();
    server.apply([op.create(ruiz, "actor", 0, 10), op.setNote(ruiz, "one")], ANA);
    expect(() => receive(fresh(), server.log.slice(1))).toThrow(RangeError);
  });
});

describe("what is pending", () => {
  it("is put back after a reload, before what was done since, and never twice", () => {
    const kept = [op.create(ruiz, "actor", 0, 10)];
    const since = op.create(ban, "claim", 13, 28);
    const session = resume(act(fresh(), [since]), [...kept, since]);
    expect(session.pending).toEqual([...kept, since]);
  });

  it("can be withdrawn", () => {
    const session = act(fresh(), [op.create(ruiz, "actor", 0, 10)]);
    expect(withdraw(session, new Set(session.pending.map(({ id }) => id))).pending).toEqual([]);
  });
});

type Step =
  | { readonly kind: "act"; readonly make: () => Operation }
  | { readonly kind: "other"; readonly make: () => Operation }
  | { readonly kind: "send"; readonly count: number; readonly answer: "arrives" | "lost" | "late" }
  | { readonly kind: "deliver late"; readonly which: number }
  | { readonly kind: "read log"; readonly back: number }
  | { readonly kind: "reload" };

const anyOperation = fc.oneof(
  fc
    .tuple(
      fc.constantFrom<AnnotationId>(ruiz, ban, greens),
      fc.constantFrom("actor", "claim"),
      fc.nat({ max: 40 }),
    )
    .map(
      ([id, label, start]) =>
        () =>
          op.create(id, label, start, start + 5),
    ),
  fc.tuple(fc.constantFrom<AnnotationId>(ruiz, ban, greens), fc.string()).map(
    ([id, note]) =>
      () =>
        op.setNote(id, note),
  ),
  fc.constantFrom<AnnotationId>(ruiz, ban, greens).map((id) => () => op.remove(id)),
  fc.constantFrom<AnnotationId>(ruiz, ban, greens).map((id) => () => op.restore(id)),
  fc.constantFrom<AnnotationId>(ban, greens).map((id) => () => op.link(idOf(21), "made_by", ban, id)),
);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: anyOperation.map((make) => ({ kind: "act" as const, make })) },
  { weight: 1, arbitrary: anyOperation.map((make) => ({ kind: "other" as const, make })) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("send" as const),
      count: fc.integer({ min: 1, max: 4 }),
      answer: fc.constantFrom("arrives" as const, "lost" as const, "late" as const),
    }),
  },
  { weight: 2, arbitrary: fc.nat({ max: 5 }).map((which) => ({ kind: "deliver late" as const, which })) },
  { weight: 1, arbitrary: fc.nat({ max: 5 }).map((back) => ({ kind: "read log" as const, back })) },
  { weight: 1, arbitrary: fc.constant({ kind: "reload" as const }) },
);

describe("laws", () => {
  it("whatever is lost, doubled, late or reloaded, each act lands once and the browser comes to the server's set", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), (steps) => {
        const server = new LogServer();
        const done = new Set<string>();
        const late: ReturnType<LogServer["apply"]>[] = [];
        let session = fresh();
        const readLog = (back: number) => {
          const { seq } = session.confirmed;
          session = receive(
            session,
            server.log.filter((entry) => entry.seq > seq - back),
          ).session;
        };
        const take = (answers: ReturnType<LogServer["apply"]>) => {
          const moved = acknowledge(session, answers, stampOf(), bicycleRules);
          if (moved === null) readLog(0);
          else session = moved.session;
        };
        const send = (count: number) => server.apply(session.pending.slice(0, count), ANA);
        for (const step of steps) {
          if (step.kind === "act") {
            const operation = step.make();
            const before = session.pending.length;
            session = act(session, [operation]);
            if (session.pending.length > before) done.add(operation.id);
          } else if (step.kind === "other") server.apply([step.make()], BEN);
          else if (step.kind === "read log") readLog(step.back);
          else if (step.kind === "reload") {
            const kept = session.pending;
            session = resume({ confirmed: { ...server.set, applied: new Map() }, pending: [] }, kept);
          } else if (step.kind === "deliver late") {
            const [answers] = late.splice(step.which, 1);
            if (answers !== undefined) take(answers);
          } else {
            const answers = send(step.count);
            if (step.answer === "arrives") take(answers);
            else if (step.answer === "late") late.push(answers);
          }
        }
        while (session.pending.length > 0) take(send(500));
        readLog(1000);

        expect(session.confirmed).toEqual(server.set);
        const own = server.log.filter(({ actorId }) => actorId === ANA).map(({ id }) => id);
        expect(own.toSorted()).toEqual([...done].toSorted());
      }),
      { numRuns: 1500 },
    );
  });
});
