import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { Queries } from "./client";
import { documentColumns, type DocumentListRow } from "./find-documents";
import { COUNTED, totalOf, type Found } from "./found";
import { Prisma } from "./generated/client";

/** A place in the trash. `Date` knows no microseconds, so the time is their number since 1970, in digits. */
export interface TrashPosition {
  readonly deletedAt: string;
  readonly id: DocumentId;
}

export type TrashedDocumentRow = DocumentListRow & TrashPosition;

/** Documents in the trash whose title holds what was typed, the last thrown away first. */
export async function findTrashedDocuments(
  queries: Queries,
  projectId: ProjectId,
  typed: string | null,
  { after, limit }: { readonly after: TrashPosition | null; readonly limit: number },
): Promise<Found<TrashedDocumentRow>> {
  const titled =
    typed === null ? Prisma.empty : Prisma.sql`and position(lower(${typed}) in lower(d.title)) > 0`;
  const trash = Prisma.sql`document d where d.project_id = ${projectId}::uuid and d.deleted_at is not null ${titled}`;
  const beyond =
    after === null
      ? Prisma.empty
      : Prisma.sql`and (d.deleted_at, d.id) < (timestamptz 'epoch' + ${after.deletedAt}::bigint * interval '1 microsecond', ${after.id}::uuid)`;
  const rows = await queries.$queryRaw<TrashedDocumentRow[]>`
    select ${documentColumns}, null as "setId", null as "setState", null as "setAnnotations",
      (extract(epoch from d.deleted_at) * 1000000)::bigint::text as "deletedAt"
    from ${trash} ${beyond} order by d.deleted_at desc, d.id desc limit ${limit}`;
  const counted = await queries.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from ${trash} limit ${COUNTED + 1}) as counted`;
  return { rows, total: totalOf(counted[0]?.count ?? 0) };
}
