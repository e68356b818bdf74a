import { describe, expect, it } from "vitest";
import { OPERATOR, type Actor } from "@/lib/core/access/actor";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { createDocument } from "../documents/create-document";
import { applyOperations } from "../sets/apply-operations";
import { openSet } from "../sets/open-set";
import { purgeTrash } from "./purge";
import { verifyInstallation } from "./verify";

const db = await testDatabase();
const world = worldOf(db);
const operator = contextOf(db, OPERATOR);
const NOTHING = { projects: 0, documents: 0, sets: 0, operations: 0 };

const daysAgo = (days: number) => new Date(operator.now().getTime() - days * 24 * 60 * 60 * 1000);

/** A document with a set of two linked annotations: three operations. */
async function aDocumentWithWork(projectId: Awaited<ReturnType<typeof world.project>>, externalId?: string) {
  const ana = await world.member(projectId, "annotator");
  const documentId = await world.document(projectId, BICYCLE, externalId);
  const { set } = await openSet(contextOf(db, ana), { projectId, documentId, kind: "annotator" });
  const [actor, claim] = [newId<"annotation">(), newId<"annotation">()];
  const operations = [
    op.create(actor, "actor", 0, 10),
    op.create(claim, "claim", 13, 28, { claim_type: "demand" }),
    op.link(newId<"relation">(), "made_by", claim, actor),
  ].map((operation) => ({ ...operation, id: newId<"operation">() }));
  await applyOperations(contextOf(db, ana), { projectId, setId: set.id, operations });
  return { projectId, documentId, setId: set.id };
}

type Place = Awaited<ReturnType<typeof aDocumentWithWork>>;

const throwAway = ({ projectId, documentId: id }: Place, days: number) =>
  db.prisma.document.update({
    where: { projectId_id: { projectId, id } },
    data: { deletedAt: daysAgo(days) },
  });

const throwProjectAway = (id: string, days: number) =>
  db.prisma.project.update({ where: { id }, data: { deletedAt: daysAgo(days) } });

/** Rows of the project in every table that has any. */
async function rowsOf(projectId: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await db.pool.query<{ name: string }>(
    "select table_name as name from information_schema.columns where column_name = 'project_id' and table_schema = 'public'",
  );
  const counted = await Promise.all(
    rows.map(async ({ name }) => {
      const found = await db.pool.query(`select from "${name}" where project_id = $1`, [projectId]);
      return [name, found.rowCount ?? 0] as const;
    }),
  );
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

describe("purging the trash", () => {
  it("deletes a document of long ago for good, with every set on it, and leaves the others", async () => {
    const projectId = await world.project();
    const old = await aDocumentWithWork(projectId, "afp-77");
    const recent = await aDocumentWithWork(projectId);
    const used = await aDocumentWithWork(projectId);
    await throwAway(old, 31);
    await throwAway(recent, 29);

    expect(await purgeTrash(operator, { projectId })).toEqual({
      ...NOTHING,
      documents: 1,
      sets: 1,
      operations: 3,
    });
    expect(await rowsOf(projectId)).toMatchObject({
      document: 2,
      annotation_set: 2,
      operation: 6,
      annotation: 4,
      relation: 2,
    });
    expect(await db.prisma.document.findMany({ where: { projectId }, select: { id: true } })).toEqual(
      expect.arrayContaining([{ id: recent.documentId }, { id: used.documentId }]),
    );
    expect((await verifyInstallation(operator, { projectId })).problems).toEqual([]);
    // Its external id is free again.
    const manager = contextOf(db, await world.member(projectId, "manager"));
    const again = { projectId, externalId: "afp-77", text: BICYCLE, meta: { extra: {} } };
    expect(await codeOf(createDocument(manager, again))).toBe("done");
  });

  it("deletes a project of long ago with everything in it, tokens and memberships too", async () => {
    const projectId = await world.project();
    await aDocumentWithWork(projectId);
    await throwAway(await aDocumentWithWork(projectId), 1);
    const owner = await world.member(projectId, "manager");
    const token = {
      id: newId(),
      tokenHash: newId(),
      userId: owner,
      projectId,
      name: "t",
      createdAt: daysAgo(40),
    };
    await db.prisma.apiToken.create({ data: token });
    await throwProjectAway(projectId, 31);

    expect(await purgeTrash(operator, { projectId })).toEqual({
      projects: 1,
      documents: 2,
      sets: 2,
      operations: 6,
    });
    expect(await rowsOf(projectId)).toEqual({});
    expect(await db.prisma.project.count({ where: { id: projectId } })).toBe(0);
    expect(await db.prisma.user.count({ where: { id: owner } })).toBe(1);
    expect((await verifyInstallation(operator)).problems).toEqual([]);
  });

  it("takes everything that is old enough, of one project or of all, by the days that it is told", async () => {
    const [one, other] = [await world.project(), await world.project()];
    await throwAway(await aDocumentWithWork(one), 3);
    await throwAway(await aDocumentWithWork(other), 3);
    expect(await purgeTrash(operator, { projectId: one, olderThanDays: 4 })).toEqual(NOTHING);
    expect(await purgeTrash(operator, { projectId: one, olderThanDays: 3 })).toMatchObject({ documents: 1 });
    expect(await rowsOf(other)).toMatchObject({ document: 1 });
    expect(await purgeTrash(operator, { olderThanDays: 0 })).toMatchObject({ projects: 0 });
    expect(await rowsOf(other)).not.toHaveProperty("document");
    expect(await purgeTrash(operator, { olderThanDays: 0 })).toEqual(NOTHING);
  });

  it("deletes all of a document or nothing of it", async () => {
    const place = await aDocumentWithWork(await world.project());
    await throwAway(place, 31);
    const before = await rowsOf(place.projectId);
    await db.prisma
      .$executeRaw`create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end'`;
    await db.prisma
      .$executeRaw`create trigger refuse before delete on annotation_set for each row execute function refuse()`;
    await expect(purgeTrash(operator, { projectId: place.projectId })).rejects.toThrow();
    await db.prisma.$executeRaw`drop trigger refuse on annotation_set`;
    expect(await rowsOf(place.projectId)).toEqual(before);
    expect(await purgeTrash(operator, { projectId: place.projectId })).toMatchObject({ documents: 1 });
  });

  it("leaves what somebody takes out of the trash at the same moment, or takes it before they do", async () => {
    const place = await aDocumentWithWork(await world.project());
    await throwAway(place, 31);
    const { projectId, documentId: id } = place;
    const restored = db.prisma.document.updateMany({ where: { projectId, id }, data: { deletedAt: null } });
    const [gone, { count }] = await Promise.all([purgeTrash(operator, { projectId }), restored]);
    expect(gone.documents + count).toBe(1);
    expect((await verifyInstallation(operator, { projectId })).problems).toEqual([]);
  });

  it("is an administrator's act", async () => {
    const projectId = await world.project();
    const manager: Actor = { userId: await world.member(projectId, "manager"), isAdmin: false, limits: null };
    const limited: Actor = { ...manager, isAdmin: true, limits: { projectId, scopes: ["manage"] } };
    const admin: Actor = { ...manager, isAdmin: true };
    expect(await codeOf(purgeTrash(contextOf(db, manager), { projectId }))).toBe("forbidden");
    expect(await codeOf(purgeTrash(contextOf(db, limited), { projectId }))).toBe("forbidden");
    expect(await codeOf(purgeTrash(contextOf(db, admin), { projectId }))).toBe("done");
  });
});
