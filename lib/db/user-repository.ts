import { ABSENT_DOMAIN } from "@/lib/core/access/absent-person";
import type { Keyboard } from "@/lib/core/keyboard/keyboard";
import type { UserId } from "@/lib/core/ids";
import type { Database, Queries, Tx } from "./client";
import { preparedOn } from "./prepared";

export interface NewUser {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly isAdmin: boolean;
  readonly createdAt: Date;
}

/** What signing in needs to know. */
export interface UserRow {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly isAdmin: boolean;
  readonly sessionVersion: number;
  readonly disabledAt: Date | null;
  /** Whether others see where they are in a document. */
  readonly sharesPresence: boolean;
}

/** What a session claims of its user. */
export interface SessionRef {
  readonly userId: UserId;
  readonly version: number;
  readonly sessionId: string;
}

const FIELDS = {
  id: true,
  email: true,
  name: true,
  passwordHash: true,
  isAdmin: true,
  sessionVersion: true,
  disabledAt: true,
  sharesPresence: true,
} as const;

/**
 * Whether the session still holds, and whether its user is an administrator; null where it does not. Asked on each
 * request, so it goes to the driver directly: Prisma takes several times as long for it.
 */
export async function userOfSession(
  db: Database,
  session: SessionRef,
): Promise<{ readonly isAdmin: boolean } | null> {
  const rows = await preparedOn(db, db.quick).$queryRaw<{ isAdmin: boolean }[]>`
    select is_admin as "isAdmin" from "user"
    where id = ${session.userId}::uuid and session_version = ${session.version} and disabled_at is null
      and not exists (select from ended_session where id = ${session.sessionId}::uuid)`;
  return rows[0] ?? null;
}

export async function userById(queries: Queries, id: UserId): Promise<UserRow | null> {
  const row = await queries.user.findUnique({ where: { id }, select: FIELDS });
  return row === null ? null : { ...row, id };
}

/** @param email canonical */
export async function userByEmail(queries: Queries, email: string): Promise<UserRow | null> {
  const row = await queries.user.findUnique({ where: { email }, select: FIELDS });
  return row === null ? null : { ...row, id: row.id as UserId };
}

/** People whom only an archive has brought, who cannot sign in, do not count. */
export async function anybodyExists(queries: Queries): Promise<boolean> {
  const where = { NOT: { email: { endsWith: `@${ABSENT_DOMAIN}` } } };
  return (await queries.user.findFirst({ where, select: { id: true } })) !== null;
}

/** Held to the end of the transaction: of two that would each make the first user, the second sees the other's. */
export async function lockFirstUser(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(7261958302)`;
}

/** The administrator who came first; null before there is one. */
export async function firstAdminOf(queries: Queries): Promise<UserId | null> {
  const user = await queries.user.findFirst({
    where: { isAdmin: true },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  return (user?.id as UserId | undefined) ?? null;
}

export async function insertUser(tx: Tx, user: NewUser): Promise<void> {
  await tx.user.create({ data: user });
}

export async function renameUser(queries: Queries, id: UserId, name: string): Promise<void> {
  await queries.user.update({ where: { id }, data: { name }, select: { id: true } });
}

export async function setSharesPresence(
  queries: Queries,
  id: UserId,
  sharesPresence: boolean,
): Promise<void> {
  await queries.user.update({ where: { id }, data: { sharesPresence }, select: { id: true } });
}

/** What was stored of the person's keys, from whatever version of the app; null where nothing was. */
export async function keyboardOf(queries: Queries, id: UserId): Promise<unknown> {
  const row = await queries.user.findUnique({ where: { id }, select: { keyboard: true } });
  return row?.keyboard ?? null;
}

export async function setKeyboard(queries: Queries, id: UserId, keyboard: Keyboard): Promise<void> {
  const { keys, singleCharacters } = keyboard;
  const own = Object.fromEntries(Object.entries(keys).map(([command, chords]) => [command, [...chords]]));
  await queries.user.update({
    where: { id },
    data: { keyboard: { keys: own, singleCharacters } },
    select: { id: true },
  });
}

/** Sets the password and ends every session. @returns the version that new sessions carry */
export async function replacePassword(tx: Tx, id: UserId, passwordHash: string): Promise<number> {
  const { sessionVersion } = await tx.user.update({
    where: { id },
    data: { passwordHash, sessionVersion: { increment: 1 } },
    select: { sessionVersion: true },
  });
  return sessionVersion;
}

/** Ends one session before its time. Doing so twice is harmless. */
export async function endSession(db: Database, sessionId: string, now: Date, expiresAt: Date): Promise<void> {
  await db.pool.query(
    "INSERT INTO ended_session (id, expires_at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING",
    [sessionId, expiresAt],
  );
  await db.pool.query("DELETE FROM ended_session WHERE expires_at < $1", [now]);
}
