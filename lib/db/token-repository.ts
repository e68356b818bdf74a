import type { Scope } from "@/lib/core/access/actor";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { Database } from "./client";

export interface TokenOwner {
  readonly tokenId: string;
  readonly userId: UserId;
  readonly isAdmin: boolean;
  readonly projectId: ProjectId | null;
  readonly scopes: readonly Scope[];
}

/** Within this time of the last note, use of a token is not noted again. */
const USE_NOTED_FOR = "10 minutes";

/**
 * Whose token it is, if it is valid at `now`; its use is noted. Asked on each request of a program, so it is one
 * statement to the driver, and a write only now and then.
 */
export async function ownerOfToken(db: Database, tokenHash: string, now: Date): Promise<TokenOwner | null> {
  const { rows } = await db.pool.query<TokenOwner>(
    `WITH found AS (
       SELECT t.id, t.user_id, t.project_id, t.scopes, u.is_admin
       FROM api_token t JOIN "user" u ON u.id = t.user_id
       WHERE t.token_hash = $1 AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > $2)
         AND u.disabled_at IS NULL
     ), noted AS (
       UPDATE api_token SET last_used_at = $2
       WHERE id = (SELECT id FROM found) AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '${USE_NOTED_FOR}')
     )
     SELECT id AS "tokenId", user_id AS "userId", is_admin AS "isAdmin", project_id AS "projectId", scopes FROM found`,
    [tokenHash, now],
  );
  return rows[0] ?? null;
}
