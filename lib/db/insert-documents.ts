import type { Permit } from "@/lib/core/access/rules";
import type { DocumentId, UserId } from "@/lib/core/ids";
import { textArray } from "./binary-array";
import type { SqlQueries } from "./client";
import { indexNewDocuments, wordsOf } from "./document-search";
import { forgetPlans } from "./forget-plans";

/** A document ready to be stored: its text checked, measured and hashed. */
export interface NewDocumentRow {
  readonly id: DocumentId;
  readonly externalId: string | null;
  readonly title: string;
  readonly text: string;
  readonly textSha256: string;
  /** In code points. */
  readonly length: number;
  readonly source: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly createdBy: UserId | null;
  readonly at: Date;
}

/** As many documents as one statement takes; texts of this many UTF-16 units together close a batch earlier. */
const BATCH = 500;
const BATCH_UNITS = 4_000_000;

/**
 * Stores any number of documents, each with what search needs of it, and returns the ids of those it stored: one whose
 * external id is taken, in the trash too or by a writer at the same moment, is left out.
 */
export async function insertDocuments(
  tx: SqlQueries,
  permit: Permit<"document.write">,
  documents: readonly NewDocumentRow[],
): Promise<ReadonlySet<DocumentId>> {
  const stored = new Set<DocumentId>();
  for (const batch of batchesOf(documents)) {
    await forgetPlans(tx, batch.length);
    const inserting = insertBatch(tx, permit, batch);
    // The database stores the texts while their words are being made.
    const searchable = batch.map((one) => ({ id: one.id, words: wordsOf(permit.projectId, one) }));
    for (const id of await inserting) stored.add(id);
    await indexNewDocuments(
      tx,
      permit,
      searchable.filter(({ id }) => stored.has(id)),
    );
  }
  return stored;
}

async function insertBatch(
  tx: SqlQueries,
  { projectId }: Permit<"document.write">,
  batch: readonly NewDocumentRow[],
): Promise<readonly DocumentId[]> {
  const rows = await tx.$queryRaw<{ id: DocumentId }[]>`
    insert into document (project_id, id, external_id, title, text, text_sha256, length, source, url, published_at,
      language, extra, created_by, created_at, updated_at)
    select ${projectId}::uuid, id, external_id, title, text, text_sha256, length, source, url, published_at,
      language, extra, created_by, at, at
    from unnest(
      ${batch.map((one) => one.id)}::uuid[], ${batch.map((one) => one.externalId)}::text[],
      ${batch.map((one) => one.title)}::text[], ${textArray(batch.map((one) => one.text))}::text[],
      ${batch.map((one) => one.textSha256)}::text[], ${batch.map((one) => one.length)}::int[],
      ${batch.map((one) => one.source)}::text[], ${batch.map((one) => one.url)}::text[],
      ${batch.map((one) => one.publishedAt)}::text[], ${batch.map((one) => one.language)}::text[],
      ${batch.map((one) => JSON.stringify(one.extra))}::jsonb[], ${batch.map((one) => one.createdBy)}::uuid[],
      ${batch.map((one) => one.at.toISOString())}::timestamptz[]
    ) as given (id, external_id, title, text, text_sha256, length, source, url, published_at, language, extra, created_by, at)
    on conflict (project_id, external_id) do nothing
    returning id`;
  return rows.map(({ id }) => id);
}

function batchesOf(documents: readonly NewDocumentRow[]): readonly (readonly NewDocumentRow[])[] {
  const batches: NewDocumentRow[][] = [];
  let units = 0;
  for (const document of documents) {
    units += document.text.length;
    const last = batches.at(-1);
    if (last === undefined || last.length === BATCH || units > BATCH_UNITS) {
      batches.push([document]);
      units = document.text.length;
    } else last.push(document);
  }
  return batches;
}
