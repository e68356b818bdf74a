import type { Scope } from "@/lib/core/access/actor";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { Database, Queries } from "./client";
import { preparedOn } from "./prepared";

export interface TokenOwner {
  readonly tokenId: string;
  readonly userId: UserId;
  readonly isAdmin: boolean;
  readonly projectId: ProjectId | null;
  readonly scopes: readonly Scope[];
}

export interface NewTokenRow {
  readonly id: string;
  readonly tokenHash: string;
  readonly userId: UserId;
  readonly projectId: ProjectId | null;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAt: Date | null;
  readonly createdAt: Date;
}

export interface TokenRow {
  readonly id: string;
  readonly name: string;
  readonly project: { readonly id: ProjectId; readonly name: string } | null;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** Within this time of the last note, use of a token is not noted again. */
const USE_NOTED_FOR = "10 minutes";

/**
 * Whose token it is, if it is valid at `now`; its use is noted. Asked on each request of a program, so it is one
 * statement to the driver, and a write only now and then.
 */
export async function ownerOfToken(db: Database, tokenHash: string, now: Date): Promise<TokenOwner | null> {
  const rows = await preparedOn(db, db.quick).$queryRaw<TokenOwner[]>`
    with found as (
      select t.id, t.user_id, t.project_id, t.scopes, u.is_admin
      from api_token t join "user" u on u.id = t.user_id
      where t.token_hash = ${tokenHash} and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now}::timestamptz)
        and u.disabled_at is null
    ), noted as (
      update api_token set last_used_at = ${now}::timestamptz where id = (select id from found)
        and (last_used_at is null or last_used_at < ${now}::timestamptz - ${USE_NOTED_FOR}::interval)
    )
    select id as "tokenId", user_id as "userId", is_admin as "isAdmin", project_id as "projectId", scopes from found`;
  return rows[0] ?? null;
}

export async function insertToken(queries: Queries, token: NewTokenRow): Promise<void> {
  await queries.apiToken.create({ data: { ...token, scopes: [...token.scopes] } });
}

/** The tokens of a user that have not been revoked, newest first. */
export async function tokensOf(queries: Queries, userId: UserId): Promise<readonly TokenRow[]> {
  const rows = await queries.apiToken.findMany({
    where: { userId, revokedAt: null },
    orderBy: { id: "desc" },
    take: 1000,
    select: TOKEN_FIELDS,
  });
  return rows.map(({ project, scopes, ...row }) => ({
    ...row,
    scopes: scopes as Scope[],
    project: project === null ? null : { id: project.id as ProjectId, name: project.name },
  }));
}

const TOKEN_FIELDS = {
  id: true,
  name: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
  project: { select: { id: true, name: true } },
} as const;

/** @returns false where the user has no such token, or has revoked it before */
export async function revokeToken(
  queries: Queries,
  userId: UserId,
  id: string,
  revokedAt: Date,
): Promise<boolean> {
  const { count } = await queries.apiToken.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt },
  });
  return count === 1;
}
