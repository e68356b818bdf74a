import { describe, expect, it } from "vitest";
import { liveAnnotations } from "@/lib/core/annotation/annotation-set";
import type { Operation } from "@/lib/core/annotation/operation";
import { codePoint } from "@/lib/core/text/offsets";
import { BEN, idOf, op } from "@/lib/testing/annotation-builders";
import { toRecord, World } from "@/lib/testing/session-world";
import type { AnnotationSession } from "./annotation-session";

const ruiz = idOf<"annotation">(11);

/** Ana has marked the mayor, and the server has it. */
async function ofAna() {
  const world = new World();
  const session = world.open();
  await session.refresh();
  session.perform([
    {
      kind: "annotation.create",
      target: ruiz,
      body: { label: "actor", start: codePoint(0), end: codePoint(10) },
    },
  ]);
  await world.settle();
  const ben = async (...operations: readonly Operation[]) => {
    const from = world.server.set.seq;
    world.server.apply(operations, BEN);
    await session.takeFrame({
      set: world.server.set.id,
      from,
      to: world.server.set.seq,
      operations: world.server.log.slice(from).map(toRecord),
    });
  };
  return { world, session, ben };
}
const told = ({ state }: AnnotationSession) => state.overtaken.map(({ field, theirs }) => [field, theirs]);

describe("what others replace of what was done here", () => {
  it("is told until the person lets it be", async () => {
    const { session, ben } = await ofAna();
    await ben(op.setLabel(ruiz, "claim"));
    expect(told(session)).toEqual([["label", "claim"]]);
    session.keepTheirs(session.state.overtaken);
    expect(told(session)).toEqual([]);
  });

  it("is told also where it was found in the log, and where the answer came with it", async () => {
    const { world, session } = await ofAna();
    world.weather = "loses answers";
    session.perform([{ kind: "annotation.setNote", target: ruiz, body: { note: "mine" } }]);
    await world.settle();
    world.server.apply([op.setNote(ruiz, "his")], BEN);
    world.weather = "answers";
    await session.refresh();
    expect(told(session)).toEqual([["note", "his"]]);
  });

  it("is not told of an earlier visit", async () => {
    const { world } = await ofAna();
    const later = world.open();
    await later.refresh();
    world.server.apply([op.setLabel(ruiz, "claim")], BEN);
    await later.refresh();
    expect(told(later)).toEqual([]);
  });
});

describe("an edit that was refused since its annotation is gone", () => {
  it("is done after all once that is brought back, as one act", async () => {
    const { world, session, ben } = await ofAna();
    world.weather = "loses requests";
    session.perform([{ kind: "annotation.setNote", target: ruiz, body: { note: "late" } }]);
    await ben(op.remove(ruiz));
    world.weather = "answers";
    session.retry();
    await world.settle();
    const ids = new Set(session.state.refused.map(({ operation }) => operation.id));
    expect(session.state.refused.map(({ refused }) => refused?.code)).toEqual(["deleted"]);
    expect(session.tryAgain(ids)).toBe("deleted");
    expect(session.tryAgain(ids, "restoring")).toBeNull();
    await world.settle();
    expect(liveAnnotations(world.server.set).map(({ note }) => note)).toEqual(["late"]);
    expect(session.state.refused).toEqual([]);
    session.undo();
    await world.settle();
    expect(liveAnnotations(world.server.set)).toEqual([]);
  });
});

describe("the whole log", () => {
  it("is read page by page, from the beginning", async () => {
    const { world, session, ben } = await ofAna();
    await ben(...Array.from({ length: 600 }, (_, i) => op.setNote(ruiz, String(i))));
    const log = await session.wholeLog();
    expect(log.kind === "ok" && log.value.map(({ seq }) => seq)).toEqual(
      world.server.log.map(({ seq }) => seq),
    );
  });
});
