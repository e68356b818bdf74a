import type { DocumentId, ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { Queries } from "./client";
import { COUNTED, totalOf, type Found } from "./found";
import { Prisma } from "./generated/client";

export interface CorrectedSetRow {
  readonly documentId: DocumentId;
  readonly setId: SetId;
  readonly title: string;
}

/** A person's own sets on documents that have been accepted as gold, the newest document first. */
export async function findCorrectedSets(
  queries: Queries,
  { projectId, userId }: { readonly projectId: ProjectId; readonly userId: UserId },
  { after, limit }: { readonly after: DocumentId | null; readonly limit: number },
): Promise<Found<CorrectedSetRow>> {
  const source = Prisma.sql`annotation_set s
    join document d on d.project_id = s.project_id and d.id = s.document_id and d.deleted_at is null
    join annotation_set g on g.project_id = s.project_id and g.document_id = s.document_id and g.kind = 'gold'
      and g.owner = '' and g.state = 'accepted'
    where s.project_id = ${projectId}::uuid and s.kind = 'annotator' and s.owner = ${userId} and s.state in ('submitted', 'accepted')`;
  const rows = await queries.$queryRaw<CorrectedSetRow[]>`
    select s.document_id as "documentId", s.id as "setId", d.title from ${source}
    ${after === null ? Prisma.empty : Prisma.sql`and s.document_id < ${after}::uuid`}
    order by s.document_id desc limit ${limit}`;
  const [counted] = await queries.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from ${source} limit ${COUNTED + 1}) as counted`;
  return { rows, total: totalOf(counted?.count ?? 0) };
}
