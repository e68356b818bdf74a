import { describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import type { UserId } from "@/lib/core/ids";
import { userOfSession } from "@/lib/db/user-repository";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { listPeople } from "./list-people";
import { switchPerson } from "./switch-person";

const db = await testDatabase();
const world = worldOf(db);
const asAdmin = (userId: UserId) => contextOf(db, { userId, isAdmin: true, limits: null });
const operator = contextOf(db, OPERATOR);

async function anAdmin(): Promise<UserId> {
  const userId = await world.person("Ada");
  await switchPerson(operator, { userId, isAdmin: true });
  return userId;
}

describe("people of the installation", () => {
  it("are an administrator's to see and to switch, and not through a token that was cut down", async () => {
    const person = await world.person();
    const limited = contextOf(db, {
      userId: person,
      isAdmin: true,
      limits: { projectId: null, scopes: ["read"] },
    });
    for (const ctx of [contextOf(db, person), limited]) {
      expect(await codeOf(listPeople(ctx))).toBe("forbidden");
      expect(await codeOf(switchPerson(ctx, { userId: person, isAdmin: true }))).toBe("forbidden");
    }
  });

  it("always keep one administrator, also when two take each other's office at once", async () => {
    await db.prisma.user.updateMany({ data: { isAdmin: false } });
    const [ada, ben] = [await anAdmin(), await anAdmin()];
    const codes = await Promise.all([
      codeOf(switchPerson(asAdmin(ada), { userId: ben, isAdmin: false })),
      codeOf(switchPerson(asAdmin(ben), { userId: ada, isDisabled: true })),
    ]);
    expect(codes.toSorted()).toEqual(["conflict", "done"]);
  });

  it("are out at once when switched off, and in again afterwards", async () => {
    const admin = asAdmin(await anAdmin());
    const userId = await world.person("Cem");
    const session = { userId, version: 1, sessionId: newId() };
    await switchPerson(admin, { userId, isDisabled: true });
    expect(await userOfSession(db, session)).toBeNull();
    await switchPerson(admin, { userId, isDisabled: false });
    expect(await userOfSession(db, session)).not.toBeNull();
    const kinds = await db.prisma.auditEvent.findMany({
      where: { subjectId: userId },
      orderBy: { id: "asc" },
    });
    expect(kinds.map(({ kind }) => kind)).toEqual(["person.disabled", "person.enabled"]);
  });
});
