import type { Permit } from "@/lib/core/access/rules";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { Queries, Tx } from "./client";
import { indexDocuments, removeFromSearch } from "./document-search";
import type { Prisma } from "./generated/client";
import type { Place } from "./membership-repository";

export interface DocumentRow {
  readonly id: DocumentId;
  readonly externalId: string | null;
  readonly title: string;
  readonly text: string;
  readonly textSha256: string;
  readonly length: number;
  readonly source: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
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
export async function findDocument(queries: Queries, projectId: ProjectId, id: DocumentId): Promise<DocumentRow | null> {
  const row = await queries.document.findUnique({ where: { projectId_id: { projectId, id }, deletedAt: null }, select: columns });
  return row as DocumentRow | null;
}

/** The text alone, wherever the document is; null where it is not in this project. */
export async function textOf(queries: Queries, projectId: ProjectId, id: DocumentId): Promise<string | null> {
  const row = await queries.document.findUnique({ where: { projectId_id: { projectId, id } }, select: { text: true } });
  return row?.text ?? null;
}

/** Which of these external ids are taken, by documents in the trash too. */
export async function findByExternalIds(
  queries: Queries,
  projectId: ProjectId,
  externalIds: readonly string[],
): Promise<readonly { readonly externalId: string; readonly id: DocumentId; readonly textSha256: string; readonly inTrash: boolean }[]> {
  const rows = await queries.document.findMany({
    where: { projectId, externalId: { in: [...externalIds] } },
    select: { id: true, externalId: true, textSha256: true, deletedAt: true },
  });
  return rows.map(({ id, externalId, textSha256, deletedAt }) => ({
    id: id as DocumentId,
    externalId: externalId ?? "",
    textSha256,
    inTrash: deletedAt !== null,
  }));
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
    data: { ...change, ...(extra === undefined ? {} : { extra: extra as Prisma.InputJsonObject }), updatedAt: at },
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
