import type { DocumentId, ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { ProjectMode } from "@/lib/core/workflow/project-mode";
import type { SetState } from "@/lib/core/workflow/set-state";
import type { Queries } from "./client";
import { matching } from "./document-search";
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

/** Whose set counts as the reader's own: in shared mode that of the document, else theirs. */
export interface OwnSet {
  readonly mode: ProjectMode;
  readonly userId: UserId | null;
}

export interface DocumentSelection {
  readonly projectId: ProjectId;
  readonly own: OwnSet;
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
): Promise<readonly DocumentListRow[]> {
  const source = sourceOf(selection);
  if (source === null) return [];
  return queries.$queryRaw<DocumentListRow[]>`
    select ${columns}, s.id as "setId", s.state as "setState", s.annotation_count as "setAnnotations"
    from ${source.from} ${after === null ? Prisma.empty : Prisma.sql`and ${source.id} > ${after}::uuid`}
    order by ${source.order} limit ${limit}`;
}

/** How many there are, counted up to `cap`. */
export async function countDocuments(queries: Queries, selection: DocumentSelection, cap: number): Promise<number> {
  const source = sourceOf(selection);
  if (source === null) return 0;
  const rows = await queries.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from ${source.from} limit ${cap}) as counted`;
  return rows[0]?.count ?? 0;
}

/** The documents before and after one, in the order of the list. */
export async function findNeighbours(
  queries: Queries,
  projectId: ProjectId,
  id: DocumentId,
): Promise<{ readonly previous: DocumentId | null; readonly next: DocumentId | null }> {
  const rows = await queries.$queryRaw<{ previous: DocumentId | null; next: DocumentId | null }[]>`
    select
      (select id from document where project_id = ${projectId}::uuid and deleted_at is null and id < ${id}::uuid
        order by deleted_at desc, id desc limit 1) as previous,
      (select id from document where project_id = ${projectId}::uuid and deleted_at is null and id > ${id}::uuid
        order by deleted_at, id limit 1) as next`;
  return rows[0] ?? { previous: null, next: null };
}

/** Where a page begins in the trash: `deletedAt` as Postgres writes it, because a `Date` would lose the microseconds. */
export interface TrashPosition {
  readonly deletedAt: string;
  readonly id: DocumentId;
}

/** Documents in the trash, the last thrown away first, whose title holds what was typed. */
export async function findTrashedDocuments(
  queries: Queries,
  { projectId, typed }: { readonly projectId: ProjectId; readonly typed: string | null },
  { after, limit }: { readonly after: TrashPosition | null; readonly limit: number },
): Promise<readonly (DocumentListRow & { readonly deletedAt: string })[]> {
  return queries.$queryRaw<(DocumentListRow & { readonly deletedAt: string })[]>`
    select ${columns}, null as "setId", null as "setState", null as "setAnnotations", d.deleted_at::text as "deletedAt"
    from ${trashOf(projectId, typed)}
    ${after === null ? Prisma.empty : Prisma.sql`and (d.deleted_at, d.id) < (${after.deletedAt}::timestamptz, ${after.id}::uuid)`}
    order by d.deleted_at desc, d.id desc limit ${limit}`;
}

export async function countTrashedDocuments(
  queries: Queries,
  { projectId, typed }: { readonly projectId: ProjectId; readonly typed: string | null },
  cap: number,
): Promise<number> {
  const rows = await queries.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from ${trashOf(projectId, typed)} limit ${cap}) as counted`;
  return rows[0]?.count ?? 0;
}

const columns = Prisma.sql`d.id, d.external_id as "externalId", d.title, d.source, d.published_at as "publishedAt", d.language,
  d.length, d.created_at as "createdAt", d.updated_at as "updatedAt"`;

interface Source {
  readonly from: Prisma.Sql;
  readonly id: Prisma.Sql;
  readonly order: Prisma.Sql;
}

/**
 * What to read from: for a state the sets in it, for a search the words, else the documents. Each has an index that ends
 * in the document's id. Null where nothing can match. Ordering by `deleted_at`, always null here, lets that index serve.
 */
function sourceOf({ projectId, own, typed, state }: DocumentSelection): Source | null {
  const query = typed === null ? null : matching(projectId, typed);
  if (typed !== null && query === null) return null;
  const [kind, owner] = own.mode === "shared" ? ["shared", ""] : ["annotator", own.userId ?? ""];
  const set = Prisma.sql`annotation_set s on s.project_id = d.project_id and s.document_id = d.id and s.kind = ${kind} and s.owner = ${owner}`;
  const words = query === null ? Prisma.empty : Prisma.sql`join document_search w on w.project_id = d.project_id and w.document_id = d.id`;
  const found = query === null ? Prisma.empty : Prisma.sql`and w.project_id = ${projectId}::uuid and w.words @@ ${query}`;
  const live = Prisma.sql`d.project_id = ${projectId}::uuid and d.deleted_at is null`;
  if (state === null || state === "none") {
    const begun = state === "none" ? Prisma.sql`and s.id is null` : Prisma.empty;
    const from = Prisma.sql`document d ${words} left join ${set} where ${live} ${begun} ${found}`;
    return query === null
      ? { from, id: Prisma.sql`d.id`, order: Prisma.sql`d.deleted_at, d.id` }
      : { from, id: Prisma.sql`w.document_id`, order: Prisma.sql`w.document_id` };
  }
  return {
    from: Prisma.sql`document d ${words} join ${set} where ${live} and s.project_id = ${projectId}::uuid and s.state = ${state} ${found}`,
    id: Prisma.sql`s.document_id`,
    order: Prisma.sql`s.document_id`,
  };
}

function trashOf(projectId: ProjectId, typed: string | null): Prisma.Sql {
  const title = typed === null ? Prisma.empty : Prisma.sql`and position(lower(${typed}) in lower(d.title)) > 0`;
  return Prisma.sql`document d where d.project_id = ${projectId}::uuid and d.deleted_at is not null ${title}`;
}
