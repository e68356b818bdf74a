import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import type { LogEntry } from "@/lib/core/annotation/draft";
import type { DocumentId, ProjectId, SetId } from "@/lib/core/ids";
import type { SetKind, SetState } from "@/lib/core/workflow/set-state";
import {
  annotationJson,
  relationJson,
  toAnnotation,
  toRelation,
  type AnnotationRow,
  type RelationRow,
} from "./annotation-repository";
import type { Queries } from "./client";

export interface DocumentToVerify {
  readonly id: DocumentId;
  readonly text: string;
  readonly textSha256: string;
  readonly length: number;
}

export interface SetToVerify {
  readonly id: SetId;
  readonly documentId: DocumentId;
  readonly kind: SetKind;
  readonly state: SetState;
  readonly seq: number;
  readonly annotationCount: number;
}

/** A set's log, and what is stored beside it as its outcome. */
export interface LogAndProjection {
  readonly log: readonly LogEntry[];
  readonly annotations: readonly Annotation[];
  readonly relations: readonly Relation[];
}

const PAGE = 200;
/** Texts of more characters are read in smaller pages, the longest alone. */
const PAGE_CHARACTERS = 4_000_000;

/** Every project, those in the trash too. */
export async function allProjects(queries: Queries): Promise<readonly ProjectId[]> {
  const rows = await queries.$queryRaw<{ id: ProjectId }[]>`select id from project order by id`;
  return rows.map(({ id }) => id);
}

/** The next documents of a project behind `after`, those in the trash too; none at the end. */
export async function documentsAfter(
  queries: Queries,
  projectId: ProjectId,
  after: DocumentId | null,
): Promise<readonly DocumentToVerify[]> {
  return queries.$queryRaw<DocumentToVerify[]>`
    select id, text, "textSha256", length from (
      select *, sum(length) over (order by id) - length as before from (
        select id, text, text_sha256 as "textSha256", length from document
        where project_id = ${projectId}::uuid and id > ${after ?? "00000000-0000-0000-0000-000000000000"}::uuid
        order by id limit ${PAGE}) as page) as measured
    where before < ${PAGE_CHARACTERS} order by id`;
}

export async function setsOfDocuments(
  queries: Queries,
  projectId: ProjectId,
  documentIds: readonly DocumentId[],
): Promise<readonly SetToVerify[]> {
  return queries.$queryRaw<SetToVerify[]>`
    select id, document_id as "documentId", kind, state, seq, annotation_count as "annotationCount" from annotation_set
    where project_id = ${projectId}::uuid and document_id = any(${documentIds}::uuid[]) order by document_id, id`;
}

export async function logAndProjection(
  queries: Queries,
  projectId: ProjectId,
  setId: SetId,
): Promise<LogAndProjection> {
  const log = await queries.$queryRaw<LogEntry[]>`
    select id, seq, actor_id as "actorId", change, undoes from operation
    where project_id = ${projectId}::uuid and set_id = ${setId}::uuid order by seq`;
  const annotations = await queries.$queryRaw<{ row: AnnotationRow }[]>`
    select ${annotationJson} as row from annotation a where a.project_id = ${projectId}::uuid and a.set_id = ${setId}::uuid`;
  const relations = await queries.$queryRaw<{ row: RelationRow }[]>`
    select ${relationJson} as row from relation r where r.project_id = ${projectId}::uuid and r.set_id = ${setId}::uuid`;
  return {
    log,
    annotations: annotations.map(({ row }) => toAnnotation(row)),
    relations: relations.map(({ row }) => toRelation(row)),
  };
}

/** A row that names another which is not there, or not in its project; and operation ids that are there twice. */
export interface BrokenReference {
  readonly projectId: ProjectId;
  readonly what: string;
  readonly id: string;
}

/** What constraints forbid, looked for all the same: a damaged or hand-made database may hold it. At most 1,000. */
export async function brokenReferences(
  queries: Queries,
  only: ProjectId | null,
): Promise<readonly BrokenReference[]> {
  return queries.$queryRaw<BrokenReference[]>`
    select project_id as "projectId", what, id from (
      select d.project_id, 'document without a project' as what, d.id from document d
        where not exists (select 1 from project p where p.id = d.project_id)
      union all select s.project_id, 'set without a document', s.id from annotation_set s
        where not exists (select 1 from document d where d.project_id = s.project_id and d.id = s.document_id)
      union all select o.project_id, 'operation without a set', o.id from operation o
        where not exists (select 1 from annotation_set s where s.project_id = o.project_id and s.id = o.set_id)
      union all select o.project_id, 'operation id used twice', o.id from operation o group by o.project_id, o.id having count(*) > 1
      union all select a.project_id, 'annotation without a set', a.id from annotation a
        where not exists (select 1 from annotation_set s where s.project_id = a.project_id and s.id = a.set_id)
      union all select a.project_id, 'annotation with a foreign label', a.id from annotation a
        where not exists (select 1 from label l where l.project_id = a.project_id and l.key = a.label)
      union all select r.project_id, 'relation of a foreign type', r.id from relation r
        where not exists (select 1 from relation_type t where t.project_id = r.project_id and t.key = r.type)
      union all select r.project_id, 'relation with a foreign end', r.id from relation r
        where (select count(*) from annotation a where a.project_id = r.project_id and a.set_id = r.set_id
          and a.id in (r.from_id, r.to_id)) < 2
    ) as broken
    where ${only}::uuid is null or project_id = ${only}::uuid
    limit 1000`;
}
