import { describe, expect, it } from "vitest";
import { OPERATOR } from "@/lib/core/access/actor";
import type { UserId } from "@/lib/core/ids";
import { userOfSession } from "@/lib/db/user-repository";
import { contextOf, newId, NOW, worldOf } from "@/lib/testing/world";
import { testDatabase } from "@/lib/testing/test-database";
import type { Context } from "../context";
import { changeOwnPassword } from "./change-own-password";
import { checkPasswordLink } from "./check-password-link";
import { createUser } from "./create-user";
import { issuePasswordLink } from "./issue-password-link";
import { ownProfile } from "./own-profile";
import { passwordMatches } from "./password-hash";
import { renameSelf } from "./rename-self";
import { setPasswordByLink } from "./set-password-by-link";
import { signInWithPassword } from "./sign-in-with-password";
import { signInWithProvider } from "./sign-in-with-provider";
import { signOut } from "./sign-out";

const db = await testDatabase();
const world = worldOf(db);
const operator = contextOf(db, OPERATOR);
const PASSWORD = "three words somewhere";
const OTHER = "four other words elsewhere";

const newPerson = (more: object = {}) => ({
  email: `${newId()}@example.org`,
  name: "Ben",
  isAdmin: false,
  password: PASSWORD as string | null,
  membership: null,
  ...more,
});
const tokenIn = (path: string | null) => new URL(path ?? "", "http://x").searchParams.get("token") ?? "";
const later = (ctx: Context, milliseconds: number): Context => ({
  ...ctx,
  now: () => new Date(NOW.getTime() + milliseconds),
});
const DAY = 24 * 60 * 60 * 1000;

async function sessionHolds(userId: UserId, version: number, sessionId: string = newId()): Promise<boolean> {
  return (await userOfSession(db, { userId, version, sessionId })) !== null;
}

describe("createUser", () => {
  it("makes somebody who can sign in with the password given", async () => {
    const person = newPerson();
    const { userId, passwordPath } = await createUser(operator, person);
    expect(passwordPath).toBeNull();
    expect(await signInWithPassword(operator, { email: person.email, password: PASSWORD })).toMatchObject({
      id: userId,
    });
  });

  it("makes them a member where that is asked for", async () => {
    const projectId = await world.project();
    const { userId } = await createUser(
      operator,
      newPerson({ membership: { projectId, role: "annotator" } }),
    );
    expect(await db.prisma.membership.findMany({ where: { userId } })).toMatchObject([
      { projectId, role: "annotator" },
    ]);
  });

  it("makes nobody where the project does not exist", async () => {
    const person = newPerson({ membership: { projectId: newId(), role: "annotator" } });
    await expect(createUser(operator, person)).rejects.toMatchObject({ code: "not_found" });
    expect(await db.prisma.user.count({ where: { email: person.email } })).toBe(0);
  });

  it("refuses an address that is taken, also when two come at once", async () => {
    const person = newPerson();
    const ends = await Promise.allSettled([createUser(operator, person), createUser(operator, person)]);
    expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(createUser(operator, person)).rejects.toMatchObject({
      code: "already_exists",
      faults: [{ path: "email" }],
    });
  });

  it("is for administrators, and not for their limited tokens", async () => {
    const userId = await world.person();
    const ordinary = contextOf(db, userId);
    const limited = contextOf(db, { userId, isAdmin: true, limits: { projectId: null, scopes: ["read"] } });
    await expect(createUser(ordinary, newPerson())).rejects.toMatchObject({ code: "forbidden" });
    await expect(createUser(limited, newPerson())).rejects.toMatchObject({ code: "forbidden" });
    await expect(issuePasswordLink(ordinary, { email: "x@x" })).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("a password link", () => {
  it("sets the password once, also when eight use it at once", async () => {
    const person = newPerson({ password: null });
    const { passwordPath } = await createUser(operator, person);
    const token = tokenIn(passwordPath);
    expect(await checkPasswordLink(operator, { token })).toEqual({
      state: "open",
      name: "Ben",
      email: person.email,
    });
    const ends = await Promise.allSettled(
      Array.from({ length: 8 }, () => setPasswordByLink(operator, { token, password: PASSWORD })),
    );
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const end of ends) if (end.status === "rejected") expect(end.reason).toMatchObject({ code: "gone" });
    expect(await checkPasswordLink(operator, { token })).toEqual({ state: "used" });
    expect(await signInWithPassword(operator, { email: person.email, password: PASSWORD })).not.toBeNull();
  });

  it("is replaced by the next one, and ends sessions when it is used", async () => {
    const person = newPerson();
    const { userId } = await createUser(operator, person);
    const first = tokenIn((await issuePasswordLink(operator, person)).passwordPath);
    const second = tokenIn((await issuePasswordLink(operator, person)).passwordPath);
    await expect(setPasswordByLink(operator, { token: first, password: OTHER })).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await sessionHolds(userId, 1)).toBe(true);
    await setPasswordByLink(operator, { token: second, password: OTHER });
    expect(await sessionHolds(userId, 1)).toBe(false);
  });

  it("works for a day", async () => {
    const person = newPerson();
    await createUser(operator, person);
    const token = tokenIn((await issuePasswordLink(operator, person)).passwordPath);
    expect(await checkPasswordLink(later(operator, DAY - 1), { token })).toMatchObject({ state: "open" });
    expect(await checkPasswordLink(later(operator, DAY), { token })).toEqual({ state: "expired" });
    await expect(setPasswordByLink(later(operator, DAY), { token, password: OTHER })).rejects.toMatchObject({
      code: "gone",
    });
  });

  it("stops working when the password is changed otherwise", async () => {
    const person = newPerson();
    const { userId } = await createUser(operator, person);
    const token = tokenIn((await issuePasswordLink(operator, person)).passwordPath);
    await changeOwnPassword(contextOf(db, userId), { currentPassword: PASSWORD, newPassword: OTHER });
    await expect(setPasswordByLink(operator, { token, password: PASSWORD })).rejects.toMatchObject({
      code: "gone",
    });
  });

  it("is none for a disabled account, and a set-up link is none either", async () => {
    const person = newPerson({ password: null });
    const { userId, passwordPath } = await createUser(operator, person);
    await db.prisma.user.update({ where: { id: userId }, data: { disabledAt: NOW } });
    const token = tokenIn(passwordPath);
    expect(await checkPasswordLink(operator, { token })).toEqual({ state: "unknown" });
    await expect(setPasswordByLink(operator, { token, password: PASSWORD })).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(issuePasswordLink(operator, person)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("changeOwnPassword", () => {
  it("ends every session and begins a new version", async () => {
    const person = newPerson();
    const { userId } = await createUser(operator, person);
    const { sessionVersion } = await changeOwnPassword(contextOf(db, userId), {
      currentPassword: PASSWORD,
      newPassword: OTHER,
    });
    expect(await sessionHolds(userId, 1)).toBe(false);
    expect(await sessionHolds(userId, sessionVersion)).toBe(true);
    expect(await signInWithPassword(operator, { email: person.email, password: PASSWORD })).toBeNull();
    expect(await signInWithPassword(operator, { email: person.email, password: OTHER })).not.toBeNull();
  });

  it("needs the current password and a good new one, and changes nothing without", async () => {
    const person = newPerson();
    const { userId } = await createUser(operator, person);
    const ctx = contextOf(db, userId);
    await expect(
      changeOwnPassword(ctx, { currentPassword: OTHER, newPassword: OTHER }),
    ).rejects.toMatchObject({
      code: "wrong_password",
      faults: [{ path: "currentPassword" }],
    });
    await expect(
      changeOwnPassword(ctx, { currentPassword: PASSWORD, newPassword: person.email }),
    ).rejects.toMatchObject({
      faults: [{ path: "newPassword", code: "is_the_address" }],
    });
    const limited = contextOf(db, {
      userId,
      isAdmin: false,
      limits: { projectId: null, scopes: ["manage"] },
    });
    await expect(
      changeOwnPassword(limited, { currentPassword: PASSWORD, newPassword: OTHER }),
    ).rejects.toMatchObject({ code: "forbidden" });
    expect(await sessionHolds(userId, 1)).toBe(true);
  });
});

describe("signing out", () => {
  it("ends one session and no other, however often", async () => {
    const userId = await world.person();
    const [one, other] = [newId(), newId()];
    const expiresAt = new Date(NOW.getTime() + DAY);
    await signOut(operator, { sessionId: one, expiresAt });
    await signOut(operator, { sessionId: one, expiresAt });
    expect(await sessionHolds(userId, 1, one)).toBe(false);
    expect(await sessionHolds(userId, 1, other)).toBe(true);
  });

  it("is forgotten once the session would have ended anyway", async () => {
    await signOut(operator, { sessionId: newId(), expiresAt: new Date(NOW.getTime() + DAY) });
    await signOut(later(operator, 2 * DAY), {
      sessionId: newId(),
      expiresAt: new Date(NOW.getTime() + 3 * DAY),
    });
    expect(await db.prisma.endedSession.count()).toBe(1);
  });
});

describe("signing in at a provider", () => {
  const at = (providerAccountId: string, verifiedEmail: string | null) =>
    signInWithProvider(operator, { provider: "oidc", providerAccountId, verifiedEmail });

  it("knows somebody by the address that the provider vouches for, and from then on by their id there", async () => {
    const person = newPerson({ password: null });
    const { userId } = await createUser(operator, person);
    const subject = newId();
    expect(await at(subject, person.email.toUpperCase())).toMatchObject({ id: userId });
    expect(await at(subject, "changed@example.org")).toMatchObject({ id: userId });
    expect(await at(subject, null)).toMatchObject({ id: userId });
  });

  it("signs nobody up, and trusts no address that is not vouched for", async () => {
    const person = newPerson();
    await createUser(operator, person);
    const before = await db.prisma.user.count();
    expect(await at(newId(), null)).toBeNull();
    expect(await at(newId(), `stranger-${person.email}`)).toBeNull();
    expect(await at(newId(), `${person.email},x@x`)).toBeNull();
    expect(await db.prisma.user.count()).toBe(before);
  });

  it("lets no disabled account in", async () => {
    const person = newPerson();
    const { userId } = await createUser(operator, person);
    const subject = newId();
    await at(subject, person.email);
    await db.prisma.user.update({ where: { id: userId }, data: { disabledAt: NOW } });
    expect(await at(subject, person.email)).toBeNull();
  });
});

describe("passwords", () => {
  it("are kept as Argon2id, salted", async () => {
    const [a, b] = [newPerson(), newPerson()];
    await createUser(operator, a);
    await createUser(operator, b);
    const rows = await db.prisma.user.findMany({
      where: { email: { in: [a.email, b.email] } },
      select: { passwordHash: true },
    });
    const [one, other] = rows.map(({ passwordHash }) => passwordHash);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
  });

  it("are the same however the keyboard composes them", async () => {
    const person = newPerson({ password: "schön wär’s u\u0308berall" });
    await createUser(operator, person);
    expect(
      await signInWithPassword(operator, { email: person.email, password: "scho\u0308n wär’s überall" }),
    ).not.toBeNull();
  });

  it("do the same work for somebody who does not exist", async () => {
    const hashes = await Promise.all([passwordMatches(null, PASSWORD), passwordMatches(null, "nobody")]);
    expect(hashes).toEqual([false, false]);
  });
});

describe("one's own profile", () => {
  it("is shown and renamed by its owner", async () => {
    const userId = await world.person("Cleo");
    const ctx = contextOf(db, userId);
    await renameSelf(ctx, { name: "Cleo Ruiz" });
    expect(await ownProfile(ctx)).toEqual({
      id: userId,
      email: `${userId}@example.org`,
      name: "Cleo Ruiz",
      isAdmin: false,
      hasPassword: false,
      sharesPresence: true,
    });
  });
});
