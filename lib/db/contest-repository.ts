import type { SetPermit } from "@/lib/core/access/rules";
import { groupBy } from "@/lib/core/group-by";
import type { ProjectId, SetId, UserId } from "@/lib/core/ids";
import type { DecisionId } from "@/lib/core/review/decision";
import type { SqlQueries } from "./client";

/** An annotator's objection to a decision on their set. */
export interface StoredContest {
  readonly decisionId: DecisionId;
  readonly setId: SetId;
  readonly by: { readonly id: UserId; readonly name: string };
  readonly reason: string;
  readonly at: string;
}

/** What was objected to among the decisions on a gold set, by the decision. */
export async function contestsOf(
  queries: SqlQueries,
  projectId: ProjectId,
  goldId: SetId,
): Promise<ReadonlyMap<DecisionId, readonly StoredContest[]>> {
  const rows = await queries.$queryRaw<(Omit<StoredContest, "by"> & { userId: UserId; name: string })[]>`
    select c.decision_id as "decisionId", c.set_id as "setId", c.annotator_id as "userId", u.name, c.reason, c.at
    from contest c join "user" u on u.id = c.annotator_id
    join decision d on d.project_id = c.project_id and d.id = c.decision_id
    where c.project_id = ${projectId}::uuid and d.gold_id = ${goldId}::uuid order by c.at, c.set_id`;
  const contests = rows.map(({ userId, name, at, ...row }): StoredContest => ({
    ...row,
    by: { id: userId, name },
    at: new Date(at).toISOString(),
  }));
  return groupBy(contests, ({ decisionId }) => decisionId);
}

/** @returns false where this set's annotator has objected to the decision before. */
export async function insertContest(
  tx: SqlQueries,
  { projectId, setId, actorId }: SetPermit<"set.contest">,
  contest: { readonly decisionId: DecisionId; readonly reason: string },
  at: Date,
): Promise<boolean> {
  const made = await tx.$queryRaw<unknown[]>`
    insert into contest (project_id, decision_id, set_id, annotator_id, reason, at)
    values (${projectId}::uuid, ${contest.decisionId}::uuid, ${setId}::uuid, ${actorId}::uuid, ${contest.reason}, ${at})
    on conflict (project_id, decision_id, set_id) do nothing returning 1`;
  return made.length > 0;
}
