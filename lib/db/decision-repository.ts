import type { SetPermit } from "@/lib/core/access/rules";
import type { GroupId, ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { Decision, DecisionId } from "@/lib/core/review/decision";
import type { SqlQueries } from "./client";

/** A decision as it is stored. */
export interface StoredDecision {
  readonly decision: Decision;
  readonly reviewerId: UserId | null;
  readonly reviewerName: string | null;
  readonly at: string;
  readonly bodyHash: string;
  /** The seq at which each set was seen. */
  readonly seqs: Readonly<Record<SetId, number>>;
  readonly goldId: SetId;
  /** What it made in the log of the gold set. */
  readonly groupId: GroupId;
  readonly isUndone: boolean;
}

type Row = Omit<StoredDecision, "at"> & { readonly at: Date };

/** The decisions on a gold set in the order in which they were made, but for those that were taken back. */
export async function decisionsOf(
  queries: SqlQueries,
  projectId: ProjectId,
  goldId: SetId,
): Promise<readonly StoredDecision[]> {
  const rows = await queries.$queryRaw<Row[]>`
    select d.body as decision, d.reviewer_id as "reviewerId", u.name as "reviewerName", d.at, d.body_hash as "bodyHash", d.seqs,
      d.gold_id as "goldId", d.group_id as "groupId", false as "isUndone"
    from decision d left join "user" u on u.id = d.reviewer_id
    where d.project_id = ${projectId}::uuid and d.gold_id = ${goldId}::uuid and d.undone_at is null
    order by d.place`;
  return rows.map(toDecision);
}

/** Decisions by their ids, wherever in the project they belong, also those that were taken back. */
export async function decisionsNamed(
  queries: SqlQueries,
  projectId: ProjectId,
  ids: readonly DecisionId[],
): Promise<readonly StoredDecision[]> {
  const rows = await queries.$queryRaw<Row[]>`
    select d.body as decision, d.reviewer_id as "reviewerId", u.name as "reviewerName", d.at, d.body_hash as "bodyHash", d.seqs,
      d.gold_id as "goldId", d.group_id as "groupId", d.undone_at is not null as "isUndone"
    from decision d left join "user" u on u.id = d.reviewer_id
    where d.project_id = ${projectId}::uuid and d.id = any(${[...ids]}::uuid[])`;
  return rows.map(toDecision);
}

export type NewDecision = Pick<StoredDecision, "decision" | "bodyHash" | "seqs" | "groupId">;

/** Stores decisions behind those that are there. Whoever calls holds the gold set's row. */
export async function insertDecisions(
  tx: SqlQueries,
  { projectId, setId, actorId }: SetPermit<"set.edit">,
  decisions: readonly NewDecision[],
  at: Date,
): Promise<void> {
  const rows = decisions.map((one, index) => ({ ...one, id: one.decision.id, order: index + 1 }));
  await tx.$executeRaw`
    insert into decision (project_id, gold_id, reviewer_id, at, id, place, body, body_hash, seqs, group_id)
    select ${projectId}::uuid, ${setId}::uuid, ${actorId}::uuid, ${at}, d.id,
      (select coalesce(max(place), 0) from decision where project_id = ${projectId}::uuid and gold_id = ${setId}::uuid) + d."order",
      d.decision, d."bodyHash", d.seqs, d."groupId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(id uuid, "order" int, decision jsonb, "bodyHash" text, seqs jsonb,
      "groupId" uuid)`;
}

export async function markUndone(
  tx: SqlQueries,
  { projectId }: SetPermit<"set.edit">,
  id: DecisionId,
  at: Date,
): Promise<void> {
  await tx.$executeRaw`
    update decision set undone_at = ${at} where project_id = ${projectId}::uuid and id = ${id}::uuid`;
}

function toDecision({ at, ...row }: Row): StoredDecision {
  return { ...row, at: new Date(at).toISOString() };
}
