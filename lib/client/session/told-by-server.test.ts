import { describe, expect, it } from "vitest";
import { liveAnnotations, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { AnnotationId } from "@/lib/core/ids";
import { codePoint } from "@/lib/core/text/offsets";
import type { Frame } from "@/lib/contracts/live";
import { BEN, idOf, op } from "@/lib/testing/annotation-builders";
import { macrotask, snapshotOf, toRecord, World } from "@/lib/testing/session-world";
import type { Intent } from "./intent";

const [ruiz, ban] = [idOf<"annotation">(11), idOf<"annotation">(12)];
const mark = (target: AnnotationId, label: string, start: number, end: number): Intent => ({
  kind: "annotation.create",
  target,
  body: { label, start: codePoint(start), end: codePoint(end) },
});
const shown = (set: AnnotationSet) =>
  liveAnnotations(set).map(({ id, label, quote, note }) => `${id.slice(-2)} ${label} ${quote} ${note ?? ""}`);

describe("what the server tells by itself", () => {
  const frameOf = ({ server }: World, from: number, to = server.set.seq): Frame => ({
    set: server.set.id,
    from,
    to,
    operations: server.log.filter(({ seq }) => seq > from && seq <= to).map(toRecord),
  });
  const aShared = async () => {
    const world = new World();
    const session = world.open();
    await session.refresh();
    return { world, session };
  };

  it("shows at once, with what its author is called", async () => {
    const { world, session } = await aShared();
    world.server.apply([op.create(ruiz, "actor", 0, 10)], BEN);
    await session.takeFrame(frameOf(world, 0));
    expect(shown(session.state.set)).toEqual(["0b actor Mayor Ruiz "]);
    expect(session.state.set.annotations.get(ruiz)?.createdBy).toBe(BEN);
    expect(session.state.names.get(BEN)).toBe("Ben");
  });

  it("counts once, however often and in whatever pieces it comes", async () => {
    const { world, session } = await aShared();
    world.server.apply(
      [op.create(ruiz, "actor", 0, 10), op.setNote(ruiz, "a"), op.create(ban, "claim", 13, 28)],
      BEN,
    );
    for (const [from, to] of [
      [0, 2],
      [1, 3],
      [0, 3],
      [0, 1],
    ] as const)
      await session.takeFrame(frameOf(world, from, to));
    expect(session.state.set.seq).toBe(3);
    expect(shown(session.state.set)).toEqual(shown(world.server.set));
  });

  it("is completed from the log where something was missed", async () => {
    const { world, session } = await aShared();
    world.server.apply([op.create(ruiz, "actor", 0, 10), op.setNote(ruiz, "a")], BEN);
    await session.takeFrame(frameOf(world, 1));
    expect(shown(session.state.set)).toEqual(["0b actor Mayor Ruiz a"]);
  });

  it("acknowledges what is one's own before the answer does", async () => {
    const { world, session } = await aShared();
    world.weather = "loses answers";
    session.perform([mark(ruiz, "actor", 0, 10)]);
    await macrotask();
    await session.takeFrame(frameOf(world, 0));
    expect(session.state.save).toMatchObject({ waiting: 0, kind: "saved" });
    expect([session.state.canUndo, shown(session.state.set)]).toEqual([true, ["0b actor Mayor Ruiz "]]);
  });

  it("is for its own set", async () => {
    const { world, session } = await aShared();
    world.server.apply([op.create(ruiz, "actor", 0, 10)], BEN);
    await session.takeFrame({ ...frameOf(world, 0), set: idOf(99) });
    expect(session.state.set.seq).toBe(0);
  });

  it("begins anew from a snapshot, on which what waits is laid again", async () => {
    const { world, session } = await aShared();
    world.server.apply([op.create(ruiz, "actor", 0, 10)], BEN);
    world.weather = "loses requests";
    session.perform([mark(ban, "claim", 13, 28)]);
    await session.takeSnapshot(snapshotOf(world.server.set));
    expect(shown(session.state.set)).toEqual(["0b actor Mayor Ruiz ", "0c claim backs a car ban "]);
    world.weather = "answers";
    session.retry();
    await world.settle();
    expect(shown(world.server.set)).toEqual(shown(session.state.set));
    expect(session.undo()?.ok).toBe(true);
  });

  it("goes back where the server was restored to an earlier time, and not for the set as it stands", async () => {
    const { world, session } = await aShared();
    const empty = snapshotOf(world.server.set);
    session.perform([mark(ruiz, "actor", 0, 10)]);
    await world.settle();
    await session.takeSnapshot(snapshotOf(world.server.set));
    expect([session.state.set.seq, session.state.canUndo]).toEqual([1, true]);
    world.server.restore();
    await session.takeSnapshot(empty);
    expect([session.state.set.seq, shown(session.state.set), session.state.canUndo]).toEqual([0, [], false]);
  });
});
