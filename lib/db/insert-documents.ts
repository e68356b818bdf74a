import type { Permit } from "@/lib/core/access/rules";
import type { DocumentId, UserId } from "@/lib/core/ids";
import { textArray } from "./binary-array";
import type { SqlQueries } from "./client";
import { vectorsOf } from "./document-search";
import { forgetPlans } from "./forget-plans";

/** A document ready to be stored: its text checked, measured, hashed and taken apart. */
export interface NewDocumentRow {
  readonly id: DocumentId;
  readonly externalId: string | null;
  readonly title: string;
  readonly text: string;
  /** What it is found by (`wordsOfDocument`). */
  readonly words: readonly string[];
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
    for (const id of await insertBatch(tx, permit, batch)) stored.add(id);
  }
  return stored;
}

/** One statement, so that the database need not wait for us in between. */
async function insertBatch(
  tx: SqlQueries,
  { projectId }: Permit<"document.write">,
  batch: readonly NewDocumentRow[],
): Promise<readonly DocumentId[]> {
  const vectors = vectorsOf(
    projectId,
    batch.map(({ words }) => words),
  );
  const rows = await tx.$queryRaw<{ id: DocumentId }[]>`
    with given as (select * from unnest(
      ${batch.map((one) => one.id)}::uuid[], ${batch.map((one) => one.externalId)}::text[],
      ${batch.map((one) => one.title)}::text[], ${textArray(batch.map((one) => one.text))}::text[],
      ${batch.map((one) => one.textSha256)}::text[], ${batch.map((one) => one.length)}::int[],
      ${batch.map((one) => one.source)}::text[], ${batch.map((one) => one.url)}::text[],
      ${batch.map((one) => one.publishedAt)}::text[], ${batch.map((one) => one.language)}::text[],
      ${batch.map((one) => JSON.stringify(one.extra))}::jsonb[], ${batch.map((one) => one.createdBy)}::uuid[],
      ${batch.map((one) => one.at.toISOString())}::timestamptz[], ${vectors}::tsvector[]
    ) as given (id, external_id, title, text, text_sha256, length, source, url, published_at, language, extra, created_by, at, words)),
    stored as (
      insert into document (project_id, id, external_id, title, text, text_sha256, length, source, url, published_at,
        language, extra, created_by, created_at, updated_at)
      select ${projectId}::uuid, id, external_id, title, text, text_sha256, length, source, url, published_at,
        language, extra, created_by, at, at
      from given
      on conflict (project_id, external_id) do nothing
      returning id)
    insert into document_search (project_id, document_id, words)
    select ${projectId}::uuid, id, words from given join stored using (id)
    returning document_id as id`;
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
