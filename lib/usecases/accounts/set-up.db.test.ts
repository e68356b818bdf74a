import { describe, expect, it } from "vitest";
import { worldOf, newId, NOW } from "@/lib/testing/world";
import { testDatabase } from "@/lib/testing/test-database";
import { CompleteSetUp } from "@/lib/contracts/account";
import { checkSetUpLink } from "./check-set-up-link";
import { completeSetUp } from "./complete-set-up";
import { ensureFirstAdmin } from "./ensure-first-admin";
import { issueSetUpLink } from "./issue-set-up-link";
import { signInWithPassword } from "./sign-in-with-password";
import type { Visit } from "./visit";

const PASSWORD = "three words somewhere";

/** An installation that nobody has set up, with its sample project. */
async function newInstallation() {
  const db = await testDatabase();
  const sample = await worldOf(db).project();
  const visit: Visit = { db, newId, now: () => NOW };
  return { db, sample, visit, tokenOf: async () => tokenIn(await issueSetUpLink(visit)) };
}

function tokenIn(path: string | null): string {
  return new URL(path ?? "", "http://x").searchParams.get("token") ?? "";
}

const input = (token: string, email = "ana@example.org") => ({
  token,
  name: "Ana",
  email,
  password: PASSWORD,
});
const people = async ({ db }: Visit) => db.prisma.user.count();

describe("the set-up link", async () => {
  const { db, sample, visit, tokenOf } = await newInstallation();

  it("is replaced at each start, until it is used", async () => {
    const [first, second] = [await tokenOf(), await tokenOf()];
    expect(second).not.toBe(first);
    expect(await checkSetUpLink(visit, { token: first })).toBe("wrong_link");
    expect(await checkSetUpLink(visit, { token: second })).toBe("open");
    await expect(completeSetUp(visit, input(first))).rejects.toMatchObject({ code: "not_found" });
    expect(await people(visit)).toBe(0);
  });

  it("is nowhere in the database", async () => {
    const token = await tokenOf();
    const links = await db.prisma.oneTimeLink.findMany();
    expect(JSON.stringify(links)).not.toContain(token);
  });

  it("takes no password that everybody tries, and none that is the address", async () => {
    const token = await tokenOf();
    expect(CompleteSetUp.safeParse({ ...input(token), password: "Password1!" }).success).toBe(false);
    const own = completeSetUp(visit, { ...input(token), password: "ana@example.org" });
    await expect(own).rejects.toMatchObject({
      code: "invalid",
      faults: [{ path: "password", code: "is_the_address" }],
    });
    expect(await checkSetUpLink(visit, { token })).toBe("open");
  });

  it("makes one administrator of eight who use it at once, who manages the sample project", async () => {
    const token = await tokenOf();
    const attempts = Array.from({ length: 8 }, (_, i) =>
      completeSetUp(visit, input(token, `ana${i}@example.org`)),
    );
    const ends = await Promise.allSettled(attempts);
    const made = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
    expect(made).toHaveLength(1);
    for (const end of ends)
      if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "not_found" });
    const users = await db.prisma.user.findMany({ select: { id: true, isAdmin: true, memberships: true } });
    expect(users).toEqual([
      {
        id: made[0]?.userId,
        isAdmin: true,
        memberships: [expect.objectContaining({ projectId: sample, role: "manager" })],
      },
    ]);
    expect(made[0]?.projectIds).toEqual([sample]);
  });

  it("is gone once anybody exists, and no new one is made", async () => {
    expect(await issueSetUpLink(visit)).toBeNull();
    expect(await checkSetUpLink(visit, { token: "anything" })).toBe("done");
    await expect(completeSetUp(visit, input("anything"))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("two links that are used at once", async () => {
  const { visit, db } = await newInstallation();

  it("make one administrator", async () => {
    const [a, b] = [tokenIn(await issueSetUpLink(visit)), "another"];
    // As if two processes had started at once, each with a link of its own.
    const { hashSecret } = await import("./secret-token");
    await db.prisma.oneTimeLink.create({
      data: { tokenHash: hashSecret(b), purpose: "set-up", createdAt: NOW },
    });
    await Promise.allSettled([completeSetUp(visit, input(a, "a@x")), completeSetUp(visit, input(b, "b@x"))]);
    expect(await people(visit)).toBe(1);
  });
});

describe("unattended set-up", async () => {
  const { visit, sample, db } = await newInstallation();

  it("refuses what set-up would refuse", async () => {
    await expect(ensureFirstAdmin(visit, { email: "a@x,b@x", password: PASSWORD })).rejects.toMatchObject({
      faults: [{ path: "TRIPTYCH_ADMIN_EMAIL", code: "invalid_email" }],
    });
    await expect(
      ensureFirstAdmin(visit, { email: "ana@example.org", password: "admin123" }),
    ).rejects.toMatchObject({
      faults: [{ path: "TRIPTYCH_ADMIN_PASSWORD", code: "too_common" }],
    });
    expect(await people(visit)).toBe(0);
  });

  it("makes the administrator once, however many processes start", async () => {
    const settings = { email: "Ana@Example.org", password: PASSWORD };
    const made = await Promise.all(Array.from({ length: 5 }, () => ensureFirstAdmin(visit, settings)));
    expect(made.filter(Boolean)).toHaveLength(1);
    const membership = await db.prisma.membership.findFirstOrThrow();
    expect(membership).toMatchObject({ projectId: sample, role: "manager" });
    expect(await signInWithPassword(visit, { email: "ana@example.org", password: PASSWORD })).toMatchObject({
      id: membership.userId,
    });
    expect(await ensureFirstAdmin(visit, { email: "other@example.org", password: PASSWORD })).toBe(false);
  });
});
