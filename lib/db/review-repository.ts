import type { Permit } from "@/lib/core/access/rules";
import type { DocumentId, ProjectId, SetId } from "@/lib/core/ids";
import type { Reason } from "@/lib/core/review/reasons";
import type { ReviewFigures } from "@/lib/core/review/points";
import type { SqlQueries } from "./client";

/** The project's reasons for rejecting something; null where it has those that Triptych comes with. */
export async function reasonsOf(
  queries: SqlQueries,
  projectId: ProjectId,
): Promise<readonly Reason[] | null> {
  const rows = await queries.$queryRaw<{ reasons: readonly Reason[] | null }[]>`
    select review_reasons as reasons from project where id = ${projectId}::uuid`;
  return rows[0]?.reasons ?? null;
}

export async function writeReasons(
  tx: SqlQueries,
  { projectId }: Permit<"project.manage">,
  reasons: readonly Reason[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    update project set review_reasons = ${JSON.stringify(reasons)}::jsonb, updated_at = ${at} where id = ${projectId}::uuid`;
}

/** Keeps the sets from being opened again until the transaction ends. */
export async function holdSets(
  tx: SqlQueries,
  projectId: ProjectId,
  setIds: readonly SetId[],
): Promise<void> {
  await tx.$queryRaw`
    select from annotation_set where project_id = ${projectId}::uuid and id = any(${[...setIds]}::uuid[]) order by id for share`;
}

/** What an operation is stored with: the versions that hold now. */
export async function currentVersions(
  queries: SqlQueries,
  projectId: ProjectId,
): Promise<{ readonly schemaVersion: number; readonly guidelineVersion: number }> {
  const [row] = await queries.$queryRaw<{ schemaVersion: number; guidelineVersion: number }[]>`
    select (select max(version) from schema_version where project_id = ${projectId}::uuid) as "schemaVersion",
      (select max(version) from guideline_version where project_id = ${projectId}::uuid) as "guidelineVersion"`;
  if (row === undefined) throw new RangeError("a statement without a row");
  return row;
}

/** The sets that the figures were made of, and where each stood: "<set id>:12 <set id>:9". */
export type Basis = string;

export interface DocumentFigures extends ReviewFigures {
  readonly documentId: DocumentId;
  readonly basis: Basis;
}

export async function writeFigures(
  tx: SqlQueries,
  { projectId }: Permit<"review.read" | "review.decide">,
  figures: readonly DocumentFigures[],
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    insert into document_review (project_id, document_id, basis, points, undecided, differing, disagreement, at)
    select ${projectId}::uuid, f."documentId", f.basis, f.points, f.undecided, f.differing, f.disagreement, ${at}
    from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as f("documentId" uuid, basis text, points int, undecided int,
      differing int, disagreement double precision)
    join document d on d.project_id = ${projectId}::uuid and d.id = f."documentId"
    order by f."documentId"
    on conflict (project_id, document_id) do update set basis = excluded.basis, points = excluded.points,
      undecided = excluded.undecided, differing = excluded.differing, disagreement = excluded.disagreement, at = excluded.at`;
}
