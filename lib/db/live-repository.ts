import type { Credential, Role } from "@/lib/core/access/actor";
import type { SetRef } from "@/lib/core/access/rules";
import type { ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { DocumentKey } from "@/lib/core/live/document-key";
import type { Stretch } from "@/lib/core/live/steps";
import type { Database, SqlQueries } from "./client";
import { loggedJson, toLogged, type LoggedOperation } from "./operation-repository";

export interface SetHead extends SetRef, DocumentKey {
  readonly seq: number;
}

/** How far the logs of all sets of these documents go, whoever may see them, and which time line this is. */
export async function headsOf(
  db: Database,
  documents: readonly DocumentKey[],
): Promise<{ readonly epoch: string; readonly sets: readonly SetHead[] }> {
  const { rows } = await db.pool.query<{ epoch: string; id: SetId | null } & Omit<SetHead, "id">>(
    `SELECT i.epoch, s.project_id AS "projectId", s.document_id AS "documentId", s.id, s.kind, s.annotator_id AS "annotatorId",
       s.state, s.seq
     FROM installation i LEFT JOIN (
       unnest($1::uuid[], $2::uuid[]) AS followed (project_id, document_id)
       JOIN document d ON d.project_id = followed.project_id AND d.id = followed.document_id AND d.deleted_at IS NULL
       JOIN project p ON p.id = d.project_id AND p.deleted_at IS NULL
       JOIN annotation_set s ON s.project_id = d.project_id AND s.document_id = d.id
     ) ON true
     ORDER BY s.created_at, s.id`,
    [documents.map(({ projectId }) => projectId), documents.map(({ documentId }) => documentId)],
  );
  const epoch = rows[0]?.epoch;
  if (epoch === undefined) throw new RangeError("the installation has no row");
  return {
    epoch,
    sets: rows.flatMap(({ epoch: _same, id, ...set }) => (id === null ? [] : [{ ...set, id }])),
  };
}

export interface LogStretch extends Stretch {
  readonly projectId: ProjectId;
}

/** The lines of the log in each of `stretches`, in their order. */
export async function stretchesOf(
  queries: SqlQueries,
  stretches: readonly LogStretch[],
): Promise<readonly (readonly LoggedOperation[])[]> {
  const rows = await queries.$queryRaw<{ place: bigint; row: LoggedOperation }[]>`
    select w.place, o.row
    from unnest(${stretches.map(({ projectId }) => projectId)}::uuid[], ${stretches.map(({ set }) => set)}::uuid[],
      ${stretches.map(({ from }) => from)}::int[], ${stretches.map(({ to }) => to)}::int[]) with ordinality
      as w(project_id, set_id, after, up_to, place)
    cross join lateral (
      select o.seq, ${loggedJson} as row from operation o left join "user" u on u.id = o.actor_id
      where o.project_id = w.project_id and o.set_id = w.set_id and o.seq > w.after and o.seq <= w.up_to
    ) o
    order by w.place, o.seq`;
  const logs: LoggedOperation[][] = stretches.map(() => []);
  for (const { place, row } of rows) logs[Number(place) - 1]?.push(toLogged(row));
  return logs;
}

/** Somebody who follows a document, and by what right. */
export interface Claim extends DocumentKey {
  readonly credential: Credential;
}

/**
 * The role of each, in the same order, as it is now; null where session or token, account, membership, project or
 * document do not hold any more.
 */
export async function rolesOf(
  db: Database,
  claims: readonly Claim[],
  now: Date,
): Promise<readonly (Role | null)[]> {
  const { rows } = await db.pool.query<{ place: string; role: Role }>(
    `SELECT c.place, m.role
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::int[], $5::uuid[], $6::uuid[]) WITH ORDINALITY
       AS c (project_id, document_id, user_id, version, session_id, token_id, place)
     JOIN "user" u ON u.id = c.user_id AND u.disabled_at IS NULL
     JOIN document d ON d.project_id = c.project_id AND d.id = c.document_id AND d.deleted_at IS NULL
     JOIN project p ON p.id = c.project_id AND p.deleted_at IS NULL
     JOIN membership m ON m.project_id = c.project_id AND m.user_id = c.user_id AND m.removed_at IS NULL
     WHERE CASE WHEN c.token_id IS NULL
       THEN u.session_version = c.version AND NOT EXISTS (SELECT FROM ended_session e WHERE e.id = c.session_id)
       ELSE EXISTS (SELECT FROM api_token t WHERE t.id = c.token_id AND t.revoked_at IS NULL
         AND (t.expires_at IS NULL OR t.expires_at > $7)) END`,
    [
      claims.map(({ projectId }) => projectId),
      claims.map(({ documentId }) => documentId),
      claims.map(({ credential }) => credential.userId),
      claims.map(({ credential }) => (credential.kind === "session" ? credential.version : null)),
      claims.map(({ credential }) => (credential.kind === "session" ? credential.sessionId : null)),
      claims.map(({ credential }) => (credential.kind === "token" ? credential.tokenId : null)),
      now,
    ],
  );
  const roles = new Map(rows.map(({ place, role }) => [Number(place) - 1, role]));
  return claims.map((_claim, index) => roles.get(index) ?? null);
}

export async function namesOf(
  queries: SqlQueries,
  userIds: readonly UserId[],
): Promise<ReadonlyMap<UserId, string>> {
  const rows = await queries.$queryRaw<{ id: UserId; name: string }[]>`
    select id, name from "user" where id = any(${userIds}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names the installation's time line. */
export async function epochOf(queries: SqlQueries): Promise<string> {
  const rows = await queries.$queryRaw<{ epoch: string }[]>`select epoch from installation`;
  if (rows[0] === undefined) throw new RangeError("the installation has no row");
  return rows[0].epoch;
}
