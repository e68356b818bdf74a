import { describe, expect, it } from "vitest";
import type { Operation } from "@/lib/core/annotation/operation";
import { ExportQuery } from "@/lib/contracts/exchange";
import { AppError } from "@/lib/core/errors";
import type { TrainingRow } from "@/lib/core/exchange/training-row";
import type { DocumentId, ProjectId, UserId } from "@/lib/core/ids";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { applyOperations } from "../sets/apply-operations";
import { openSet } from "../sets/open-set";
import { exportProject } from "./export-project";

const db = await testDatabase();
const world = worldOf(db);

type Asked = Readonly<Record<string, string>>;

const fileOf = async (projectId: ProjectId, by: UserId, asked: Asked = {}) =>
  exportProject(contextOf(db, by), { projectId, ...ExportQuery.parse(asked) });

async function rowsOf(projectId: ProjectId, by: UserId, asked: Asked = {}): Promise<readonly TrainingRow[]> {
  const pieces: Uint8Array[] = [];
  for await (const piece of (await fileOf(projectId, by, asked)).bytes) pieces.push(piece);
  const lines = Buffer.concat(pieces).toString().split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => JSON.parse(line) as TrainingRow);
}

const fresh = (operation: Operation): Operation => ({ ...operation, id: newId<"operation">() });

async function aDesk(text = BICYCLE) {
  const projectId = await world.project();
  const manager = await world.member(projectId, "manager", "Mia");
  const ana = await world.member(projectId, "annotator", "Ana");
  const documentId = await world.document(projectId, text, "afp-77");
  const work = async (
    by: UserId,
    operations: readonly Operation[],
    on: DocumentId = documentId,
    kind: "annotator" | "gold" = "annotator",
  ) => {
    const { set } = await openSet(contextOf(db, by), { projectId, documentId: on, kind });
    if (operations.length > 0) {
      await applyOperations(contextOf(db, by), {
        projectId,
        setId: set.id,
        operations: operations.map(fresh),
      });
    }
    return set.id;
  };
  return { projectId, manager, ana, documentId, work };
}

/** So many texts of so many letters, without hashes, in one statement. */
async function manyDocuments(
  projectId: ProjectId,
  count: number,
  letters: number,
): Promise<readonly DocumentId[]> {
  const ids = Array.from({ length: count }, () => newId<"document">());
  await db.prisma.$executeRaw`
    insert into document (project_id, id, title, text, text_sha256, length, created_at, updated_at)
    select ${projectId}::uuid, id, 'One of many', repeat('é', ${letters}::int), '', ${letters}::int, now(), now()
    from unnest(${ids}::uuid[]) as id`;
  return ids;
}

const anId = () => newId<"annotation">();
const submit = (setId: string): Operation => ({
  id: newId<"operation">(),
  kind: "set.submit",
  target: setId as never,
  body: {},
});

describe("the training form", () => {
  it("is the line that formats.md shows, key by key", async () => {
    const { projectId, manager, ana, documentId, work } = await aDesk();
    const [actor, claim] = [anId(), anId()];
    await db.prisma.document.update({
      where: { projectId_id: { projectId, id: documentId } },
      data: {
        title: "A ban",
        source: "Daily",
        publishedAt: "2019-03-30",
        language: "en",
        extra: { section: "World" },
      },
    });
    await work(ana, [
      op.create(actor, "actor", 0, 10, { actor_type: "person" }),
      op.create(claim, "claim", 13, 28, { concept_supports: ["cars", "bans"] }),
      op.link(newId<"relation">(), "made_by", claim, actor),
    ]);
    const [row] = await rowsOf(projectId, manager);
    expect(Object.keys(row ?? {})).toEqual([
      "id",
      "external_id",
      "text",
      "text_sha256",
      "offset_unit",
      "meta",
      "set",
      "spans",
      "relations",
      "split",
      "group",
    ]);
    const nothing = {
      claim_type: null,
      reporting: null,
      check_worthy: null,
      concept_supports: null,
      concept_opposes: null,
      anaphoric: null,
      elliptical_subject: null,
      actor_type: null,
      canonical: null,
      person: null,
      organization: null,
      mention: null,
      polarity: null,
      explicitness: null,
      target_concept: null,
    };
    expect(row).toMatchObject({
      id: documentId,
      external_id: "afp-77",
      text: BICYCLE,
      offset_unit: "codepoint",
      meta: {
        title: "A ban",
        source: "Daily",
        url: null,
        published_at: "2019-03-30",
        language: "en",
        extra: '{"section":"World"}',
      },
      set: {
        kind: "annotator",
        annotator: "Ana",
        state: "in_progress",
        schema_version: 1,
        guideline_version: 1,
        completed_at: null,
      },
      split: null,
      group: null,
    });
    const span = { note: null, origin: "human", votes: null, annotators: null };
    expect(row?.spans).toEqual([
      {
        id: actor,
        start: 0,
        end: 10,
        label: "actor",
        quote: "Mayor Ruiz",
        attributes: { ...nothing, actor_type: "person" },
        ...span,
      },
      {
        id: claim,
        start: 13,
        end: 28,
        label: "claim",
        quote: "backs a car ban",
        attributes: { ...nothing, concept_supports: ["cars", "bans"] },
        ...span,
      },
    ]);
    expect(row?.relations).toMatchObject([{ type: "made_by", from: claim, to: actor, attributes: {} }]);
    expect(Object.keys(row?.spans[0]?.attributes ?? {})).toEqual(Object.keys(nothing));
  });

  it("leaves out what was deleted, and relations of it", async () => {
    const { projectId, manager, ana, work } = await aDesk();
    const [actor, claim] = [anId(), anId()];
    const made = [
      op.create(actor, "actor", 0, 10),
      op.create(claim, "claim", 13, 28),
      op.link(newId<"relation">(), "made_by", claim, actor),
    ];
    await work(ana, [...made, op.remove(actor)]);
    const [row] = await rowsOf(projectId, manager);
    expect(row?.spans.map(({ id }) => id)).toEqual([claim]);
    expect(row?.relations).toEqual([]);
  });

  it("has a line without spans for a text completed empty, and none for one not annotated", async () => {
    const { projectId, manager, ana, documentId, work } = await aDesk();
    const untouched = await world.document(projectId, "Nobody has read this.");
    const opened = await world.document(projectId, "Somebody has opened this.");
    await work(ana, [], opened);
    const setId = await work(ana, []);
    await applyOperations(contextOf(db, ana), { projectId, setId, operations: [submit(setId)] });
    expect((await rowsOf(projectId, manager)).map(({ id, spans, set }) => [id, spans, set?.state])).toEqual([
      [documentId, [], "submitted"],
    ]);
    expect((await rowsOf(projectId, manager, { state: "new" })).map(({ id }) => id)).toEqual([]);
    const all = await rowsOf(projectId, manager, { include: "unannotated" });
    expect(all.map(({ id, set }) => [id, set?.kind ?? null])).toEqual([
      [documentId, "annotator"],
      [untouched, null],
      [opened, null],
    ]);
  });

  it("keeps what the schema no longer has", async () => {
    const { projectId, manager, ana, work } = await aDesk();
    await work(ana, [op.create(anId(), "actor", 0, 10, { actor_type: "person" })]);
    await db.prisma.schemaVersion.create({
      data: {
        projectId,
        version: 2,
        createdAt: new Date(),
        body: {
          labels: [{ key: "actor", attributes: [{ key: "tone", type: "number", multiple: false }] }],
          relationTypes: [],
        },
      },
    });
    const [row] = await rowsOf(projectId, manager);
    expect(Object.keys(row?.spans[0]?.attributes ?? {}).slice(0, 2)).toEqual(["tone", "claim_type"]);
    expect(row?.spans[0]?.attributes).toMatchObject({ tone: null, actor_type: "person" });
  });

  it("does not hold what lies in the trash", async () => {
    const { projectId, manager, ana, work } = await aDesk();
    await work(ana, [op.create(anId(), "actor", 0, 10)]);
    await db.prisma.document.updateMany({ where: { projectId }, data: { deletedAt: new Date() } });
    expect(await rowsOf(projectId, manager, { include: "unannotated" })).toEqual([]);
  });
});

describe("the choice of sets", () => {
  async function aMixedDesk() {
    const desk = await aDesk();
    const { projectId, manager, ana, documentId, work } = desk;
    const ben = await world.member(projectId, "annotator", "Ben");
    const second = await world.document(projectId, "The second text.");
    await work(ana, [op.create(anId(), "actor", 0, 10)]);
    await work(ben, [op.create(anId(), "claim", 13, 28)]);
    await work(ana, [op.create(anId(), "actor", 0, 3)], second);
    const gold = await work(manager, [], documentId, "gold");
    await applyOperations(contextOf(db, manager), { projectId, setId: gold, operations: [submit(gold)] });
    const accept = () =>
      applyOperations(contextOf(db, manager), {
        projectId,
        setId: gold,
        operations: [{ id: newId<"operation">(), kind: "set.accept", target: gold, body: {} }],
      });
    const chosen = async (by: UserId, asked: Asked = {}) =>
      (await rowsOf(projectId, by, asked)).map(({ id, set }) => [
        id === documentId ? 1 : 2,
        set?.kind,
        set?.annotator,
      ]);
    return { ...desk, ben, accept, chosen };
  }

  it("takes every annotator's set, until gold is accepted", async () => {
    const { manager, accept, chosen } = await aMixedDesk();
    expect(await chosen(manager)).toEqual(
      expect.arrayContaining([
        [1, "annotator", "Ana"],
        [1, "annotator", "Ben"],
        [2, "annotator", "Ana"],
      ]),
    );
    await accept();
    expect(await chosen(manager)).toEqual([
      [1, "gold", null],
      [2, "annotator", "Ana"],
    ]);
    expect(await chosen(manager, { sets: "annotator", state: "in_progress,submitted" })).toHaveLength(3);
    expect(await chosen(manager, { sets: "gold" })).toEqual([[1, "gold", null]]);
    expect(await chosen(manager, { sets: "all" })).toHaveLength(4);
    expect(await chosen(manager, { state: "submitted" })).toEqual([]);
  });

  it("gives each person what they may see, and strangers nothing", async () => {
    const { projectId, ben, accept, chosen } = await aMixedDesk();
    expect(await chosen(ben, { sets: "all" })).toEqual([[1, "annotator", "Ben"]]);
    expect(await chosen(await world.member(projectId, "viewer"), { sets: "all" })).toEqual([]);
    expect(await chosen(await world.member(projectId, "reviewer"), { sets: "all" })).toHaveLength(4);
    await accept();
    expect(await chosen(ben)).toEqual([[1, "gold", null]]);
    const stranger = await world.person();
    await expect(fileOf(projectId, stranger)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an export", () => {
  it("stops at a row that does not hold, and names it", async () => {
    const { projectId, manager, ana, work } = await aDesk();
    const wrong = anId();
    await work(ana, [op.create(wrong, "actor", 0, 10)]);
    await db.prisma.annotation.updateMany({ where: { projectId, id: wrong }, data: { startAt: 1 } });
    const error: unknown = await rowsOf(projectId, manager).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: "corrupt", detail: expect.stringContaining(wrong) as string });
  });

  it("is one snapshot, whatever happens while it is read", async () => {
    const { projectId, manager, ana, work } = await aDesk();
    await work(ana, [op.create(anId(), "actor", 0, 10)]);
    const others = await manyDocuments(projectId, 400, 4_000);
    for (const other of others.slice(0, 20)) await work(ana, [op.create(anId(), "actor", 0, 4)], other);
    const before = await rowsOf(projectId, manager, { include: "unannotated" });

    const { bytes } = await fileOf(projectId, manager, { include: "unannotated" });
    const pieces = [(await bytes.next()).value as Uint8Array];
    await db.prisma.document.updateMany({ where: { projectId }, data: { title: "Changed" } });
    await work(ana, [op.create(anId(), "claim", 13, 28)]);
    await db.prisma.document.updateMany({
      where: { projectId, id: others[399] ?? "" },
      data: { deletedAt: new Date() },
    });
    for await (const piece of bytes) pieces.push(piece);
    const during = Buffer.concat(pieces)
      .toString()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as TrainingRow);
    expect(during).toEqual(before);
  });

  it("stops its query when the reader goes away, and leaves the pool as it was", async () => {
    const { projectId, manager } = await aDesk();
    await manyDocuments(projectId, 300, 50_000);
    const busy = async () =>
      (
        await db.prisma.$queryRaw<
          unknown[]
        >`select 1 from pg_stat_activity where datname = current_database() and query like 'COPY%' and state <> 'idle'`
      ).length;
    const { bytes } = await fileOf(projectId, manager, { include: "unannotated" });
    await bytes.next();
    expect(await busy()).toBe(1);
    await bytes.return(undefined);
    await expect.poll(busy, { timeout: 5_000 }).toBe(0);
    expect(db.pool.waitingCount).toBe(0);
    expect(db.pool.totalCount).toBe(db.pool.idleCount);
  });

  it("gives each person two at a time", async () => {
    const { projectId, manager } = await aDesk();
    await world.document(projectId, "Something.");
    const open = await Promise.all([1, 2].map(() => fileOf(projectId, manager, { include: "unannotated" })));
    for (const { bytes } of open) await bytes.next();
    const one = await fileOf(projectId, manager);
    await expect(one.bytes.next()).rejects.toMatchObject({ code: "rate_limited" });
    for (const { bytes } of open) await bytes.return(undefined);
    expect(await rowsOf(projectId, manager, { include: "unannotated" })).toHaveLength(2);
  });
});
