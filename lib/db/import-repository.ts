import type { Permit } from "@/lib/core/access/rules";
import type { KnownDocument } from "@/lib/core/exchange/duplicate-policy";
import type { Metadata } from "@/lib/core/exchange/metadata";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { SqlQueries } from "./client";
import { indexDocuments } from "./document-search";

/** A document that an import may meet again, with what an update would change. */
export interface StoredDocument extends KnownDocument {
  readonly id: DocumentId;
  readonly externalId: string;
  readonly meta: Metadata;
}

export interface MetadataChange {
  readonly id: DocumentId;
  readonly externalId: string;
  readonly text: string;
  readonly title: string;
  readonly meta: Metadata;
}

/**
 * Makes this transaction the only import of its project until it ends, so that of two files with the same external
 * ids one is first; and lets it wait for that, and work, longer than a request may.
 */
export async function beginImport(tx: SqlQueries, { projectId }: Permit<"document.write">): Promise<void> {
  await tx.$executeRaw`select set_config('lock_timeout', '300s', true), set_config('statement_timeout', '300s', true)`;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('import ' || ${projectId}, 0))`;
}

/**
 * The documents that have one of these external ids, in the trash too. Each is looked up by itself: the database knows
 * nothing yet of what this transaction has stored, and would read all of it to find any.
 */
export async function findByExternalIds(
  queries: SqlQueries,
  projectId: ProjectId,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, StoredDocument>> {
  if (externalIds.length === 0) return new Map();
  type Row = Omit<StoredDocument, "meta"> & Metadata;
  const rows = await queries.$queryRaw<Row[]>`
    select d.* from unnest(${externalIds}::text[]) as wanted (external_id) cross join lateral (
      select id, external_id as "externalId", text_sha256 as "textSha256", deleted_at is not null as "inTrash", title, source,
        url, published_at as "publishedAt", language, extra
      from document d where d.project_id = ${projectId}::uuid and d.external_id = wanted.external_id limit 1) as d`;
  return new Map(
    rows.map(({ id, externalId, textSha256, inTrash, ...meta }) => [
      externalId,
      { id, externalId, textSha256, inTrash, meta },
    ]),
  );
}

/** Gives documents other metadata, and search what it needs of that. */
export async function updateMetadataOf(
  tx: SqlQueries,
  permit: Permit<"document.write">,
  changes: readonly MetadataChange[],
  at: Date,
): Promise<void> {
  if (changes.length === 0) return;
  await tx.$executeRaw`
    update document d set title = n.title, source = n.source, url = n.url, published_at = n.published_at,
      language = n.language, extra = n.extra, updated_at = ${at}
    from unnest(${changes.map(({ id }) => id)}::uuid[], ${changes.map(({ title }) => title)}::text[],
      ${changes.map(({ meta }) => meta.source)}::text[], ${changes.map(({ meta }) => meta.url)}::text[],
      ${changes.map(({ meta }) => meta.publishedAt)}::text[], ${changes.map(({ meta }) => meta.language)}::text[],
      ${changes.map(({ meta }) => JSON.stringify(meta.extra))}::jsonb[])
      as n(id, title, source, url, published_at, language, extra)
    where d.project_id = ${permit.projectId}::uuid and d.id = n.id`;
  await indexDocuments(
    tx,
    permit,
    changes.map(({ meta, ...change }) => ({ ...change, source: meta.source })),
  );
}
