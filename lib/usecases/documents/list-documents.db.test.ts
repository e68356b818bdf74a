import { describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import { DocumentFilter, NewDocument } from "@/lib/contracts/document";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { Context } from "../context";
import { faultsOf } from "@/lib/testing/faults-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { openSet } from "../sets/open-set";
import { createDocument } from "./create-document";
import { listDocuments } from "./list-documents";
import { restoreDocument } from "./restore-document";
import { trashDocument } from "./trash-document";
import { updateDocument } from "./update-document";

const db = await testDatabase();
const world = worldOf(db);

async function aProject(mode: "independent" | "shared" = "independent") {
  const projectId = await world.project({ mode });
  const ctx = contextOf(db, await world.member(projectId, "manager"));
  const add = async (text: string, more: object = {}): Promise<DocumentId> =>
    (await createDocument(ctx, { projectId, ...NewDocument.parse({ text, ...more }) })).id;
  return { projectId, ctx, add };
}

/** The titles on all pages, as a client reads them who follows the cursor. */
async function allOf(ctx: Context, projectId: ProjectId, filter: object = {}, limit = 200) {
  const titles: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDocuments(ctx, {
      projectId,
      ...DocumentFilter.parse({ ...filter, limit, cursor }),
    });
    titles.push(...page.items.map(({ title }) => title));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return titles;
}

describe("the pages of the list", () => {
  it("show each document once in the order of arrival, whatever their size and the clock", async () => {
    const { projectId, ctx, add } = await aProject();
    // The clock of these tests stands still: all were made at the same microsecond.
    const titles = Array.from({ length: 23 }, (_, index) => `Document ${index}`);
    for (const title of titles) await add(title);
    for (const limit of [1, 2, 7, 22, 23, 24]) expect(await allOf(ctx, projectId, {}, limit)).toEqual(titles);
  });

  it("skip and repeat nothing while others add, describe, annotate and throw away", async () => {
    const { projectId, ctx, add } = await aProject();
    const ids = [];
    for (const title of ["A", "B", "C", "D", "E", "F"]) ids.push(await add(title));
    const first = await listDocuments(ctx, { projectId, limit: 3, trash: false });
    expect(first.items.map(({ title }) => title)).toEqual(["A", "B", "C"]);
    const [a, , c, d] = ids as [DocumentId, DocumentId, DocumentId, DocumentId];
    await add("G");
    await updateDocument(ctx, { projectId, documentId: a, meta: { source: "AFP" } });
    await openSet(ctx, { projectId, documentId: d, kind: "annotator" });
    await trashDocument(ctx, { projectId, documentId: c });
    const rest = await listDocuments(ctx, {
      projectId,
      limit: 50,
      trash: false,
      cursor: first.nextCursor ?? "",
    });
    expect(rest.items.map(({ title }) => title)).toEqual(["D", "E", "F", "G"]);
    expect(rest.nextCursor).toBeNull();
  });

  it("count all that the filter selects", async () => {
    const { projectId, ctx, add } = await aProject();
    for (const title of ["A", "B", "C"]) await add(title);
    const page = await listDocuments(ctx, { projectId, limit: 1, trash: false });
    expect(page.total).toEqual({ value: 3, capped: false });
  });

  it("are refused where the cursor is of another list, or of none", async () => {
    const { projectId, ctx, add } = await aProject();
    for (const title of ["A", "B"]) await trashDocument(ctx, { projectId, documentId: await add(title) });
    const { nextCursor } = await listDocuments(ctx, { projectId, limit: 1, trash: true });
    for (const cursor of [
      nextCursor ?? "",
      "1",
      Buffer.from('["9999999999999999999",1]').toString("base64url"),
    ]) {
      expect(await faultsOf(listDocuments(ctx, { projectId, limit: 1, trash: false, cursor }))).toBe(
        "invalid cursor invalid_cursor",
      );
    }
  });

  it("hold only the project's own", async () => {
    const one = await aProject();
    const other = await aProject();
    await one.add("One’s article");
    await other.add("Another article");
    expect(await allOf(one.ctx, one.projectId)).toEqual(["One’s article"]);
    expect(await allOf(one.ctx, one.projectId, { q: "article" })).toEqual(["One’s article"]);
  });
});

describe("the filter by state", () => {
  it("is about the caller's own set", async () => {
    const { projectId, ctx, add } = await aProject();
    const ana = contextOf(db, await world.member(projectId, "annotator"));
    const [a, b] = [await add("A"), await add("B"), await add("C")];
    await openSet(ctx, { projectId, documentId: a, kind: "annotator" });
    const { set } = await openSet(ana, { projectId, documentId: b, kind: "annotator" });
    await db.prisma.annotationSet.updateMany({
      where: { id: set.id },
      data: { state: "submitted", annotationCount: 7 },
    });
    expect(await allOf(ctx, projectId, { state: "new" })).toEqual(["A"]);
    expect(await allOf(ctx, projectId, { state: "none" })).toEqual(["B", "C"]);
    expect(await allOf(ana, projectId, { state: "submitted" })).toEqual(["B"]);
    expect(await allOf(ana, projectId, { state: "new" })).toEqual([]);
    expect(await allOf(ana, projectId, { state: "none" })).toEqual(["A", "C"]);
    const page = await listDocuments(ana, { projectId, limit: 50, trash: false });
    expect(page.items.map(({ mySet }) => mySet)).toEqual([
      null,
      { id: set.id, state: "submitted", annotations: 7 },
      null,
    ]);
  });

  it("is about the set that all share, in shared mode", async () => {
    const { projectId, ctx, add } = await aProject("shared");
    const ana = contextOf(db, await world.member(projectId, "annotator"));
    await openSet(ctx, { projectId, documentId: await add("A"), kind: "shared" });
    await add("B");
    expect(await allOf(ana, projectId, { state: "new" })).toEqual(["A"]);
    expect(await allOf(ana, projectId, { state: "none" })).toEqual(["B"]);
  });

  it("finds nothing begun at the command line, where nobody has sets", async () => {
    const { projectId, ctx, add } = await aProject();
    await openSet(ctx, { projectId, documentId: await add("A"), kind: "annotator" });
    expect(await allOf(contextOf(db, OPERATOR), projectId, { state: "none" })).toEqual(["A"]);
    expect(await allOf(contextOf(db, OPERATOR), projectId, { state: "new" })).toEqual([]);
  });

  it("pages and counts exactly, without what is in the trash", async () => {
    const { projectId, ctx, add } = await aProject();
    const ids = [];
    for (let index = 0; index < 12; index++) ids.push(await add(`Document ${index}`));
    for (const documentId of ids.slice(0, 9))
      await openSet(ctx, { projectId, documentId, kind: "annotator" });
    await trashDocument(ctx, { projectId, documentId: ids[4] ?? newId<"document">() });
    const begun = [0, 1, 2, 3, 5, 6, 7, 8].map((index) => `Document ${index}`);
    expect(await allOf(ctx, projectId, { state: "new" }, 3)).toEqual(begun);
    expect(await allOf(ctx, projectId, { state: "none" }, 2)).toEqual([
      "Document 9",
      "Document 10",
      "Document 11",
    ]);
    const counts = await Promise.all(
      ([undefined, "new", "none"] as const).map(
        async (state) => (await listDocuments(ctx, { projectId, limit: 1, trash: false, state })).total.value,
      ),
    );
    expect(counts).toEqual([11, 8, 3]);
  });
});

describe("the search", () => {
  it("finds words of text, title, source and external id, in any case, the last one unfinished", async () => {
    const { projectId, ctx, add } = await aProject();
    await add("Moscow warned Washington.\nNicolás Maduro stays.", {
      externalId: "afp-77",
      meta: { title: "A warning", source: "Reuters" },
    });
    await add("Caracas is calm.");
    for (const q of [
      "moscow",
      "WASH",
      "warned mosc",
      "maduro",
      "nicolas",
      "warning",
      "reuters",
      "afp-77",
      "afp-7",
      " maduro  ",
    ]) {
      expect(await allOf(ctx, projectId, { q })).toEqual(["A warning"]);
    }
    for (const q of ["mosc warned", "moscow caracas", "oscow", "…", "&", "a:*b'c\\"])
      expect(await allOf(ctx, projectId, { q })).toEqual([]);
    expect(await allOf(ctx, projectId, { q: "  " })).toEqual(["A warning", "Caracas is calm."]);
  });

  it("goes together with a state, and pages in the same order", async () => {
    const { projectId, ctx, add } = await aProject();
    const ids = [];
    for (let index = 0; index < 10; index++)
      ids.push(await add(`Document ${index}\n${index % 2 === 0 ? "even" : "odd"}`));
    for (const documentId of ids.slice(0, 5))
      await openSet(ctx, { projectId, documentId, kind: "annotator" });
    expect(await allOf(ctx, projectId, { q: "even" }, 2)).toEqual(
      [0, 2, 4, 6, 8].map((index) => `Document ${index}`),
    );
    expect(await allOf(ctx, projectId, { q: "even", state: "new" }, 2)).toEqual(
      [0, 2, 4].map((index) => `Document ${index}`),
    );
    expect(await allOf(ctx, projectId, { q: "odd", state: "none" }, 2)).toEqual(
      [5, 7, 9].map((index) => `Document ${index}`),
    );
  });

  it("follows the metadata, and leaves out what is in the trash until it is restored", async () => {
    const { projectId, ctx, add } = await aProject();
    const documentId = await add("A text", { meta: { title: "Before" } });
    await updateDocument(ctx, { projectId, documentId, meta: { title: "After" } });
    expect(await allOf(ctx, projectId, { q: "before" })).toEqual([]);
    expect(await allOf(ctx, projectId, { q: "after text" })).toEqual(["After"]);
    await trashDocument(ctx, { projectId, documentId });
    expect(await allOf(ctx, projectId, { q: "after" })).toEqual([]);
    await restoreDocument(ctx, { projectId, documentId });
    expect(await allOf(ctx, projectId, { q: "after" })).toEqual(["After"]);
  });

  it("reads what is found by more than ten thousand in order, and says that it counted no further", async () => {
    const { projectId, ctx } = await aProject();
    await db.prisma.$executeRaw`
      insert into document (project_id, id, title, text, text_sha256, length, created_at, updated_at)
      select ${projectId}::uuid, ('01990000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Document ' || n, 'x', '', 1, now(), now()
      from generate_series(1, 10002) n`;
    await db.prisma.$executeRaw`analyze document`;
    await db.prisma.$executeRaw`
      insert into document_search (project_id, document_id, words)
      select project_id, id, (project_id || ' common ' || case when title like '%00' then 'rare' else '' end)::tsvector
      from document where project_id = ${projectId}::uuid`;
    const page = await listDocuments(ctx, { projectId, limit: 3, trash: false, q: "common" });
    expect(page.items.map(({ title }) => title)).toEqual(["Document 1", "Document 2", "Document 3"]);
    expect(page.total).toEqual({ value: 10_000, capped: true });
    expect((await listDocuments(ctx, { projectId, limit: 3, trash: false })).total).toEqual({
      value: 10_000,
      capped: true,
    });
    expect((await listDocuments(ctx, { projectId, limit: 3, trash: false, q: "common rare" })).total).toEqual(
      { value: 100, capped: false },
    );
    expect(
      (await listDocuments(ctx, { projectId, limit: 3, trash: false, q: "common", state: "none" })).total
        .capped,
    ).toBe(true);
    expect(
      (await listDocuments(ctx, { projectId, limit: 3, trash: false, q: "common", state: "new" })).items,
    ).toEqual([]);
  });
});

describe("the trash", () => {
  it("holds what was thrown away, the last first, over pages and by title", async () => {
    const { projectId, ctx, add } = await aProject();
    for (const title of ["A one", "B two", "C two", "D three"])
      await trashDocument(ctx, { projectId, documentId: await add(title) });
    await add("E in use");
    await db.prisma.$executeRaw`
      update document set deleted_at = deleted_at + interval '1 microsecond' where project_id = ${projectId}::uuid and title like '%two'`;
    for (const limit of [1, 2, 3, 4]) {
      expect(await allOf(ctx, projectId, { trash: "true" }, limit)).toEqual([
        "C two",
        "B two",
        "D three",
        "A one",
      ]);
    }
    expect(await allOf(ctx, projectId, { trash: "true", q: "TWO" })).toEqual(["C two", "B two"]);
    expect(await allOf(ctx, projectId)).toEqual(["E in use"]);
  });

  it("is not listed by state", async () => {
    const { projectId, ctx } = await aProject();
    expect(await faultsOf(listDocuments(ctx, { projectId, limit: 1, trash: true, state: "new" }))).toBe(
      "invalid state not_in_trash",
    );
  });
});

describe("the filter's grammar", () => {
  it("is closed", () => {
    const bad = [
      { state: { not: "new" } },
      { state: "done" },
      { sort: "text" },
      { limit: "0" },
      { limit: "201" },
      { limit: "1.5" },
      { q: ["a"] },
      { q: "a\u0000" },
      { trash: "maybe" },
      { cursor: "" },
    ];
    for (const filter of bad) expect(DocumentFilter.safeParse(filter).success).toBe(false);
  });
});
