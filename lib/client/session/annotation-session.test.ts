import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { liveAnnotations, liveRelations, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { AnnotationId } from "@/lib/core/ids";
import { codePoint } from "@/lib/core/text/offsets";
import { ANA, BEN, idOf, op } from "@/lib/testing/annotation-builders";
import { macrotask, World } from "@/lib/testing/session-world";
import type { Intent } from "./intent";
import { memoryShelf } from "./shelf";

const [ruiz, ban, greens] = [idOf<"annotation">(11), idOf<"annotation">(12), idOf<"annotation">(13)];
const mark = (target: AnnotationId, label: string, start: number, end: number): Intent => ({
  kind: "annotation.create",
  target,
  body: { label, start: codePoint(start), end: codePoint(end) },
});
const note = (target: AnnotationId, text: string): Intent => ({
  kind: "annotation.setNote",
  target,
  body: { note: text },
});
const remove = (target: AnnotationId): Intent => ({ kind: "annotation.delete", target, body: {} });
const link = (from: AnnotationId, to: AnnotationId): Intent => ({
  kind: "relation.create",
  target: idOf(21),
  body: { type: "made_by", from, to },
});
const shown = (set: AnnotationSet) => [
  ...liveAnnotations(set).map(
    ({ id, label, quote, note: text }) => `${id.slice(-2)} ${label} ${quote} ${text ?? ""}`,
  ),
  ...liveRelations(set).map(({ type, from, to }) => `${type} ${from.slice(-2)} ${to.slice(-2)}`),
];

describe("an act", () => {
  it("shows at once and is saved when the server has it", async () => {
    const world = new World();
    const session = world.open();
    session.perform([mark(ruiz, "actor", 0, 10)]);
    expect(shown(session.state.set)).toEqual(["0b actor Mayor Ruiz "]);
    expect(session.state.save).toMatchObject({ kind: "saving", waiting: 1, isOnDevice: false });
    await world.settle();
    expect(session.state.save).toMatchObject({ kind: "saved", waiting: 0, isOnDevice: true });
    expect(shown(world.server.set)).toEqual(shown(session.state.set));
  });

  it("that the rules forbid is not done and says why", () => {
    const session = new World().open();
    expect(session.perform([mark(ruiz, "actor", 0, 10), link(ruiz, ruiz)])).toEqual({
      ok: false,
      reason: "relation_rule",
    });
    expect(session.state.pending).toEqual([]);
  });

  it("is on the device before the screen says so, and in memory only where there is no room", async () => {
    const world = new World();
    world.weather = "loses requests";
    world.shelf = { ...memoryShelf(), keep: () => Promise.reject(new Error("no room")) };
    const session = world.open();
    session.perform([mark(ruiz, "actor", 0, 10)]);
    await macrotask();
    expect(session.state.save).toMatchObject({ kind: "offline", waiting: 1, isOnDevice: false });
    world.weather = "answers";
    session.retry();
    await world.settle();
    expect(session.state.save).toMatchObject({ kind: "saved", isOnDevice: true });
  });
});

describe("without a connection", () => {
  it("work goes on, waits on the device, and is sent in order when the connection is back", async () => {
    const world = new World();
    world.weather = "loses requests";
    const session = world.open();
    session.perform([mark(ruiz, "actor", 0, 10)]);
    session.perform([note(ruiz, "offline")]);
    await macrotask();
    expect(session.state.save).toMatchObject({ kind: "offline", waiting: 2, isOnDevice: true });
    world.weather = "answers";
    session.retry();
    await world.settle();
    expect(shown(world.server.set)).toEqual(["0b actor Mayor Ruiz offline"]);
    expect(session.state.save.kind).toBe("saved");
  });

  it("what waits outlives the page and is sent by the next one", async () => {
    const world = new World();
    world.weather = "loses requests";
    const first = world.open();
    first.perform([mark(ruiz, "actor", 0, 10)]);
    await macrotask();
    first.close();
    world.weather = "answers";
    const second = world.open();
    await second.refresh();
    await world.settle();
    expect(shown(world.server.set)).toEqual(["0b actor Mayor Ruiz "]);
    expect(second.state.save).toMatchObject({ kind: "saved", waiting: 0 });
  });

  it("a lost answer does not make the act happen twice", async () => {
    const world = new World();
    world.weather = "loses answers";
    const session = world.open();
    session.perform([mark(ruiz, "actor", 0, 10)]);
    await macrotask();
    world.weather = "answers";
    session.retry();
    await world.settle();
    expect(new Set(world.sent.map((batch) => batch.map(({ id }) => id).join())).size).toBe(1);
    expect(world.server.log).toHaveLength(1);
    expect(session.state.save.kind).toBe("saved");
  });
});

describe("a signed-out person", () => {
  it("keeps the queue and sends it after signing in again", async () => {
    const world = new World();
    world.weather = "signed out";
    const session = world.open();
    session.perform([mark(ruiz, "actor", 0, 10)]);
    await world.settle();
    expect(session.state.save).toMatchObject({ kind: "signed-out", waiting: 1, isOnDevice: true });
    world.weather = "answers";
    session.retry();
    await world.settle();
    expect(session.state.save.kind).toBe("saved");
  });
});

describe("what the server refuses", () => {
  it("is taken off the text, kept with its reason, and can be tried again", async () => {
    const world = new World();
    const session = world.open();
    session.perform([mark(ruiz, "actor", 0, 10)]);
    await world.settle();
    world.server.apply([op.remove(ruiz)], BEN);
    session.perform([note(ruiz, "late")]);
    await world.settle();
    const [refused] = session.state.refused;
    expect(refused?.refused?.code).toBe("deleted");
    const ids = new Set(refused === undefined ? [] : [refused.operation.id]);
    expect(session.tryAgain(ids)).toBe("deleted");
    session.perform([{ kind: "annotation.restore", target: ruiz, body: {} }]);
    expect(session.tryAgain(ids)).toBeNull();
    await world.settle();
    expect(shown(world.server.set)).toEqual(["0b actor Mayor Ruiz late"]);
    expect(session.state.refused).toEqual([]);
  });

  it("outlives the page, and is gone when it is thrown away", async () => {
    const world = new World();
    const first = world.open();
    world.server.apply([op.create(ruiz, "actor", 0, 5)], BEN);
    first.perform([mark(ruiz, "actor", 0, 10)]);
    await world.settle();
    first.close();
    const second = world.open();
    await second.refresh();
    expect(second.state.refused.map(({ refused }) => refused?.code)).toEqual(["exists"]);
    second.discard(new Set(second.state.refused.map(({ operation }) => operation.id)));
    await macrotask();
    expect(await world.shelf.load()).toEqual([]);
  });
});

describe("two pages of one person", () => {
  it("show each other's work and send it once", async () => {
    const world = new World();
    const [one, other] = [world.open(), world.open()];
    one.perform([mark(ruiz, "actor", 0, 10)]);
    await world.settle();
    other.perform([note(ruiz, "from the other")]);
    await world.settle();
    for (const session of [one, other]) {
      expect(shown(session.state.set)).toEqual(["0b actor Mayor Ruiz from the other"]);
      expect(session.state.save.kind).toBe("saved");
    }
    expect(world.server.log).toHaveLength(2);
  });

  it("one sends what the other could not before it was closed", async () => {
    const world = new World();
    const [one, other] = [world.open(), world.open()];
    world.weather = "loses requests";
    one.perform([mark(ruiz, "actor", 0, 10)]);
    await macrotask();
    one.close();
    world.weather = "answers";
    other.retry();
    await world.settle();
    expect(shown(world.server.set)).toEqual(["0b actor Mayor Ruiz "]);
  });
});

describe("undo", () => {
  it("takes back whole acts and does them again", async () => {
    const world = new World();
    const session = world.open();
    session.perform([mark(ruiz, "actor", 0, 10)]);
    session.perform([mark(ban, "claim", 13, 28), link(ban, ruiz)]);
    const whole = shown(session.state.set);
    session.undo();
    expect(shown(session.state.set)).toEqual(["0b actor Mayor Ruiz "]);
    await world.settle();
    session.undo();
    expect(shown(session.state.set)).toEqual([]);
    session.redo();
    session.redo();
    await world.settle();
    expect(shown(session.state.set)).toEqual(whole);
    expect(shown(world.server.set)).toEqual(whole);
    expect([session.state.canUndo, session.state.canRedo]).toEqual([true, false]);
  });

  it("reaches back over a reload, redo too", async () => {
    const world = new World();
    const first = world.open();
    first.perform([mark(ruiz, "actor", 0, 10)]);
    first.perform([note(ruiz, "one")]);
    first.undo();
    await world.settle();
    first.close();
    const second = world.open();
    await second.refresh();
    expect([second.state.canUndo, second.state.canRedo]).toEqual([true, true]);
    second.redo();
    second.undo();
    second.undo();
    await world.settle();
    expect(shown(world.server.set)).toEqual([]);
  });

  it("does not stop for ever at an act that others have built on", async () => {
    const world = new World();
    const session = world.open();
    session.perform([mark(greens, "actor", 34, 45)]);
    session.perform([mark(ruiz, "actor", 0, 10)]);
    await world.settle();
    world.server.apply([op.setNote(ruiz, "checked")], BEN);
    await session.refresh();
    expect(session.undo()).toEqual({ ok: false, reason: "superseded" });
    expect(session.undo()?.ok).toBe(true);
    expect(shown(session.state.set)).toEqual(["0b actor Mayor Ruiz checked"]);
  });
});

type Step =
  | "act"
  | "undo"
  | "redo"
  | "lose requests"
  | "lose answers"
  | "sign out"
  | "recover"
  | "reload"
  | "other page"
  | "elsewhere"
  | "settle";
const anyStep = fc.constantFrom<Step>(
  "act",
  "act",
  "act",
  "undo",
  "redo",
  "lose requests",
  "lose answers",
  "sign out",
  "recover",
  "reload",
  "other page",
  "elsewhere",
  "settle",
);

describe("laws", () => {
  it("whatever fails in between, every act of every page lands once, and all pages come to the server's set", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(anyStep, fc.nat({ max: 7 })), { maxLength: 30 }), async (steps) => {
        const world = new World();
        const pages = [world.open(), world.open()];
        const done = new Set<string>();
        let current = 0;
        const page = () => pages[current] ?? world.open();
        for (const [step, n] of steps) {
          if (step === "act") {
            const acts = [
              mark(ruiz, "actor", n, n + 5),
              mark(ban, "claim", 13, 28),
              link(ban, ruiz),
              note(ruiz, `${n}`),
              remove(ruiz),
              note(ban, `${n}`),
            ];
            const performed = page().perform(acts.slice(n % 6, (n % 6) + 1));
            if (performed.ok) for (const { id } of performed.operations) done.add(id);
          } else if (step === "undo" || step === "redo") {
            const performed = page()[step]();
            if (performed?.ok === true) for (const { id } of performed.operations) done.add(id);
          } else if (step === "lose requests") world.weather = "loses requests";
          else if (step === "lose answers") world.weather = "loses answers";
          else if (step === "sign out") world.weather = "signed out";
          else if (step === "recover") world.weather = "answers";
          else if (step === "other page") current = 1 - current;
          else if (step === "elsewhere")
            world.server.apply([n % 2 === 0 ? op.setNote(ruiz, "theirs") : op.remove(ban)], BEN);
          else if (step === "settle") await macrotask();
          else {
            await macrotask();
            page().close();
            pages[current] = world.open();
            void page().refresh();
          }
        }
        world.weather = "answers";
        await macrotask();
        for (const each of pages) each.retry();
        await world.settle();
        for (const each of pages) await each.refresh();
        await world.settle();

        const own = world.server.log.filter(({ actorId }) => actorId === ANA).map(({ id }) => id);
        expect(own.toSorted()).toEqual([...done].toSorted());
        for (const each of pages) {
          expect(shown(each.state.set)).toEqual(shown(world.server.set));
          expect(each.state.pending).toEqual([]);
        }
        const refused = new Set(
          pages.flatMap((each) => each.state.refused.map(({ operation }) => operation.id as string)),
        );
        const rejected = world.server.log
          .filter(({ actorId, reason }) => actorId === ANA && reason !== null)
          .map(({ id }) => id as string);
        expect([...refused].toSorted()).toEqual(rejected.toSorted());
        for (const each of pages) each.close();
      }),
      { numRuns: 200 },
    );
  });
});

describe("a page that has just been opened", () => {
  it("calls nothing saved before it has looked what an earlier visit left", async () => {
    const world = new World();
    const session = world.open();
    expect(session.state.save).toMatchObject({ kind: "saving", waiting: 0 });
    await session.refresh();
    expect(session.state.save.kind).toBe("saved");
  });

  it("says so also where the browser does not give back what lies there", async () => {
    const world = new World();
    world.shelf = { ...memoryShelf(), load: () => Promise.reject(new Error("blocked")) };
    const session = world.open();
    await session.refresh();
    expect(session.state.save.kind).toBe("saved");
  });
});
