import type { Permit } from "@/lib/core/access/rules";
import type { DocumentId, ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { SetKind, SetState } from "@/lib/core/workflow/set-state";
import type { SqlQueries } from "./client";
import { Prisma } from "./generated/client";

export interface StoredSet {
  readonly id: SetId;
  readonly documentId: DocumentId;
  readonly kind: SetKind;
  /** Tells sets of one kind apart: the annotator's id, an imported annotator's name, else empty. */
  readonly owner: string;
  readonly annotatorId: UserId | null;
  readonly annotatorName: string | null;
  readonly state: SetState;
  readonly seq: number;
  readonly schemaVersion: number;
  readonly guidelineVersion: number;
}

/** The columns of a `StoredSet`, from `annotation_set s` and the tables of `living`. */
export const setColumns = Prisma.sql`s.id, s.document_id as "documentId", s.kind, s.owner, s.annotator_id as "annotatorId",
  u.name as "annotatorName", s.state, s.seq, s.schema_version as "schemaVersion", s.guideline_version as "guidelineVersion"`;

/** Sets of documents and projects in the trash are not found. */
export const living = Prisma.sql`
  join document d on d.project_id = s.project_id and d.id = s.document_id and d.deleted_at is null
  join project p on p.id = s.project_id and p.deleted_at is null
  left join "user" u on u.id = s.annotator_id`;

export async function findSet(
  queries: SqlQueries,
  projectId: ProjectId,
  setId: SetId,
): Promise<StoredSet | null> {
  const rows = await queries.$queryRaw<StoredSet[]>`
    select ${setColumns} from annotation_set s ${living}
    where s.project_id = ${projectId}::uuid and s.id = ${setId}::uuid`;
  return rows[0] ?? null;
}

/** A set whose document lies in the trash of a project in use. */
export async function findTrashedSet(
  queries: SqlQueries,
  projectId: ProjectId,
  setId: SetId,
): Promise<StoredSet | null> {
  const rows = await queries.$queryRaw<StoredSet[]>`
    select ${setColumns} from annotation_set s
    join document d on d.project_id = s.project_id and d.id = s.document_id and d.deleted_at is not null
    join project p on p.id = s.project_id and p.deleted_at is null
    left join "user" u on u.id = s.annotator_id
    where s.project_id = ${projectId}::uuid and s.id = ${setId}::uuid`;
  return rows[0] ?? null;
}

/** All sets of one document, the oldest first. Whoever hands them on asks first which of them may be seen. */
export async function setsOf(
  queries: SqlQueries,
  projectId: ProjectId,
  documentId: DocumentId,
): Promise<readonly StoredSet[]> {
  return queries.$queryRaw<StoredSet[]>`
    select ${setColumns} from annotation_set s ${living}
    where s.project_id = ${projectId}::uuid and s.document_id = ${documentId}::uuid
    order by s.created_at, s.id`;
}

/** Locks the set's row, so that writers of one set take turns until the transaction ends. */
export async function lockSet(tx: SqlQueries, projectId: ProjectId, setId: SetId): Promise<void> {
  await tx.$queryRaw`
    select from annotation_set where project_id = ${projectId}::uuid and id = ${setId}::uuid for update`;
}

export interface NewSet {
  readonly id: SetId;
  readonly documentId: DocumentId;
  readonly kind: SetKind;
  /** Tells the sets of one kind on one document apart: the annotator, or an imported annotator's name. */
  readonly owner: string;
  readonly annotatorId: UserId | null;
  readonly at: Date;
}

type OpenPermit =
  | Permit<"annotatorSet.open">
  | Permit<"sharedSet.open">
  | Permit<"goldSet.open">
  | Permit<"importedSet.write">;

/** Makes the set unless it is there already, also when two ask at once. Its id either way; null without such a document. */
export async function openSet(
  tx: SqlQueries,
  permit: OpenPermit,
  set: NewSet,
): Promise<{ readonly id: SetId; readonly created: boolean } | null> {
  const { projectId } = permit;
  const made = await tx.$queryRaw<{ id: SetId }[]>`
    insert into annotation_set (project_id, id, document_id, kind, owner, annotator_id, state, seq, schema_version, guideline_version,
      annotation_count, created_at, updated_at)
    select ${projectId}::uuid, ${set.id}::uuid, d.id, ${set.kind}, ${set.owner}, ${set.annotatorId}::uuid, 'new', 0,
      (select max(version) from schema_version v where v.project_id = d.project_id),
      (select max(version) from guideline_version v where v.project_id = d.project_id), 0, ${set.at}, ${set.at}
    from document d join project p on p.id = d.project_id and p.deleted_at is null
    where d.project_id = ${projectId}::uuid and d.id = ${set.documentId}::uuid and d.deleted_at is null
    on conflict (project_id, document_id, kind, owner) do nothing
    returning id`;
  if (made[0] !== undefined) return { id: made[0].id, created: true };
  const there = await tx.$queryRaw<{ id: SetId }[]>`
    select s.id from annotation_set s ${living}
    where s.project_id = ${projectId}::uuid and s.document_id = ${set.documentId}::uuid and s.kind = ${set.kind} and s.owner = ${set.owner}`;
  return there[0] === undefined ? null : { id: there[0].id, created: false };
}
