import type { Annotation, Relation } from "@/lib/core/annotation/annotation";
import { groupBy } from "@/lib/core/group-by";
import type { AnnotationId, ProjectId, RelationId, SetId } from "@/lib/core/ids";
import { codePoint } from "@/lib/core/text/offsets";
import type { SqlQueries } from "./client";
import { Prisma } from "./generated/client";

/** A row of the projection as the database gives it in JSON: offsets not yet branded, times as Postgres writes them. */
export type AnnotationRow = Omit<Annotation, "start" | "end"> & {
  readonly start: number;
  readonly end: number;
};
export type RelationRow = Relation;

/** Selects an annotation `a` as one JSON object of the shape of `AnnotationRow`. */
export const annotationJson = Prisma.sql`jsonb_build_object('id', a.id, 'label', a.label, 'start', a.start_at, 'end', a.end_at,
  'quote', a.quote, 'attributes', a.attributes, 'note', a.note, 'live', not a.deleted, 'fieldSeq', a.field_seq,
  'origin', a.origin, 'createdBy', a.created_by, 'createdAt', a.created_at)`;

/** Selects a relation `r` as one JSON object of the shape of `RelationRow`. */
export const relationJson = Prisma.sql`jsonb_build_object('id', r.id, 'type', r.type, 'from', r.from_id, 'to', r.to_id,
  'attributes', r.attributes, 'live', not r.deleted, 'fieldSeq', r.field_seq, 'createdBy', r.created_by, 'createdAt', r.created_at)`;

export function toAnnotation(row: AnnotationRow): Annotation {
  return { ...row, start: codePoint(row.start), end: codePoint(row.end), createdAt: toIso(row.createdAt) };
}

export function toRelation(row: RelationRow): Relation {
  return { ...row, createdAt: toIso(row.createdAt) };
}

/** Everything in a set, deleted annotations and relations too, in the order they were made. */
export async function contentsOf(
  queries: SqlQueries,
  projectId: ProjectId,
  setId: SetId,
): Promise<{
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
}> {
  const annotations = await queries.$queryRaw<{ row: AnnotationRow }[]>`
    select ${annotationJson} as row from annotation a
    where a.project_id = ${projectId}::uuid and a.set_id = ${setId}::uuid order by a.id`;
  const relations = await queries.$queryRaw<{ row: RelationRow }[]>`
    select ${relationJson} as row from relation r
    where r.project_id = ${projectId}::uuid and r.set_id = ${setId}::uuid order by r.id`;
  return {
    annotations: new Map(annotations.map(({ row }) => [row.id, toAnnotation(row)])),
    relations: new Map(relations.map(({ row }) => [row.id, toRelation(row)])),
  };
}

type Contents = Awaited<ReturnType<typeof contentsOf>>;

/** The live annotations and relations of several sets, by the set. */
export async function liveContentsOf(
  queries: SqlQueries,
  projectId: ProjectId,
  setIds: readonly SetId[],
): Promise<ReadonlyMap<SetId, Contents>> {
  const annotations = await queries.$queryRaw<{ setId: SetId; row: AnnotationRow }[]>`
    select a.set_id as "setId", ${annotationJson} as row from annotation a
    where a.project_id = ${projectId}::uuid and a.set_id = any(${[...setIds]}::uuid[]) and not a.deleted order by a.id`;
  const relations = await queries.$queryRaw<{ setId: SetId; row: RelationRow }[]>`
    select r.set_id as "setId", ${relationJson} as row from relation r
    where r.project_id = ${projectId}::uuid and r.set_id = any(${[...setIds]}::uuid[]) and not r.deleted order by r.id`;
  const annotationsBySet = groupBy(annotations, ({ setId }) => setId);
  const relationsBySet = groupBy(relations, ({ setId }) => setId);
  return new Map(
    setIds.map((id): [SetId, Contents] => [
      id,
      {
        annotations: new Map((annotationsBySet.get(id) ?? []).map(({ row }) => [row.id, toAnnotation(row)])),
        relations: new Map((relationsBySet.get(id) ?? []).map(({ row }) => [row.id, toRelation(row)])),
      },
    ]),
  );
}

function toIso(time: string): string {
  return new Date(time).toISOString();
}
