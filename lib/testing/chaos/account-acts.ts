import type { UserId } from "@/lib/core/ids";
import type { Database } from "@/lib/db/client";
import { NewToken } from "@/lib/contracts/account";
import { OPERATOR } from "@/lib/core/access/actor";
import { changeOwnPassword } from "@/lib/usecases/accounts/change-own-password";
import { completeSetUp } from "@/lib/usecases/accounts/complete-set-up";
import { createToken } from "@/lib/usecases/accounts/create-token";
import { createUser } from "@/lib/usecases/accounts/create-user";
import { ensureFirstAdmin } from "@/lib/usecases/accounts/ensure-first-admin";
import { issuePasswordLink } from "@/lib/usecases/accounts/issue-password-link";
import { issueSetUpLink } from "@/lib/usecases/accounts/issue-set-up-link";
import { hashPassword } from "@/lib/usecases/accounts/password-hash";
import { renameSelf } from "@/lib/usecases/accounts/rename-self";
import { revokeToken } from "@/lib/usecases/accounts/revoke-token";
import { hashSecret } from "@/lib/usecases/accounts/secret-token";
import { setPasswordByLink } from "@/lib/usecases/accounts/set-password-by-link";
import { sharePresence } from "@/lib/usecases/accounts/share-presence";
import { signInWithProvider } from "@/lib/usecases/accounts/sign-in-with-provider";
import { signOut } from "@/lib/usecases/accounts/sign-out";
import { writeKeyboard } from "@/lib/usecases/accounts/write-keyboard";
import { contextOf, newId, worldOf } from "../world";
import { aDesk, isSome, type Acts } from "./act";

const PASSWORD = "three words somewhere";
const NEW_PASSWORD = "four other words elsewhere";

/** Acts on accounts that write. */
export const ACCOUNT_ACTS: Acts = {
  createUser: async (db) => {
    const { projectId } = await aDesk(db);
    const email = `${newId()}@example.org`;
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) =>
        createUser(on, {
          email,
          name: "New",
          isAdmin: false,
          password: null,
          membership: { projectId, role: "annotator" },
        }),
      isDone: () =>
        isSome(
          db.prisma.user.count({ where: { email, memberships: { some: {} }, oneTimeLinks: { some: {} } } }),
        ),
    };
  },
  issuePasswordLink: async (db) => {
    const { userId, email } = await aPerson(db);
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) => issuePasswordLink(on, { email }),
      isDone: () => isSome(db.prisma.oneTimeLink.count({ where: { userId } })),
    };
  },
  setPasswordByLink: async (db) => {
    const { userId } = await aPerson(db);
    const token = newId();
    await db.prisma.oneTimeLink.create({
      data: {
        tokenHash: hashSecret(token),
        purpose: "password",
        userId,
        expiresAt: new Date("2027-01-01"),
        createdAt: new Date(),
      },
    });
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) => setPasswordByLink(on, { token, password: NEW_PASSWORD }),
      isDone: () => isSome(db.prisma.user.count({ where: { id: userId, sessionVersion: { gt: 1 } } })),
    };
  },
  changeOwnPassword: async (db) => {
    const { userId } = await aPerson(db);
    return {
      ctx: contextOf(db, userId),
      act: (on) => changeOwnPassword(on, { currentPassword: PASSWORD, newPassword: NEW_PASSWORD }),
      isDone: () => isSome(db.prisma.user.count({ where: { id: userId, sessionVersion: { gt: 1 } } })),
    };
  },
  renameSelf: async (db) => {
    const { userId } = await aPerson(db);
    return {
      ctx: contextOf(db, userId),
      act: (on) => renameSelf(on, { name: "Other" }),
      isDone: () => isSome(db.prisma.user.count({ where: { id: userId, name: "Other" } })),
    };
  },
  sharePresence: async (db) => {
    const { userId } = await aPerson(db);
    return {
      ctx: contextOf(db, userId),
      act: (on) => sharePresence(on, { shares: false }),
      isDone: () => isSome(db.prisma.user.count({ where: { id: userId, sharesPresence: false } })),
    };
  },
  createToken: async (db) => {
    const { userId } = await aPerson(db);
    return {
      ctx: contextOf(db, userId),
      act: (on) => createToken(on, NewToken.parse({ name: "Nightly" })),
      isDone: () => isSome(db.prisma.apiToken.count({ where: { userId } })),
    };
  },
  revokeToken: async (db) => {
    const { userId } = await aPerson(db);
    const ctx = contextOf(db, userId);
    const { id } = await createToken(ctx, NewToken.parse({ name: "Nightly" }));
    return {
      ctx,
      act: (on) => revokeToken(on, { tokenId: id }),
      isDone: () => isSome(db.prisma.apiToken.count({ where: { id, revokedAt: { not: null } } })),
    };
  },
  signOut: async (db) => {
    const sessionId = newId();
    return Promise.resolve({
      ctx: contextOf(db, OPERATOR),
      act: (on) => signOut(on, { sessionId, expiresAt: new Date("2027-01-01") }),
      isDone: () => isSome(db.prisma.endedSession.count({ where: { id: sessionId } })),
    });
  },
  writeKeyboard: async (db) => {
    const { userId } = await aPerson(db);
    return {
      ctx: contextOf(db, userId),
      act: (on) => writeKeyboard(on, { keys: {}, singleCharacters: false }),
      isDone: () =>
        isSome(
          db.prisma.user.count({
            where: { id: userId, keyboard: { path: ["singleCharacters"], equals: false } },
          }),
        ),
    };
  },
  signInWithProvider: async (db) => {
    const { userId, email } = await aPerson(db);
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) =>
        signInWithProvider(on, { provider: "oidc", providerAccountId: userId, verifiedEmail: email }),
      isDone: () => isSome(db.prisma.account.count({ where: { userId } })),
    };
  },
  issueSetUpLink: async (db) => {
    await emptyOut(db);
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) => issueSetUpLink(on),
      isDone: () => isSome(db.prisma.oneTimeLink.count({ where: { purpose: "set-up" } })),
    };
  },
  completeSetUp: async (db) => {
    await emptyOut(db);
    const ctx = contextOf(db, OPERATOR);
    const link = (await issueSetUpLink(ctx)) ?? "";
    const token = new URL(link, "http://localhost").searchParams.get("token") ?? "";
    return {
      ctx,
      act: (on) => completeSetUp(on, { token, name: "Ana", email: "ana@example.org", password: PASSWORD }),
      isDone: () => isSome(db.prisma.user.count({ where: { isAdmin: true } })),
    };
  },
  ensureFirstAdmin: async (db) => {
    await emptyOut(db);
    return {
      ctx: contextOf(db, OPERATOR),
      act: (on) => ensureFirstAdmin(on, { email: "ana@example.org", password: PASSWORD }),
      isDone: () => isSome(db.prisma.user.count({ where: { isAdmin: true } })),
    };
  },
};

/** As before anybody had come. */
async function emptyOut({ pool }: Database): Promise<void> {
  await pool.query('TRUNCATE "user", project, one_time_link CASCADE');
}

const passwordHash = hashPassword(PASSWORD);

async function aPerson(db: Database): Promise<{ readonly userId: UserId; readonly email: string }> {
  const userId = await worldOf(db).person();
  const { email } = await db.prisma.user.update({
    where: { id: userId },
    data: { passwordHash: await passwordHash },
  });
  return { userId, email };
}
