import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { SetState } from "@/lib/core/workflow/set-state";
import type { Queries } from "./client";
import { COUNTED, totalOf, type Found } from "./found";
import { Prisma } from "./generated/client";

export interface QueueRow {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly source: string | null;
  readonly done: number;
  readonly sets: number;
  readonly points: number | null;
  readonly undecided: number | null;
  readonly differing: number | null;
  readonly disagreement: number | null;
  readonly goldState: SetState | null;
  readonly contested: number;
  /** Where it stands in the queue: the more disagreement the further in front; what is not compared comes last. */
  readonly rank: number;
}

export type QueueFilter = "open" | "decided" | "accepted" | "contested" | null;

/** Somebody's work, as it is laid before a reviewer (`isUnderReview` of lib/core/review). */
const isWork = Prisma.sql`s.kind in ('annotator', 'shared', 'imported')`;
const isDone = Prisma.sql`s.state in ('submitted', 'accepted')`;

/** Documents with a set that is done, the most disagreement first; `after` is the last one of the page before. */
export async function findQueue(
  queries: Queries,
  projectId: ProjectId,
  filter: QueueFilter,
  {
    after,
    limit,
  }: { readonly after: { readonly rank: number; readonly id: DocumentId } | null; readonly limit: number },
): Promise<Found<QueueRow>> {
  const source = Prisma.sql`${queueOf(projectId)} where ${conditionOf(filter)}`;
  const place =
    after === null
      ? Prisma.empty
      : Prisma.sql`and (q.rank < ${after.rank} or (q.rank = ${after.rank} and q."documentId" > ${after.id}::uuid))`;
  const rows = await queries.$queryRaw<QueueRow[]>`
    select q.* from ${source} ${place} order by q.rank desc, q."documentId" limit ${limit}`;
  const [counted] = await queries.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from ${source} limit ${COUNTED + 1}) as counted`;
  return { rows, total: totalOf(counted?.count ?? 0) };
}

/** All documents with a set that is done, as `q`. */
function queueOf(projectId: ProjectId): Prisma.Sql {
  return Prisma.sql`(
    select d.id as "documentId", d.title, d.source, b.done, b.sets, r.points, r.undecided, r.differing, r.disagreement,
      g.state as "goldState", coalesce(c.contested, 0)::int as contested,
      case when r.document_id is null then -2 else coalesce(r.disagreement, -1) end::double precision as rank
    from (
      select s.document_id, (count(*) filter (where ${isDone}))::int as done, count(*)::int as sets from annotation_set s
      where s.project_id = ${projectId}::uuid and ${isWork} group by s.document_id
    ) b
    join document d on d.project_id = ${projectId}::uuid and d.id = b.document_id and d.deleted_at is null
    left join document_review r on r.project_id = d.project_id and r.document_id = d.id
    left join annotation_set g on g.project_id = d.project_id and g.document_id = d.id and g.kind = 'gold' and g.owner = ''
    left join (${contestedIn(projectId)}) c on c.gold_id = g.id
    where b.done > 0
  ) q`;
}

/** The documents that stand before and after one in the whole queue. */
export async function findQueueNeighbours(
  queries: Queries,
  projectId: ProjectId,
  documentId: DocumentId,
): Promise<{ readonly previous: DocumentId | null; readonly next: DocumentId | null }> {
  const [row] = await queries.$queryRaw<{ previous: DocumentId | null; next: DocumentId | null }[]>`
    select n.previous, n.next from (
      select q."documentId", lag(q."documentId") over queue as previous, lead(q."documentId") over queue as next
      from ${queueOf(projectId)} window queue as (order by q.rank desc, q."documentId")
    ) n where n."documentId" = ${documentId}::uuid`;
  return row ?? { previous: null, next: null };
}

/** How many objections stand on the decisions that hold, by gold set. */
function contestedIn(projectId: ProjectId): Prisma.Sql {
  return Prisma.sql`
    select x.gold_id, count(*) as contested from contest c
    join decision x on x.project_id = c.project_id and x.id = c.decision_id and x.undone_at is null
    where c.project_id = ${projectId}::uuid and not exists (select from decision later
      where later.project_id = x.project_id and later.gold_id = x.gold_id and later.undone_at is null
        and later.body->>'supersedes' = x.id::text)
    group by x.gold_id`;
}

function conditionOf(filter: QueueFilter): Prisma.Sql {
  const isGold = Prisma.sql`coalesce(q."goldState", 'new') = 'accepted'`;
  switch (filter) {
    case null:
      return Prisma.sql`true`;
    case "open":
      return Prisma.sql`not ${isGold} and coalesce(q.undecided, 1) > 0`;
    case "decided":
      return Prisma.sql`not ${isGold} and q.undecided = 0`;
    case "accepted":
      return isGold;
    case "contested":
      return Prisma.sql`q.contested > 0`;
  }
}

/** Documents whose sets stand elsewhere than when they were last compared. */
export async function findUncompared(
  queries: Queries,
  projectId: ProjectId,
  limit: number,
): Promise<readonly DocumentId[]> {
  const rows = await queries.$queryRaw<{ id: DocumentId }[]>`
    select d.id from (
      select s.document_id, string_agg(s.id || ':' || s.seq, ' ' order by s.created_at, s.id) as basis
      from annotation_set s where s.project_id = ${projectId}::uuid and ${isWork} and ${isDone} group by s.document_id
    ) b
    join document d on d.project_id = ${projectId}::uuid and d.id = b.document_id and d.deleted_at is null
    left join document_review r on r.project_id = d.project_id and r.document_id = d.id
    where r.basis is distinct from b.basis order by d.id limit ${limit}`;
  return rows.map(({ id }) => id);
}
