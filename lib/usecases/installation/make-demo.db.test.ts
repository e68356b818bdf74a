import { describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, worldOf } from "@/lib/testing/world";
import { makeDemo } from "./make-demo";
import { verifyInstallation } from "./verify";

const db = await testDatabase();
const operator = contextOf(db, OPERATOR);
const SIZE = { seed: 1, documents: 30 };

describe("makeDemo", () => {
  it("makes a team in the middle of its work, with links instead of passwords", async () => {
    const { projectId, people, documentIds } = await makeDemo(operator, SIZE);
    expect(people.map(({ role }) => role)).toEqual([
      "manager",
      "reviewer",
      ...Array.from({ length: 5 }, () => "annotator"),
    ]);
    expect(documentIds).toHaveLength(SIZE.documents);
    const users = await db.prisma.user.findMany({ select: { passwordHash: true } });
    expect(users.map(({ passwordHash }) => passwordHash)).toEqual(people.map(() => null));
    expect(new Set(people.map(({ passwordPath }) => passwordPath)).size).toBe(people.length);
    const states = await db.prisma.annotationSet.groupBy({
      by: ["state"],
      where: { projectId },
      _count: true,
    });
    const count = Object.fromEntries(states.map(({ state, _count }) => [state, _count]));
    expect(count["submitted"]).toBeGreaterThan(40);
    expect(count["returned"]).toBeGreaterThan(1);
    expect(count["in_progress"]).toBeGreaterThan(1);
    const empty = await db.prisma.annotationSet.count({
      where: { projectId, state: "submitted", annotationCount: 0 },
    });
    expect(empty).toBeGreaterThan(0);
  });

  it("is whole: every log, projection and offset agrees", async () => {
    const report = await verifyInstallation(operator);
    expect(report.problems).toEqual([]);
  });

  it("makes its manager the administrator only where there is none", async () => {
    const admins = await db.prisma.user.findMany({ where: { isAdmin: true }, select: { name: true } });
    expect(admins.map(({ name }) => name)).toEqual(["Mara Manager"]);
  });

  it("is made once", async () => {
    expect(await codeOf(makeDemo(operator, SIZE))).toBe("already_exists");
  });

  it("is the operator's to make", async () => {
    expect(await codeOf(makeDemo(contextOf(db, await worldOf(db).person()), SIZE))).toBe("forbidden");
  });
});
