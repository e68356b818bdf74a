import type { PanelTally } from "@/lib/core/agreement/panel";
import type { Permit } from "@/lib/core/access/rules";
import type { DocumentId, ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { ReviewedSet } from "@/lib/core/review/alignment";
import type { SetKind, SetState } from "@/lib/core/workflow/set-state";
import {
  annotationJson,
  relationJson,
  toAnnotation,
  toRelation,
  type AnnotationRow,
  type RelationRow,
} from "./annotation-repository";
import type { SqlQueries } from "./client";
import { Prisma } from "./generated/client";

/** A document that at least two annotators have completed, and from what its tally is to be made. */
export interface StaleDocument {
  readonly id: DocumentId;
  /** In code points. */
  readonly length: number;
  readonly stamp: string;
}

/**
 * The documents of a project that at least two annotators have completed, each with a stamp that changes with its sets.
 * `rules` names how tallies are made; with other rules, other stamps.
 */
function comparable(projectId: ProjectId, rules: string): Prisma.Sql {
  return Prisma.sql`select s.document_id, d.title, d.source, d.length, count(*)::int as annotators,
      md5(${rules} || string_agg(s.id::text || s.seq::text, ' ' order by s.id)) as stamp,
      max(s.completed_at) as completed_at, min(s.guideline_version) as oldest, max(s.guideline_version) as newest
    from annotation_set s join document d on d.project_id = s.project_id and d.id = s.document_id and d.deleted_at is null
    where s.project_id = ${projectId}::uuid and s.kind = 'annotator' and s.state in ('submitted', 'accepted')
    group by s.document_id, d.title, d.source, d.length having count(*) > 1`;
}

/** Those whose tally has not been made or is out of date: at most `limit` of them, and how many there are. */
export async function staleDocuments(
  queries: SqlQueries,
  projectId: ProjectId,
  rules: string,
  limit: number,
): Promise<{ readonly documents: readonly StaleDocument[]; readonly total: number }> {
  const rows = await queries.$queryRaw<(StaleDocument & { readonly total: number })[]>`
    select c.document_id as id, c.length, c.stamp, count(*) over ()::int as total
    from (${comparable(projectId, rules)}) c
    left join document_tally t on t.project_id = ${projectId}::uuid and t.document_id = c.document_id and t.stamp = c.stamp
    where t.stamp is null order by c.document_id limit ${limit}`;
  return {
    documents: rows.map(({ id, length, stamp }) => ({ id, length, stamp })),
    total: rows[0]?.total ?? 0,
  };
}

/** Documents that exactly one annotator has completed. */
export async function countCompletedByOne(queries: SqlQueries, projectId: ProjectId): Promise<number> {
  const rows = await queries.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (
      select from annotation_set s join document d on d.project_id = s.project_id and d.id = s.document_id and d.deleted_at is null
      where s.project_id = ${projectId}::uuid and s.kind = 'annotator' and s.state in ('submitted', 'accepted')
      group by s.document_id having count(*) = 1) one`;
  return rows[0]?.count ?? 0;
}

/** A set that its annotator has completed, as measures and review look at it. */
export interface CompletedWork {
  readonly documentId: DocumentId;
  readonly annotatorId: UserId;
  readonly set: ReviewedSet & { readonly kind: SetKind; readonly state: SetState };
}

/** The completed sets of these documents, with everything in them that lives. */
export async function completedWorkOf(
  queries: SqlQueries,
  projectId: ProjectId,
  documentIds: readonly DocumentId[],
): Promise<readonly CompletedWork[]> {
  const rows = await queries.$queryRaw<
    {
      documentId: DocumentId;
      annotatorId: UserId;
      id: SetId;
      kind: SetKind;
      state: SetState;
      seq: number;
      annotations: AnnotationRow[] | null;
      relations: RelationRow[] | null;
    }[]
  >`
    select s.document_id as "documentId", s.annotator_id as "annotatorId", s.id, s.kind, s.state, s.seq,
      (select jsonb_agg(${annotationJson} order by a.start_at, a.id) from annotation a
        where a.project_id = s.project_id and a.set_id = s.id and not a.deleted) as annotations,
      (select jsonb_agg(${relationJson} order by r.id) from relation r
        where r.project_id = s.project_id and r.set_id = s.id and not r.deleted) as relations
    from annotation_set s
    where s.project_id = ${projectId}::uuid and s.document_id = any(${[...documentIds]}::uuid[])
      and s.kind = 'annotator' and s.state in ('submitted', 'accepted')
    order by s.document_id, s.id`;
  return rows.map(({ documentId, annotatorId, annotations, relations, ...set }) => ({
    documentId,
    annotatorId,
    set: {
      ...set,
      annotations: new Map((annotations ?? []).map((row) => [row.id, toAnnotation(row)])),
      relations: new Map((relations ?? []).map((row) => [row.id, toRelation(row)])),
    },
  }));
}

/** Keeps what was made of documents; who makes the same at the same time writes the same. */
export async function keepTallies(
  queries: SqlQueries,
  { projectId }: Permit<"agreement.read">,
  made: readonly { readonly documentId: DocumentId; readonly stamp: string; readonly tally: PanelTally }[],
  at: Date,
): Promise<void> {
  await queries.$executeRaw`
    insert into document_tally (project_id, document_id, stamp, tally, at)
    select ${projectId}::uuid, m."documentId", m.stamp, m.tally, ${at}
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as m("documentId" uuid, stamp text, tally jsonb)
    on conflict (project_id, document_id) do update set stamp = excluded.stamp, tally = excluded.tally, at = excluded.at`;
}

export interface TallyFilter {
  readonly source: string | null;
  readonly guidelineVersion: number | null;
  /** Days. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface TalliedDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly annotators: number;
  readonly stamp: string;
  readonly tally: PanelTally;
}

/** The documents with a tally that is up to date and that the filter lets through, in the order of arrival. */
export async function talliesOf(
  queries: SqlQueries,
  projectId: ProjectId,
  rules: string,
  { source, guidelineVersion, from, to }: TallyFilter,
): Promise<readonly TalliedDocument[]> {
  return queries.$queryRaw<TalliedDocument[]>`
    select c.document_id as id, c.title, c.annotators, c.stamp, t.tally
    from (${comparable(projectId, rules)}) c
    join document_tally t on t.project_id = ${projectId}::uuid and t.document_id = c.document_id and t.stamp = c.stamp
    where (${source}::text is null or c.source = ${source})
      and (${guidelineVersion}::int is null or (c.oldest = ${guidelineVersion} and c.newest = ${guidelineVersion}))
      and (${from}::date is null or (c.completed_at at time zone 'UTC')::date >= ${from}::date)
      and (${to}::date is null or (c.completed_at at time zone 'UTC')::date <= ${to}::date)
    order by c.document_id`;
}

/** What the documents that can be compared come from, and under which guidelines they were annotated. */
export async function filterChoices(
  queries: SqlQueries,
  projectId: ProjectId,
): Promise<{ readonly sources: readonly string[]; readonly guidelineVersions: readonly number[] }> {
  const rows = await queries.$queryRaw<{ sources: string[] | null; versions: number[] | null }[]>`
    select array_agg(distinct c.source order by c.source) filter (where c.source is not null) as sources,
      array_agg(distinct c.newest order by c.newest) filter (where c.oldest = c.newest) as versions
    from (${comparable(projectId, "")}) c`;
  return { sources: rows[0]?.sources ?? [], guidelineVersions: rows[0]?.versions ?? [] };
}

/** What stands around spans of texts: `reach` code points before and behind each. */
export async function textAround(
  queries: SqlQueries,
  projectId: ProjectId,
  spans: readonly { readonly documentId: DocumentId; readonly start: number; readonly end: number }[],
  reach: number,
): Promise<readonly { readonly before: string; readonly after: string }[]> {
  const of = <K extends keyof (typeof spans)[number]>(key: K) => spans.map((span) => span[key]);
  return queries.$queryRaw<{ before: string; after: string }[]>`
    select substr(d.text, greatest(w.start - ${reach}, 0) + 1, least(w.start, ${reach})) as before,
      substr(d.text, w."end" + 1, ${reach}) as after
    from unnest(${of("documentId")}::uuid[], ${of("start")}::int[], ${of("end")}::int[]) with ordinality as w(id, start, "end", place)
    join document d on d.project_id = ${projectId}::uuid and d.id = w.id
    order by w.place`;
}
