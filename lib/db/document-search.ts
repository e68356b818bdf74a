import type { Permit } from "@/lib/core/access/rules";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import { searchTerms, wordsOfDocument, type Searchable } from "@/lib/core/text/search-words";
import { vectorArray } from "./binary-array";
import type { SqlQueries, Tx } from "./client";
import { forgetPlans } from "./forget-plans";
import { Prisma } from "./generated/client";

/** Makes documents findable by what they say now, but for those in the trash. */
export async function indexDocuments(
  tx: SqlQueries,
  { projectId }: Permit<"document.write">,
  documents: readonly (Searchable & { readonly id: DocumentId })[],
): Promise<void> {
  await forgetPlans(tx, documents.length);
  await tx.$executeRaw`
    insert into document_search (project_id, document_id, words)
    select d.project_id, d.id, given.words
    from unnest(${documents.map((one) => one.id)}::uuid[], ${vectorsOf(projectId, documents.map(wordsOfDocument))}::tsvector[])
      as given (id, words)
    join document d on d.project_id = ${projectId}::uuid and d.id = given.id and d.deleted_at is null
    on conflict (project_id, document_id) do update set words = excluded.words`;
}

/** What is in the trash is not found. */
export async function removeFromSearch(
  tx: Tx,
  { projectId }: Permit<"document.write">,
  documentId: DocumentId,
): Promise<void> {
  await tx.documentSearch.deleteMany({ where: { projectId, documentId } });
}

/**
 * The query that documents of one project must match to be found by what somebody typed; null where that holds no
 * word. The project's id stands among the words, so that the one index over all projects reads only what is wanted. Words
 * hold letters, digits and emoji only, so that nothing in them needs quoting.
 */
export function matching(projectId: ProjectId, typed: string): Prisma.Sql | null {
  const terms = searchTerms(typed);
  if (terms.length === 0) return null;
  const query = terms.map(({ word, prefix }) => `'${word}'${prefix ? ":*" : ""}`).join(" & ");
  return Prisma.sql`${`'${projectId}' & ${query}`}::tsquery`;
}

/** Finished vectors, each with the project's id. */
export function vectorsOf(
  projectId: ProjectId,
  words: readonly (readonly string[])[],
): Uint8Array<ArrayBuffer> {
  return vectorArray(words.map((of) => [projectId, ...of]));
}
