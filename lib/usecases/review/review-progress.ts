import type { DecisionResult, ReviewProgress } from "@/lib/contracts/review";
import type { ProjectId, SetId } from "@/lib/core/ids";
import type { SqlQueries } from "@/lib/db/client";
import { decisionsNamed } from "@/lib/db/decision-repository";
import { findSet } from "@/lib/db/set-repository";
import { toDecisionView } from "./review-view";

/** Where the review of a document stands once something was decided or taken back. */
export async function progressOf(
  queries: SqlQueries,
  projectId: ProjectId,
  goldId: SetId,
  results: readonly DecisionResult[],
): Promise<ReviewProgress> {
  const gold = await findSet(queries, projectId, goldId);
  const taken = results.filter(({ status }) => status === "ok").map(({ id }) => id);
  const decisions = taken.length === 0 ? [] : await decisionsNamed(queries, projectId, taken);
  return {
    results,
    goldState: gold?.state ?? "new",
    decisions: decisions.filter(({ isUndone }) => !isUndone).map((one) => toDecisionView(one, [])),
  };
}
