import type { Permit } from "@/lib/core/access/rules";
import type { DocumentId, UserId } from "@/lib/core/ids";
import type { SqlQueries } from "./client";
import { indexDocuments } from "./document-search";

/** The documents that one import made: whoever imported them, at the moment that all of them bear. */
export interface MadeByImport {
  readonly createdBy: UserId | null;
  readonly createdAt: Date;
}

/** How many texts are held at once while they are made findable again. */
const BATCH = 100;

/** Moves to the trash what an import made and is still in use, and says how many documents that were. */
export async function trashImported(
  tx: SqlQueries,
  { projectId }: Permit<"document.write">,
  { createdBy, createdAt }: MadeByImport,
  at: Date,
): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    with moved as (
      update document set deleted_at = ${at}, updated_at = ${at}
      where project_id = ${projectId}::uuid and created_by is not distinct from ${createdBy}::uuid
        and created_at = ${createdAt} and deleted_at is null
      returning id
    ), forgotten as (
      delete from document_search s using moved where s.project_id = ${projectId}::uuid and s.document_id = moved.id
    )
    select count(*)::int as count from moved`;
  return rows[0]?.count ?? 0;
}

/** Takes out of the trash what `trashImported` moved there at `trashedAt`. */
export async function restoreImported(
  tx: SqlQueries,
  permit: Permit<"document.write">,
  { createdBy, createdAt }: MadeByImport,
  { trashedAt, at }: { readonly trashedAt: Date; readonly at: Date },
): Promise<number> {
  const { projectId } = permit;
  const moved = await tx.$queryRaw<{ id: DocumentId }[]>`
    update document set deleted_at = null, updated_at = ${at}
    where project_id = ${projectId}::uuid and created_by is not distinct from ${createdBy}::uuid
      and created_at = ${createdAt} and deleted_at = ${trashedAt}
    returning id`;
  for (let from = 0; from < moved.length; from += BATCH) {
    const ids = moved.slice(from, from + BATCH).map(({ id }) => id);
    const documents = await tx.$queryRaw<Parameters<typeof indexDocuments>[2][number][]>`
      select id, external_id as "externalId", title, source, text from document
      where project_id = ${projectId}::uuid and id = any(${ids}::uuid[])`;
    await indexDocuments(tx, permit, documents);
  }
  return moved.length;
}
