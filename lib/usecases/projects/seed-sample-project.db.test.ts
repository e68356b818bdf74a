import { describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import { DocumentText } from "@/lib/core/text/document-text";
import type { ProjectId } from "@/lib/core/ids";
import { readSampleArticles } from "@/prisma/read-sample-articles";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, worldOf } from "@/lib/testing/world";
import { listDocuments } from "../documents/list-documents";
import { readDocument } from "../documents/read-document";
import { seedSampleProject } from "./seed-sample-project";

describe("the sample project", async () => {
  const db = await testDatabase();
  const operator = contextOf(db, OPERATOR);
  const articles = await readSampleArticles();

  it("is made once, also when two processes begin at the same moment", async () => {
    const made = await Promise.all([1, 2, 3].map(() => seedSampleProject(operator, articles)));
    expect(made.filter((id) => id !== null)).toHaveLength(1);
    expect(await seedSampleProject(operator, articles)).toBeNull();
    expect(await db.prisma.project.findMany({ select: { name: true, createdBy: true, mode: true } })).toEqual(
      [{ name: "Sample: Venezuela 2019", createdBy: null, mode: "independent" }],
    );
    expect(await db.prisma.membership.count()).toBe(0);
  });

  it("holds the two articles whole, with nothing that they do not state", async () => {
    await seedSampleProject(operator, articles);
    const projectId = (await db.prisma.project.findFirstOrThrow()).id as ProjectId;
    const { items } = await listDocuments(operator, { projectId, limit: 50, trash: false });
    expect(items.map(({ title }) => title)).toEqual([
      "Moscow | Russia warned Washington to stop interfering in the stand-off between V",
      "Venezuela crisis: Putin wades in as Russia prepares to ramp up operation in Sout",
    ]);
    for (const [index, { id }] of items.entries()) {
      const document = await readDocument(operator, { projectId, documentId: id });
      expect(document.text).toBe(articles[index]);
      expect(document.length).toBe(DocumentText.of(articles[index] ?? "").length);
      expect(document).toMatchObject({
        externalId: null,
        meta: { source: null, url: null, publishedAt: null, language: null, extra: {} },
      });
    }
  });
});

describe("the sample project beside an administrator who was there first", async () => {
  const db = await testDatabase();

  it("has them as its manager", async () => {
    const admin = await worldOf(db).person();
    await db.prisma.user.update({ where: { id: admin }, data: { isAdmin: true } });
    const projectId = await seedSampleProject(contextOf(db, OPERATOR), ["An article."]);
    expect(
      await db.prisma.membership.findMany({ select: { projectId: true, userId: true, role: true } }),
    ).toEqual([{ projectId, userId: admin, role: "manager" }]);
  });
});
