import type { DocumentId, ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { ProjectMode } from "@/lib/core/workflow/project-mode";
import type { SetState } from "@/lib/core/workflow/set-state";
import type { Queries } from "./client";
import { matching } from "./document-search";
import { COUNTED, totalOf, type Found, type Total } from "./found";
import { Prisma } from "./generated/client";

export interface DocumentListRow {
  readonly id: DocumentId;
  readonly externalId: string | null;
  readonly title: string;
  readonly source: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly length: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly setId: SetId | null;
  readonly setState: SetState | null;
  readonly setAnnotations: number | null;
}

export interface DocumentSelection {
  readonly projectId: ProjectId;
  /** Whose set is the reader's own: in shared mode everybody's, else theirs. */
  readonly own: { readonly mode: ProjectMode; readonly userId: UserId | null };
  /** What they search for. */
  readonly typed: string | null;
  /** State of the reader's own set; `none` where there is none. */
  readonly state: SetState | "none" | null;
}

/**
 * Documents in their order of arrival, which is that of their ids (UUIDv7): no row jumps while somebody works, and every
 * filter has an index in this order. `after` is the last id of the page before.
 */
export async function findDocuments(
  queries: Queries,
  selection: DocumentSelection,
  { after, limit }: { readonly after: DocumentId | null; readonly limit: number },
): Promise<Found<DocumentListRow>> {
  const search =
    selection.typed === null ? ANYTHING : await searchFor(queries, selection.projectId, selection.typed);
  if (search === null) return { rows: [], total: totalOf(0) };
  const { by, order } = orderOf(selection, search);
  const source = sourceOf(selection, search);
  const rows = await queries.$queryRaw<DocumentListRow[]>`
    ${search.found}
    select ${documentColumns}, s.id as "setId", s.state as "setState", s.annotation_count as "setAnnotations"
    from ${source} ${after === null ? Prisma.empty : Prisma.sql`and ${by} > ${after}::uuid`}
    order by ${order} limit ${limit}`;
  return { rows, total: await totalIn(queries, selection, search) };
}

async function totalIn(queries: Queries, selection: DocumentSelection, search: Search): Promise<Total> {
  if (search.total !== null && selection.state === null) return search.total;
  const counted = await queries.$queryRaw<{ count: number }[]>`
    ${search.found}
    select count(*)::int as count from (select 1 from ${countedSourceOf(selection, search)} limit ${COUNTED + 1}) as counted`;
  return totalOf(counted[0]?.count ?? 0);
}

export const documentColumns = Prisma.sql`d.id, d.external_id as "externalId", d.title, d.source, d.published_at as "publishedAt",
  d.language, d.length, d.created_at as "createdAt", d.updated_at as "updatedAt"`;

/** How a search is answered: `found` goes before the query, `join` and `condition` into it. */
interface Search {
  readonly matches: "all" | "few" | "many";
  /** How many match, in whatever state. Null: nobody searches. */
  readonly total: Total | null;
  readonly found: Prisma.Sql;
  readonly join: Prisma.Sql;
  readonly condition: Prisma.Sql;
}

const ANYTHING: Search = {
  matches: "all",
  total: null,
  found: Prisma.empty,
  join: Prisma.empty,
  condition: Prisma.empty,
};

/** So many documents tell whether a word is frequent, and it is where every tenth holds it. */
const PROBED = 500;
const FREQUENT = 0.1;

/**
 * The index over words knows no order, and reads all that match before it gives the first. Where few documents match, all of
 * them are fetched and sorted; where many do, the documents are read in order until a page is full, and counted among
 * the first ten thousand only. Null: nothing can match.
 */
async function searchFor(queries: Queries, projectId: ProjectId, typed: string): Promise<Search | null> {
  const query = matching(projectId, typed);
  if (query === null) return null;
  const probe = await matchesAmongFirst(PROBED, queries, projectId, query);
  if (probe.read === PROBED && probe.matches >= PROBED * FREQUENT) {
    const { read, matches } = await matchesAmongFirst(COUNTED + 1, queries, projectId, query);
    return inOrder(query, { value: Math.min(matches, COUNTED), capped: read > COUNTED });
  }
  const matches = Prisma.sql`select w.document_id as id from document_search w
    where w.project_id = ${projectId}::uuid and w.words @@ ${query} limit ${COUNTED + 1}`;
  const [counted] = await queries.$queryRaw<
    { count: number }[]
  >`select count(*)::int as count from (${matches}) as matches`;
  const total = totalOf(counted?.count ?? 0);
  if (total.capped) return inOrder(query, total);
  return {
    matches: "few",
    total,
    found: Prisma.sql`with found as materialized (select id from (${matches}) as matches order by id)`,
    join: Prisma.sql`join found on found.id = d.id`,
    condition: Prisma.empty,
  };
}

async function matchesAmongFirst(
  limit: number,
  queries: Queries,
  projectId: ProjectId,
  query: Prisma.Sql,
): Promise<{ readonly read: number; readonly matches: number }> {
  const [counted] = await queries.$queryRaw<{ read: number; matches: number }[]>`
    select count(*)::int as read, (count(*) filter (where first.words @@ ${query}))::int as matches from (
      select w.words from document_search w where w.project_id = ${projectId}::uuid order by w.document_id limit ${limit}
    ) as first`;
  return counted ?? { read: 0, matches: 0 };
}

function inOrder(query: Prisma.Sql, total: Total): Search {
  return {
    matches: "many",
    total,
    found: Prisma.empty,
    join: Prisma.sql`join document_search w on w.project_id = d.project_id and w.document_id = d.id`,
    condition: Prisma.sql`and w.words @@ ${query}`,
  };
}

/** The documents `d` that are selected, each with the reader's own set `s`. */
function sourceOf({ projectId, own, state }: DocumentSelection, { join, condition }: Search): Prisma.Sql {
  const live = Prisma.sql`d.project_id = ${projectId}::uuid and d.deleted_at is null`;
  const mine = Prisma.sql`annotation_set s on s.project_id = d.project_id and s.document_id = d.id and ${isOwn(own)}`;
  switch (state) {
    case null:
      return Prisma.sql`document d ${join} left join ${mine} where ${live} ${condition}`;
    case "none":
      return Prisma.sql`document d ${join} left join ${mine} where ${live} and s.document_id is null ${condition}`;
    case "new":
    case "in_progress":
    case "submitted":
    case "returned":
    case "accepted":
      return Prisma.sql`document d ${join} join ${mine} where ${live} and s.state = ${state} ${condition}`;
  }
}

/** As `sourceOf`, for counting: sets in a state need their documents only to leave out those in the trash. */
function countedSourceOf(selection: DocumentSelection, search: Search): Prisma.Sql {
  const { projectId, own, state } = selection;
  if (state === null || state === "none" || search.matches !== "all") return sourceOf(selection, search);
  return Prisma.sql`annotation_set s where s.project_id = ${projectId}::uuid and ${isOwn(own)} and s.state = ${state}
    and not exists (select 1 from document d
      where d.project_id = ${projectId}::uuid and d.deleted_at is not null and d.id = s.document_id)`;
}

function isOwn({ mode, userId }: DocumentSelection["own"]): Prisma.Sql {
  return mode === "shared"
    ? Prisma.sql`s.kind = 'shared' and s.owner = ''`
    : Prisma.sql`s.kind = 'annotator' and s.owner = ${userId ?? ""}`;
}

/** All these are the document's id: named after the index that is to be read in order. `deleted_at`, null, leads one. */
function orderOf(
  { state }: DocumentSelection,
  { matches }: Search,
): { readonly by: Prisma.Sql; readonly order: Prisma.Sql } {
  if (matches === "few") return { by: Prisma.sql`found.id`, order: Prisma.sql`found.id` };
  if (state !== null && state !== "none")
    return { by: Prisma.sql`s.document_id`, order: Prisma.sql`s.document_id` };
  if (matches === "many") return { by: Prisma.sql`w.document_id`, order: Prisma.sql`w.document_id` };
  return { by: Prisma.sql`d.id`, order: Prisma.sql`d.deleted_at, d.id` };
}
