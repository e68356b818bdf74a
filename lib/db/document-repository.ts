import type { Permit } from "@/lib/core/access/rules";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { Queries, SqlQueries, Tx } from "./client";
import { indexDocuments, removeFromSearch } from "./document-search";
import type { Prisma } from "./generated/client";
import type { NewDocumentRow } from "./insert-documents";
import type { Place } from "./membership-repository";

export interface DocumentRow extends Omit<NewDocumentRow, "createdBy" | "at"> {
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const columns = {
  id: true,
  externalId: true,
  title: true,
  text: true,
  textSha256: true,
  length: true,
  source: true,
  url: true,
  publishedAt: true,
  language: true,
  extra: true,
  createdAt: true,
  updatedAt: true,
} as const satisfies Prisma.DocumentSelect;

/** A document that is not in the trash, with its text. */
export async function findDocument(
  queries: Queries,
  projectId: ProjectId,
  id: DocumentId,
): Promise<DocumentRow | null> {
  const row = await queries.document.findUnique({
    where: { projectId_id: { projectId, id }, deletedAt: null },
    select: columns,
  });
  return row as DocumentRow | null;
}

/** The text alone, wherever the document is; null where it is not in this project. */
export async function textOf(
  queries: SqlQueries,
  projectId: ProjectId,
  id: DocumentId,
): Promise<string | null> {
  const rows = await queries.$queryRaw<{ text: string }[]>`
    select text from document where project_id = ${projectId}::uuid and id = ${id}::uuid`;
  return rows[0]?.text ?? null;
}

/** Whether there is such a document outside of the trash. */
export async function documentExists(
  queries: SqlQueries,
  projectId: ProjectId,
  id: DocumentId,
): Promise<boolean> {
  const rows = await queries.$queryRaw<unknown[]>`
    select from document where project_id = ${projectId}::uuid and id = ${id}::uuid and deleted_at is null`;
  return rows.length > 0;
}

/** Who has this external id, in the trash too. */
export async function findExternalId(
  queries: Queries,
  projectId: ProjectId,
  externalId: string,
): Promise<{ readonly id: DocumentId; readonly inTrash: boolean } | null> {
  const row = await queries.document.findUnique({
    where: { projectId_externalId: { projectId, externalId } },
    select: { id: true, deletedAt: true },
  });
  return row === null ? null : { id: row.id as DocumentId, inTrash: row.deletedAt !== null };
}

/** What of a document can change; what is left out stays. */
export interface DocumentChange {
  readonly title?: string;
  readonly source?: string | null;
  readonly url?: string | null;
  readonly publishedAt?: string | null;
  readonly language?: string | null;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** Changes metadata, and with it what the document is found by. */
export async function updateDocument(
  tx: Tx,
  permit: Permit<"document.write">,
  id: DocumentId,
  { extra, ...change }: DocumentChange,
  at: Date,
): Promise<DocumentRow> {
  const { projectId } = permit;
  const row = await tx.document.update({
    where: { projectId_id: { projectId, id }, deletedAt: null },
    data: {
      ...change,
      ...(extra === undefined ? {} : { extra: extra as Prisma.InputJsonObject }),
      updatedAt: at,
    },
    select: columns,
  });
  const document = row as DocumentRow;
  if (change.title !== undefined || change.source !== undefined) await indexDocuments(tx, permit, [document]);
  return document;
}

/** Moves a document to the trash (`deletedAt` set) or back; false where it is not in the other place. */
export async function moveDocument(
  tx: Tx,
  permit: Permit<"document.write">,
  id: DocumentId,
  { from, at }: { readonly from: Place; readonly at: Date },
): Promise<boolean> {
  const { projectId } = permit;
  const leaving = from === "in use";
  const { count } = await tx.document.updateMany({
    where: { projectId, id, deletedAt: leaving ? null : { not: null } },
    data: { deletedAt: leaving ? at : null, updatedAt: at },
  });
  if (count === 0) return false;
  if (leaving) await removeFromSearch(tx, permit, id);
  else {
    const document = await findDocument(tx, projectId, id);
    if (document !== null) await indexDocuments(tx, permit, [document]);
  }
  return true;
}

/** The documents before and after one, in the order of the list. */
export async function findNeighbours(
  queries: Queries,
  projectId: ProjectId,
  id: DocumentId,
): Promise<{ readonly previous: DocumentId | null; readonly next: DocumentId | null }> {
  const rows = await queries.$queryRaw<{ previous: DocumentId | null; next: DocumentId | null }[]>`
    select
      (select d.id from document d where d.project_id = ${projectId}::uuid and d.deleted_at is null and d.id < ${id}::uuid
        order by d.deleted_at desc, d.id desc limit 1) as previous,
      (select d.id from document d where d.project_id = ${projectId}::uuid and d.deleted_at is null and d.id > ${id}::uuid
        order by d.deleted_at, d.id limit 1) as next`;
  return rows[0] ?? { previous: null, next: null };
}
