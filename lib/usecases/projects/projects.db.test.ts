import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/access/actor";
import { OPERATOR } from "@/lib/core/access/actor";
import type { NewProject, ProjectView } from "@/lib/contracts/project";
import type { UserId } from "@/lib/core/ids";
import { presetGuideline } from "@/lib/core/schema/preset-guideline";
import { presetSchema } from "@/lib/core/schema/preset";
import { codePoint } from "@/lib/core/text/offsets";
import { codeOf } from "@/lib/testing/code-of";
import { faultsOf } from "@/lib/testing/faults-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, NOW, worldOf } from "@/lib/testing/world";
import { readGuideline } from "../guideline/read-guideline";
import { readSchema } from "../schema/read-schema";
import { applyOperations } from "../sets/apply-operations";
import { openSet } from "../sets/open-set";
import { createProject } from "./create-project";
import { listProjects } from "./list-projects";
import { listTrashedProjects } from "./list-trashed-projects";
import { readProject } from "./read-project";
import { restoreProject } from "./restore-project";
import { trashProject } from "./trash-project";
import { updateProject } from "./update-project";

const db = await testDatabase();
const world = worldOf(db);

const aProject: NewProject = { name: "Sanctions 2019", preset: "claim-actor-stance", mode: "independent" };
const allOf = async (person: UserId | Actor, limit = 50) => {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listProjects(contextOf(db, person), { limit, cursor });
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return names;
};

describe("a new project", () => {
  it("has its maker as manager, and schema and guideline of the preset in version 1", async () => {
    const ctx = contextOf(db, await world.person());
    const project = await createProject(ctx, aProject);
    expect(project).toEqual({
      id: project.id,
      name: "Sanctions 2019",
      mode: "independent",
      role: "manager",
      documents: 0,
      documentsDone: 0,
      createdAt: NOW.toISOString(),
      updatedAt: NOW.toISOString(),
      activeAt: NOW.toISOString(),
      deletedAt: null,
    } satisfies ProjectView);
    const projectId = project.id;
    expect(await readSchema(ctx, { projectId })).toEqual(presetSchema("claim-actor-stance"));
    expect(await readGuideline(ctx, { projectId })).toEqual({
      version: 1,
      markdown: presetGuideline("claim-actor-stance"),
    });
  });

  it("can be blank", async () => {
    const ctx = contextOf(db, await world.person());
    const { id } = await createProject(ctx, { ...aProject, preset: "blank" });
    expect(await readSchema(ctx, { projectId: id })).toEqual({ version: 1, labels: [], relationTypes: [] });
  });

  it("is not for tokens that may do less than their user", async () => {
    const userId = await world.person();
    const limited: Actor = { userId, isAdmin: false, limits: { projectId: null, scopes: ["manage"] } };
    expect(await codeOf(createProject(contextOf(db, limited), aProject))).toBe("forbidden");
    expect(await allOf(userId)).toEqual([]);
  });

  it("can be made at the command line, where nobody becomes its manager", async () => {
    const { id } = await createProject(contextOf(db, OPERATOR), aProject);
    expect(await db.prisma.membership.count({ where: { projectId: id } })).toBe(0);
  });
});

describe("the list of projects", () => {
  it("holds one's own, the newest first, each once over all pages", async () => {
    const ana = await world.person();
    for (const name of ["A", "B", "C", "D", "E"])
      await createProject(contextOf(db, ana), { ...aProject, name });
    await createProject(contextOf(db, await world.person()), { ...aProject, name: "Not Ana's" });
    for (const limit of [1, 2, 5]) expect(await allOf(ana, limit)).toEqual(["E", "D", "C", "B", "A"]);
    const page = await listProjects(contextOf(db, ana), { limit: 2 });
    expect(page.total).toEqual({ value: 5, capped: false });
  });

  it("shows a token only what it may read", async () => {
    const userId = await world.person();
    const { id } = await createProject(contextOf(db, userId), { ...aProject, name: "One" });
    await createProject(contextOf(db, userId), { ...aProject, name: "Two" });
    expect(await allOf({ userId, isAdmin: false, limits: { projectId: id, scopes: [] } })).toEqual(["One"]);
    expect(
      await allOf({ userId, isAdmin: false, limits: { projectId: null, scopes: ["annotate"] } }),
    ).toEqual([]);
  });

  it("leaves out what one is no member of any more", async () => {
    const projectId = await world.project();
    const userId = await world.member(projectId, "annotator");
    expect(await allOf(userId)).toHaveLength(1);
    await db.prisma.membership.updateMany({ where: { projectId, userId }, data: { removedAt: NOW } });
    expect(await allOf(userId)).toEqual([]);
  });

  it("refuses a cursor of its own making only", async () => {
    const ctx = contextOf(db, await world.person());
    const forged = [
      "x",
      "bnVsbA",
      Buffer.from('["1"]').toString("base64url"),
      Buffer.from('[{"not":1}]').toString("base64url"),
    ];
    for (const cursor of forged) {
      expect(await faultsOf(listProjects(ctx, { limit: 1, cursor }))).toBe("invalid cursor invalid_cursor");
    }
  });

  it("counts documents, and those with a submitted set, without what is in the trash", async () => {
    const projectId = await world.project();
    const ana = contextOf(db, await world.member(projectId, "manager"));
    const documents = [];
    for (const text of ["One", "Two", "Three", "Four"]) documents.push(await world.document(projectId, text));
    for (const documentId of documents.slice(1))
      await openSet(ana, { projectId, documentId, kind: "annotator" });
    await db.prisma.annotationSet.updateMany({ where: { projectId }, data: { state: "submitted" } });
    await db.prisma.document.updateMany({
      where: { projectId, id: documents[3] ?? "" },
      data: { deletedAt: NOW },
    });
    expect(await readProject(ana, { projectId })).toMatchObject({ documents: 3, documentsDone: 2 });
  });

  it("lets an annotator count no set that is not theirs to see", async () => {
    const projectId = await world.project();
    const [ana, bob] = [await world.member(projectId, "manager"), await world.member(projectId, "annotator")];
    const documentId = await world.document(projectId, "One");
    await openSet(contextOf(db, ana), { projectId, documentId, kind: "annotator" });
    await db.prisma.annotationSet.updateMany({ where: { projectId }, data: { state: "submitted" } });
    const seenBy = async (who: UserId) =>
      (await readProject(contextOf(db, who), { projectId })).documentsDone;
    expect([await seenBy(ana), await seenBy(bob)]).toEqual([1, 0]);
    await openSet(contextOf(db, bob), { projectId, documentId, kind: "annotator" });
    await db.prisma.annotationSet.updateMany({ where: { projectId }, data: { state: "submitted" } });
    expect(await seenBy(bob)).toBe(1);
  });
});

describe("the last activity of a project", () => {
  it("is when somebody last annotated, but for those who are blind to that somebody", async () => {
    const projectId = await world.project();
    const [boss, ana, bob] = [
      await world.member(projectId, "manager"),
      await world.member(projectId, "annotator"),
      await world.member(projectId, "annotator"),
    ];
    const documentId = await world.document(projectId, "Ana speaks.");
    const later = new Date(NOW.getTime() + 3_600_000);
    const { set } = await openSet(contextOf(db, ana), { projectId, documentId, kind: "annotator" });
    const body = { label: "actor", start: codePoint(0), end: codePoint(3) };
    const operation = {
      id: newId<"operation">(),
      kind: "annotation.create",
      target: newId<"annotation">(),
      body,
    } as const;
    await applyOperations(
      { ...contextOf(db, ana), now: () => later },
      { projectId, setId: set.id, operations: [operation] },
    );
    const seenBy = async (who: UserId) => (await readProject(contextOf(db, who), { projectId })).activeAt;
    expect(await Promise.all([boss, ana, bob].map(seenBy))).toEqual(
      [later, later, NOW].map((at) => at.toISOString()),
    );
  });
});

describe("a change of a project", () => {
  it("renames", async () => {
    const ctx = contextOf(db, await world.person());
    const { id } = await createProject(ctx, aProject);
    expect(await updateProject(ctx, { projectId: id, name: "Energy 2022" })).toMatchObject({
      name: "Energy 2022",
      mode: "independent",
    });
  });

  it("changes the way of working only while nobody has begun", async () => {
    const projectId = await world.project();
    const ctx = contextOf(db, await world.member(projectId, "manager"));
    expect(await updateProject(ctx, { projectId, mode: "shared" })).toMatchObject({ mode: "shared" });
    expect(await updateProject(ctx, { projectId, mode: "independent" })).toMatchObject({
      mode: "independent",
    });
    await openSet(ctx, { projectId, documentId: await world.document(projectId, "Text"), kind: "annotator" });
    expect(await codeOf(updateProject(ctx, { projectId, name: "Renamed", mode: "shared" }))).toBe("conflict");
    expect(await updateProject(ctx, { projectId, name: "Same way", mode: "independent" })).toMatchObject({
      name: "Same way",
    });
  });

  it("never changes the way of working under somebody who begins at the same moment", async () => {
    for (let round = 0; round < 10; round++) {
      const projectId = await world.project();
      const documentId = await world.document(projectId, "Text");
      const ctx = contextOf(db, await world.member(projectId, "manager"));
      const [changed, opened] = await Promise.all([
        codeOf(updateProject(ctx, { projectId, mode: "shared" })),
        codeOf(openSet(ctx, { projectId, documentId, kind: "annotator" })),
      ]);
      expect([changed, opened].toSorted()).toEqual(["conflict", "done"]);
    }
  });
});

describe("a project in the trash", () => {
  it("is listed there for its managers alone, and nowhere else, until it is restored", async () => {
    const ana = await world.person();
    const ctx = contextOf(db, ana);
    const { id } = await createProject(ctx, aProject);
    const viewer = await world.person();
    await db.prisma.membership.create({
      data: { projectId: id, userId: viewer, role: "viewer", createdAt: NOW },
    });
    await trashProject(ctx, { projectId: id });
    expect(await allOf(ana)).toEqual([]);
    expect((await listTrashedProjects(ctx, { limit: 50 })).items).toMatchObject([
      { id, deletedAt: NOW.toISOString() },
    ]);
    expect((await listTrashedProjects(contextOf(db, viewer), { limit: 50 })).items).toEqual([]);
    expect(await codeOf(trashProject(ctx, { projectId: id }))).toBe("not_found");
    expect(await restoreProject(ctx, { projectId: id })).toMatchObject({ id, deletedAt: null });
    expect(await allOf(ana)).toEqual(["Sanctions 2019"]);
  });
});
