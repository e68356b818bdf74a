import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import type { Applied } from "@/lib/core/annotation/annotation-set";
import type { Change } from "@/lib/core/annotation/change";
import type { OperationKind, Refusal } from "@/lib/core/annotation/operation";
import type { Role } from "@/lib/core/access/actor";
import type { SetAction, SetPermit } from "@/lib/core/access/rules";
import type {
  AnnotationId,
  GroupId,
  OperationId,
  ProjectId,
  RelationId,
  SetId,
  UserId,
} from "@/lib/core/ids";
import type { SetState } from "@/lib/core/workflow/set-state";
import {
  annotationJson,
  relationJson,
  toAnnotation,
  toRelation,
  type AnnotationRow,
  type RelationRow,
} from "./annotation-repository";
import type { SqlQueries } from "./client";
import { forgetPlans } from "./forget-plans";
import { Prisma } from "./generated/client";
import { living, setColumns, type StoredSet } from "./set-repository";

/** One line of the log as it is stored. */
export interface StoredOperation {
  readonly seq: number;
  readonly id: OperationId;
  readonly actorId: UserId | null;
  readonly kind: OperationKind;
  readonly targetId: string;
  readonly body: unknown;
  readonly bodyHash: string;
  readonly groupId: GroupId | null;
  readonly status: "ok" | "rejected";
  readonly reason: Refusal | null;
  readonly change: Change | null;
  readonly undoes: OperationId | null;
  readonly origin: string;
  readonly at: string;
}

/** What has been stored under ids that a client sends: enough to answer again, or to notice another body. */
export interface Seen extends Pick<
  StoredOperation,
  "id" | "seq" | "status" | "reason" | "bodyHash" | "actorId"
> {
  readonly setId: SetId;
}

/** The part of a set that a batch touches, and who wants to touch it, all at one moment. */
export interface Touched {
  readonly set: StoredSet;
  /** The role of the person who writes. */
  readonly role: Role | null;
  readonly currentSchemaVersion: number;
  readonly currentGuidelineVersion: number;
  readonly seen: readonly Seen[];
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
  readonly applied: ReadonlyMap<OperationId, Applied>;
}

/** What a batch names: its operations' ids, and the annotations, relations and operations they are about. */
export interface Named {
  readonly operations: readonly OperationId[];
  readonly annotations: readonly AnnotationId[];
  readonly relations: readonly RelationId[];
  readonly undone: readonly OperationId[];
}

/**
 * Loads what the reducer must see to decide a batch: the set, the named annotations and relations, every relation at a
 * named annotation, what the operations to be undone changed, and both ends of all these relations. One statement, so
 * that all of it is of one moment; null where there is no such set. `offset 0` keeps the planner from reading the whole set
 * where it knows nothing of the table yet: each name is looked up by itself.
 */
export async function loadTouched(
  queries: SqlQueries,
  {
    projectId,
    setId,
    userId,
  }: { readonly projectId: ProjectId; readonly setId: SetId; readonly userId: UserId | null },
  named: Named,
): Promise<Touched | null> {
  const here = Prisma.sql`${projectId}::uuid, ${setId}::uuid`;
  type Row = StoredSet &
    Pick<Touched, "role" | "currentSchemaVersion" | "currentGuidelineVersion"> & {
      seen: Seen[] | null;
      annotations: AnnotationRow[] | null;
      relations: RelationRow[] | null;
      applied: (Applied & { id: OperationId })[] | null;
    };
  const rows = await queries.$queryRaw<Row[]>`
    with undone as (
      select o.*, (select true from operation u where (u.project_id, u.set_id, u.undoes) = (o.project_id, o.set_id, o.id)
        and u.status = 'ok' limit 1) is not null as undone
      from unnest(${named.undone}::uuid[]) as wanted (id) cross join lateral (
        select id, project_id, set_id, actor_id, seq, change, status from operation o
        where (o.project_id, o.id) = (${projectId}::uuid, wanted.id) offset 0
      ) o
      where o.set_id = ${setId}::uuid and o.status = 'ok'
    ), subjects as (
      select unnest(${[...named.annotations, ...named.relations]}::uuid[]) as id
      union select (change->>'id')::uuid from undone where change->>'id' is not null
    ), relations as (
      select distinct on (r.id) r.* from subjects cross join lateral (
        select * from relation r where (r.project_id, r.set_id, r.id) = (${here}, subjects.id)
        union all
        select * from relation r where (r.project_id, r.set_id, r.from_id) = (${here}, subjects.id)
        union all
        select * from relation r where (r.project_id, r.set_id, r.to_id) = (${here}, subjects.id)
        offset 0
      ) r
    ), annotations as (
      select a.* from (select id from subjects union select from_id from relations union select to_id from relations) wanted
      cross join lateral (
        select * from annotation a where (a.project_id, a.set_id, a.id) = (${here}, wanted.id) offset 0
      ) a
    )
    select ${setColumns}, m.role,
      (select max(version) from schema_version v where v.project_id = s.project_id) as "currentSchemaVersion",
      (select max(version) from guideline_version v where v.project_id = s.project_id) as "currentGuidelineVersion",
      (select jsonb_agg(jsonb_build_object('id', o.id, 'setId', o.set_id, 'seq', o.seq, 'status', o.status, 'reason', o.reason,
        'bodyHash', o.body_hash, 'actorId', o.actor_id))
        from unnest(${named.operations}::uuid[]) as wanted (id) cross join lateral (
          select * from operation o where (o.project_id, o.id) = (${projectId}::uuid, wanted.id) offset 0
        ) o) as seen,
      (select jsonb_agg(${annotationJson}) from annotations a) as annotations,
      (select jsonb_agg(${relationJson}) from relations r) as relations,
      (select jsonb_agg(jsonb_build_object('id', id, 'actorId', actor_id, 'seq', seq, 'change', change, 'undone', undone)) from undone) as applied
    from annotation_set s ${living}
    left join membership m on m.project_id = s.project_id and m.user_id = ${userId}::uuid and m.removed_at is null
    where s.project_id = ${projectId}::uuid and s.id = ${setId}::uuid`;
  const row = rows[0];
  if (row === undefined) return null;
  const {
    role,
    currentSchemaVersion,
    currentGuidelineVersion,
    seen,
    annotations,
    relations,
    applied,
    ...set
  } = row;
  return {
    set,
    role,
    currentSchemaVersion,
    currentGuidelineVersion,
    seen: seen ?? [],
    annotations: new Map((annotations ?? []).map((one) => [one.id, toAnnotation(one)])),
    relations: new Map((relations ?? []).map((one) => [one.id, toRelation(one)])),
    applied: new Map((applied ?? []).map(({ id, ...one }) => [id, one])),
  };
}

/** What a batch leaves behind: its log lines, the rows of the projection that it changed, where the set then stands. */
export interface Written {
  readonly operations: readonly StoredOperation[];
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
  /** Where the set stood when the batch was decided. */
  readonly basedOn: number;
  readonly seq: number;
  readonly state: SetState;
  readonly schemaVersion: number;
  readonly guidelineVersion: number;
  /** How many live annotations there are more, or fewer. */
  readonly annotationsAdded: number;
  readonly at: Date;
}

/**
 * Moves the set on from `basedOn`, appends to the log and brings the projection up to it, in one statement.
 * @returns false, with nothing written, where the set stands elsewhere by now.
 */
export async function appendOperations(
  queries: SqlQueries,
  permit: SetPermit<SetAction>,
  written: Written,
): Promise<boolean> {
  const { projectId, setId } = permit;
  await forgetPlans(queries, written.operations.length);
  const moved = await queries.$queryRaw<unknown[]>`
    with head as (
      update annotation_set set seq = ${written.seq}, state = ${written.state}, schema_version = ${written.schemaVersion},
        guideline_version = ${written.guidelineVersion}, annotation_count = annotation_count + ${written.annotationsAdded},
        completed_at = case when ${written.state} = state then completed_at when ${written.state} = 'submitted' then ${written.at}
          when ${written.state} = 'accepted' then completed_at end,
        updated_at = ${written.at}
      where project_id = ${projectId}::uuid and id = ${setId}::uuid and seq = ${written.basedOn}
      returning project_id, id
    ), active as (
      update project set active_at = ${written.at} where id = (select project_id from head)
        and active_at < ${written.at}::timestamptz - interval '1 minute'
    ), log as (
      insert into operation (project_id, set_id, seq, id, actor_id, kind, target_id, body, body_hash, group_id, status, reason, change,
        undoes, origin, at)
      select head.*, o.* from head, jsonb_to_recordset(${JSON.stringify(written.operations)}::jsonb) as o(seq int, id uuid, "actorId" uuid,
        kind text, "targetId" uuid, body jsonb, "bodyHash" text, "groupId" uuid, status text, reason text, change jsonb, undoes uuid,
        origin text, at timestamptz)
    ), annotations as (
      insert into annotation (project_id, set_id, id, label, start_at, end_at, quote, attributes, note, deleted, field_seq, origin,
        created_by, created_at)
      select head.*, a.id, a.label, a.start, a."end", a.quote, a.attributes, a.note, not a.live, a."fieldSeq", a.origin, a."createdBy",
        a."createdAt"
      from head, jsonb_to_recordset(${JSON.stringify(written.annotations)}::jsonb) as a(id uuid, label text, start int, "end" int, quote text,
        attributes jsonb, note text, live boolean, "fieldSeq" jsonb, origin text, "createdBy" uuid, "createdAt" timestamptz)
      on conflict (project_id, set_id, id) do update set label = excluded.label, start_at = excluded.start_at, end_at = excluded.end_at,
        quote = excluded.quote, attributes = excluded.attributes, note = excluded.note, deleted = excluded.deleted,
        field_seq = excluded.field_seq, origin = excluded.origin
    ), relations as (
      insert into relation (project_id, set_id, id, type, from_id, to_id, attributes, deleted, field_seq, created_by, created_at)
      select head.*, r.id, r.type, r."from", r."to", r.attributes, not r.live, r."fieldSeq", r."createdBy", r."createdAt"
      from head, jsonb_to_recordset(${JSON.stringify(written.relations)}::jsonb) as r(id uuid, type text, "from" uuid, "to" uuid,
        attributes jsonb, live boolean, "fieldSeq" jsonb, "createdBy" uuid, "createdAt" timestamptz)
      on conflict (project_id, set_id, id) do update set attributes = excluded.attributes, deleted = excluded.deleted,
        field_seq = excluded.field_seq
    )
    select from head`;
  return moved.length > 0;
}

/** What a group of operations did to a set, in order, as an undo needs to know it. */
export async function groupOf(
  queries: SqlQueries,
  projectId: ProjectId,
  setId: SetId,
  groupId: GroupId,
): Promise<readonly (Applied & { readonly id: OperationId })[]> {
  return queries.$queryRaw<(Applied & { readonly id: OperationId })[]>`
    select o.id, o.actor_id as "actorId", o.seq, o.change, exists (select from operation u
      where (u.project_id, u.set_id, u.undoes) = (o.project_id, o.set_id, o.id) and u.status = 'ok') as undone
    from operation o
    where o.project_id = ${projectId}::uuid and o.set_id = ${setId}::uuid and o.group_id = ${groupId}::uuid and o.status = 'ok'
      and o.kind <> 'undo'
    order by o.seq`;
}

export interface LogPage {
  readonly after: number;
  readonly limit: number;
  readonly target?: string | undefined;
}

export type LoggedOperation = StoredOperation & { readonly actorName: string | null };

/** Of the rows `operation o` and `"user" u`. */
export const loggedJson = Prisma.sql`jsonb_build_object('seq', o.seq, 'id', o.id, 'actorId', o.actor_id, 'actorName', u.name,
  'kind', o.kind, 'targetId', o.target_id, 'body', o.body, 'bodyHash', o.body_hash, 'groupId', o.group_id, 'status', o.status,
  'reason', o.reason, 'change', o.change, 'undoes', o.undoes, 'origin', o.origin, 'at', o.at)`;

/** The log behind `after`, in order; with `target`, only what touched that annotation or relation. */
export async function logOf(
  queries: SqlQueries,
  projectId: ProjectId,
  setId: SetId,
  page: LogPage,
): Promise<readonly LoggedOperation[]> {
  const about =
    page.target === undefined
      ? Prisma.empty
      : Prisma.sql`and (o.target_id = ${page.target}::uuid or (o.kind = 'undo' and o.change->>'id' = ${page.target}))`;
  const rows = await queries.$queryRaw<{ row: LoggedOperation }[]>`
    select ${loggedJson} as row
    from operation o left join "user" u on u.id = o.actor_id
    where o.project_id = ${projectId}::uuid and o.set_id = ${setId}::uuid and o.seq > ${page.after} ${about}
    order by o.seq limit ${page.limit}`;
  return rows.map(({ row }) => toLogged(row));
}

export function toLogged(row: LoggedOperation): LoggedOperation {
  return { ...row, at: new Date(row.at).toISOString() };
}
