import { describe, expect, it } from "vitest";
import { codePoint } from "@/lib/core/text/offsets";
import { idOf } from "@/lib/testing/annotation-builders";
import { World } from "@/lib/testing/session-world";
import type { Intent } from "./intent";

const mark = (start: number, end: number): Intent => ({
  kind: "annotation.create",
  target: idOf(start + 1),
  body: { label: "actor", start: codePoint(start), end: codePoint(end) },
});

describe("a session whose document was moved to the trash", () => {
  it("says so as soon as the log tells, and does nothing more", async () => {
    const world = new World();
    const session = world.open();
    session.perform([mark(0, 10)]);
    await world.settle();
    world.weather = "in trash";
    await session.refresh();
    expect(session.state.save).toMatchObject({ kind: "closed", closed: "trash", waiting: 0 });
    expect(session.perform([mark(13, 28)])).toEqual({ ok: false, reason: "trash" });
    expect(session.undo()).toEqual({ ok: false, reason: "trash" });
    expect(world.sent).toHaveLength(1);
  });

  it("keeps what it could not send, and sends it once the document is back", async () => {
    const world = new World();
    const session = world.open();
    world.weather = "in trash";
    session.perform([mark(0, 10)]);
    await world.settle();
    expect(session.state.save).toMatchObject({ kind: "closed", waiting: 1, refused: 0, isOnDevice: true });
    expect(await world.shelf.load()).toHaveLength(1);
    session.retry();
    await world.settle();
    expect(session.state.save).toMatchObject({ kind: "closed", waiting: 1 });
    world.weather = "answers";
    session.retry();
    await world.settle();
    expect(session.state.save).toMatchObject({ kind: "saved", closed: null, waiting: 0 });
    expect(world.server.set.annotations.size).toBe(1);
    expect(session.undo()?.ok).toBe(true);
  });

  it("keeps it for the next visit too", async () => {
    const world = new World();
    const first = world.open();
    world.weather = "in trash";
    first.perform([mark(0, 10)]);
    await world.settle();
    first.close();
    world.weather = "answers";
    const second = world.open();
    await second.refresh();
    await world.settle();
    expect(second.state.save).toMatchObject({ kind: "saved", waiting: 0 });
    expect(world.server.set.annotations.size).toBe(1);
  });
});

describe("a session of somebody who may only read now", () => {
  it("stops when the server says so, and tries again when asked to", async () => {
    const world = new World();
    const session = world.open();
    world.weather = "read only";
    session.perform([mark(0, 10)]);
    await world.settle();
    await session.refresh();
    expect(session.state.save).toMatchObject({ kind: "closed", closed: "rights", waiting: 1 });
    expect(session.perform([mark(13, 28)])).toEqual({ ok: false, reason: "rights" });
    world.weather = "answers";
    session.retry();
    await world.settle();
    expect(session.state.save).toMatchObject({ kind: "saved", closed: null, waiting: 0 });
  });
});
