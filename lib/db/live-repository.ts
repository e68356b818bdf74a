import type { Credential, Role } from "@/lib/core/access/actor";
import type { SetRef } from "@/lib/core/access/rules";
import type { ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { DocumentKey } from "@/lib/core/live/document-key";
import type { Stretch } from "@/lib/core/live/steps";
import type { Database, SqlQueries } from "./client";
import { preparedOn } from "./prepared";
import { loggedJson, toLogged, type LoggedOperation } from "./operation-repository";

export interface SetHead extends SetRef, DocumentKey {
  readonly seq: number;
}

/** How far the logs of all sets of these documents go, whoever may see them, and which time line this is. */
export async function headsOf(
  db: Database,
  documents: readonly DocumentKey[],
): Promise<{ readonly epoch: string; readonly sets: readonly SetHead[] }> {
  const projects = documents.map(({ projectId }) => projectId);
  const ids = documents.map(({ documentId }) => documentId);
  const rows = await preparedOn(db, db.quick).$queryRaw<
    ({ epoch: string; id: SetId | null } & Omit<SetHead, "id">)[]
  >`
    select i.epoch, s.project_id as "projectId", s.document_id as "documentId", s.id, s.kind,
      s.annotator_id as "annotatorId", s.state, s.seq
    from installation i left join (
      unnest(${projects}::uuid[], ${ids}::uuid[]) as followed (project_id, document_id)
      join document d on d.project_id = followed.project_id and d.id = followed.document_id and d.deleted_at is null
      join project p on p.id = d.project_id and p.deleted_at is null
      join annotation_set s on s.project_id = d.project_id and s.document_id = d.id
    ) on true
    order by s.created_at, s.id`;
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

/**
 * The lines of the log in each of `stretches`, in their order. The limit changes nothing but the plan: without it, and
 * before the tables have been analysed, Postgres reads the whole log of the set by another index.
 */
export async function stretchesOf(
  db: Database,
  stretches: readonly LogStretch[],
): Promise<readonly (readonly LoggedOperation[])[]> {
  const rows = await preparedOn(db, db.quick).$queryRaw<{ place: string; row: LoggedOperation }[]>`
    select w.place, o.row
    from unnest(${stretches.map(({ projectId }) => projectId)}::uuid[], ${stretches.map(({ set }) => set)}::uuid[],
      ${stretches.map(({ from }) => from)}::int[], ${stretches.map(({ to }) => to)}::int[]) with ordinality
      as w(project_id, set_id, after, up_to, place)
    cross join lateral (
      select o.seq, ${loggedJson} as row from operation o left join "user" u on u.id = o.actor_id
      where o.project_id = w.project_id and o.set_id = w.set_id and o.seq > w.after and o.seq <= w.up_to
      order by o.seq limit w.up_to - w.after
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
  const rows = await preparedOn(db, db.quick).$queryRaw<{ place: string; role: Role }[]>`
    select c.place, m.role
    from unnest(${claims.map(({ projectId }) => projectId)}::uuid[],
      ${claims.map(({ documentId }) => documentId)}::uuid[],
      ${claims.map(({ credential }) => credential.userId)}::uuid[],
      ${claims.map(({ credential }) => (credential.kind === "session" ? credential.version : null))}::int[],
      ${claims.map(({ credential }) => (credential.kind === "session" ? credential.sessionId : null))}::uuid[],
      ${claims.map(({ credential }) => (credential.kind === "token" ? credential.tokenId : null))}::uuid[])
      with ordinality as c (project_id, document_id, user_id, version, session_id, token_id, place)
    join "user" u on u.id = c.user_id and u.disabled_at is null
    join document d on d.project_id = c.project_id and d.id = c.document_id and d.deleted_at is null
    join project p on p.id = c.project_id and p.deleted_at is null
    join membership m on m.project_id = c.project_id and m.user_id = c.user_id and m.removed_at is null
    where case when c.token_id is null
      then u.session_version = c.version and not exists (select from ended_session e where e.id = c.session_id)
      else exists (select from api_token t where t.id = c.token_id and t.revoked_at is null
        and (t.expires_at is null or t.expires_at > ${now})) end`;
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
