import { describe, expect, it } from "vitest";
import type { Operation } from "@/lib/core/annotation/operation";
import { AppError } from "@/lib/core/errors";
import type { SetId, UserId } from "@/lib/core/ids";
import type { SetSnapshot } from "@/lib/contracts/set";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { applyOperations } from "./apply-operations";
import { openSet } from "./open-set";
import { readLog } from "./read-log";
import { readSet } from "./read-set";

const db = await testDatabase();
const world = worldOf(db);

async function aDesk() {
  const projectId = await world.project();
  const documentId = await world.document(projectId, BICYCLE);
  const ana = await world.member(projectId, "annotator", "Ana");
  const { set } = await openSet(contextOf(db, ana), { projectId, documentId, kind: "annotator" });
  const send = (operations: readonly Operation[], by: UserId = ana) =>
    applyOperations(contextOf(db, by), { projectId, setId: set.id, operations });
  const read = (by: UserId = ana): Promise<SetSnapshot> =>
    readSet(contextOf(db, by), { projectId, setId: set.id });
  return { projectId, documentId, ana, setId: set.id, send, read };
}

const anId = () => newId<"annotation">();
const withNewId = (operation: Operation): Operation => ({ ...operation, id: newId<"operation">() });
const make = (label: string, start: number, end: number, target = anId()) =>
  withNewId(op.create(target, label, start, end));
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );

describe("a batch of operations", () => {
  it("is in the set when it is acknowledged, with the text it quotes", async () => {
    const { send, read } = await aDesk();
    const answer = await send([make("actor", 0, 10), make("claim", 13, 28)]);
    expect(answer).toMatchObject({
      seq: 2,
      results: [
        { seq: 1, status: "ok" },
        { seq: 2, status: "ok" },
      ],
    });
    const set = await read();
    expect(set).toMatchObject({ state: "in_progress", seq: 2 });
    expect(set.annotations.map(({ start, end, quote }) => [start, end, quote])).toEqual([
      [0, 10, "Mayor Ruiz"],
      [13, 28, "backs a car ban"],
    ]);
  });

  it("applies what can be and keeps what cannot with its reason", async () => {
    const { send, read, projectId, setId, ana } = await aDesk();
    const { results } = await send([make("actor", 0, 10), make("actor", 0, 9999), make("nobody", 0, 3)]);
    expect(results.map((result) => result.reason ?? result.status)).toEqual([
      "ok",
      "out_of_text",
      "unknown_label",
    ]);
    expect((await read()).annotations).toHaveLength(1);
    const log = await readLog(contextOf(db, ana), { projectId, setId, after: 0, limit: 100 });
    expect(log.items.map(({ seq, status, reason }) => [seq, status, reason])).toEqual([
      [1, "ok", null],
      [2, "rejected", "out_of_text"],
      [3, "rejected", "unknown_label"],
    ]);
  });

  it("answers a second sending as it answered the first, and applies it once", async () => {
    const { send, read } = await aDesk();
    const operations = [make("actor", 0, 10), make("actor", 0, 9999)];
    const first = await send(operations);
    const second = await send(operations);
    expect(second.results).toEqual(first.results);
    expect([first.replayed, second.replayed]).toEqual([[], second.results.map(({ id }) => id)]);
    expect((await read()).seq).toBe(2);
  });

  it("is applied once when it is sent twenty times at once", async () => {
    const { send, read } = await aDesk();
    const operations = [make("actor", 0, 10)];
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(operations)));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.results))).size).toBe(1);
    expect(await read()).toMatchObject({ seq: 1, annotations: [{ quote: "Mayor Ruiz" }] });
  });

  it("from two writers at once takes places without a gap", async () => {
    const { send, read } = await aDesk();
    await Promise.all(Array.from({ length: 12 }, () => send([make("actor", 0, 10), make("claim", 13, 28)])));
    expect(await read()).toMatchObject({ seq: 24 });
  });

  it("is refused whole when two of its operations share an id, each named to the other", async () => {
    const { send, read } = await aDesk();
    const [first, other] = [make("actor", 0, 10), make("claim", 13, 28)] as const;
    await expect(send([first, other, { ...other, id: first.id }])).rejects.toMatchObject({
      code: "operation_id_reused",
      faults: [
        {
          path: "operations[2].id",
          message: expect.stringContaining("operations[0] has this id too") as string,
        },
      ],
    });
    expect(await send([first, first])).toMatchObject({ seq: 1, results: [{ seq: 1 }, { seq: 1 }] });
    expect(await read()).toMatchObject({ seq: 1 });
  });

  it("is refused whole when an id comes with another body, set or author", async () => {
    const { send, read, ana, projectId, documentId } = await aDesk();
    const [first] = [make("actor", 0, 10)] as const;
    await send([first]);
    const other = { ...first, body: { ...first.body, end: 5 } } as Operation;
    await expect(send([make("claim", 13, 28), other])).rejects.toMatchObject({
      code: "operation_id_reused",
      faults: [{ path: "operations[1].id" }],
    });
    const manager = await world.member(projectId, "manager");
    const { set: theirs } = await openSet(contextOf(db, manager), {
      projectId,
      documentId,
      kind: "annotator",
    });
    const stolen = applyOperations(contextOf(db, manager), {
      projectId,
      setId: theirs.id,
      operations: [first],
    });
    expect(await codeOf(stolen)).toBe("operation_id_reused");
    expect(await read(ana)).toMatchObject({ seq: 1 });
  });

  it("takes ten thousand operations and no more", async () => {
    const { send, read } = await aDesk();
    expect(await codeOf(send(Array.from({ length: 10_001 }, () => make("actor", 0, 10))))).toBe(
      "too_many_operations",
    );
    const { seq } = await send(Array.from({ length: 10_000 }, () => make("actor", 0, 10)));
    expect(seq).toBe(10_000);
    expect((await read()).annotations).toHaveLength(10_000);
  });
});

describe("undo", () => {
  it("works from the log alone, over several sendings, back and forth", async () => {
    const { send, read } = await aDesk();
    const ruiz = anId();
    const steps = [
      make("actor", 0, 10, ruiz),
      withNewId(op.setSpan(ruiz, 6, 10, "Ruiz")),
      withNewId(op.setNote(ruiz, "the mayor")),
    ] as const;
    await send(steps);
    const undoNote = withNewId(op.undo(steps[2].id));
    const undoSpan = withNewId(op.undo(steps[1].id));
    await send([undoNote]);
    await send([undoSpan]);
    expect((await read()).annotations).toMatchObject([{ quote: "Mayor Ruiz", note: null }]);
    const { results } = await send([withNewId(op.undo(undoSpan.id)), withNewId(op.undo(undoSpan.id))]);
    expect(results.map((result) => result.reason ?? result.status)).toEqual(["ok", "already_undone"]);
    expect((await read()).annotations).toMatchObject([{ quote: "Ruiz", note: null }]);
  });

  it("is part of an annotation's history", async () => {
    const { send, projectId, setId, ana } = await aDesk();
    const ruiz = anId();
    const create = make("actor", 0, 10, ruiz);
    await send([create, make("claim", 13, 28), withNewId(op.undo(create.id))]);
    const history = await readLog(contextOf(db, ana), {
      projectId,
      setId,
      after: 0,
      limit: 100,
      target: ruiz,
    });
    expect(history.items.map(({ kind, actor }) => [kind, actor?.name])).toEqual([
      ["annotation.create", "Ana"],
      ["undo", "Ana"],
    ]);
  });
});

describe("deleted annotations", () => {
  it("and what hangs on them come apart in the snapshot and back by restore", async () => {
    const { send, read } = await aDesk();
    const [ruiz, ban, link] = [anId(), anId(), newId<"relation">()];
    await send([
      make("actor", 0, 10, ruiz),
      make("claim", 13, 28, ban),
      withNewId(op.link(link, "made_by", ban, ruiz)),
      withNewId(op.remove(ruiz)),
    ]);
    expect(await read()).toMatchObject({
      annotations: [{ id: ban }],
      relations: [],
      deleted: { annotations: [{ id: ruiz }], relations: [{ id: link }] },
    });
    await send([withNewId(op.restore(ruiz))]);
    expect(await read()).toMatchObject({
      relations: [{ id: link }],
      deleted: { annotations: [], relations: [] },
    });
  });
});

describe("submission", () => {
  it("looks at the whole set, locks it, and only a reviewer opens it again", async () => {
    const { send, read, setId, projectId } = await aDesk();
    const submit = () => withNewId(op.transition("set.submit", setId));
    const ruiz = anId();
    await send([make("actor", 0, 10, ruiz)]);
    expect((await send([submit()])).results).toMatchObject([{ reason: "incomplete" }]);
    await send([withNewId(op.setAttribute(ruiz, "actor_type", "person"))]);
    expect((await send([submit()])).results).toMatchObject([{ status: "ok" }]);
    expect((await send([make("claim", 13, 28)])).results).toMatchObject([{ reason: "locked" }]);
    const reopen = () => withNewId(op.transition("set.reopen", setId));
    expect(await codeOf(send([reopen()]))).toBe("forbidden");
    const reviewer = await world.member(projectId, "reviewer");
    await send([reopen()], reviewer);
    expect((await read()).state).toBe("in_progress");
  });
});

describe("another's set", () => {
  it("does not exist for annotators, viewers and strangers, and is not written to by reviewers and managers", async () => {
    const { send, read, projectId } = await aDesk();
    const others = {
      annotator: "not_found",
      viewer: "not_found",
      reviewer: "forbidden",
      manager: "forbidden",
    } as const;
    for (const [role, code] of Object.entries(others)) {
      const person = await world.member(projectId, role as keyof typeof others);
      expect([role, await codeOf(send([make("actor", 0, 10)], person))]).toEqual([role, code]);
      expect([role, await codeOf(read(person))]).toEqual([role, code === "not_found" ? code : "done"]);
    }
    const stranger = await world.person();
    expect(await codeOf(send([make("actor", 0, 10)], stranger))).toBe("not_found");
    expect(await read()).toMatchObject({ seq: 0, state: "new" });
  });

  it("is not reached through one's own project", async () => {
    const { setId } = await aDesk();
    const elsewhere = await world.project();
    const manager = await world.member(elsewhere, "manager");
    const attempt = applyOperations(contextOf(db, manager), {
      projectId: elsewhere,
      setId,
      operations: [make("actor", 0, 10)],
    });
    expect(await codeOf(attempt)).toBe("not_found");
  });

  it("cannot lend its annotations to a relation or its operations to an undo", async () => {
    const first = await aDesk();
    const second = await aDesk();
    const theirs = anId();
    const create = make("actor", 0, 10, theirs);
    await second.send([create]);
    const mine = anId();
    const { results } = await first.send([
      make("claim", 13, 28, mine),
      withNewId(op.link(newId(), "made_by", mine, theirs)),
      withNewId(op.undo(create.id)),
    ]);
    expect(results.map((result) => result.reason ?? result.status)).toEqual(["ok", "not_found", "not_found"]);
  });
});

describe("opening a set", () => {
  it("gives everybody one of their own, once", async () => {
    const { projectId, documentId, ana, setId } = await aDesk();
    const again = await openSet(contextOf(db, ana), { projectId, documentId, kind: "annotator" });
    expect(again).toMatchObject({ created: false, set: { id: setId } });
    const ben = await world.member(projectId, "annotator", "Ben");
    const his = await Promise.all(
      Array.from({ length: 5 }, () =>
        openSet(contextOf(db, ben), { projectId, documentId, kind: "annotator" }),
      ),
    );
    expect(new Set<SetId>(his.map(({ set }) => set.id)).size).toBe(1);
    expect(his.filter(({ created }) => created)).toHaveLength(1);
  });

  it("follows the way the project works, and the roles", async () => {
    const { projectId, documentId, ana } = await aDesk();
    expect(await codeOf(openSet(contextOf(db, ana), { projectId, documentId, kind: "shared" }))).toBe(
      "conflict",
    );
    expect(await codeOf(openSet(contextOf(db, ana), { projectId, documentId, kind: "gold" }))).toBe(
      "forbidden",
    );
    const viewer = await world.member(projectId, "viewer");
    expect(await codeOf(openSet(contextOf(db, viewer), { projectId, documentId, kind: "annotator" }))).toBe(
      "forbidden",
    );
    expect(
      await codeOf(openSet(contextOf(db, ana), { projectId, documentId: newId(), kind: "annotator" })),
    ).toBe("not_found");
  });
});
