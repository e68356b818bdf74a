import type { ReviewView } from "@/lib/contracts/review";
import { AppError } from "@/lib/core/errors";
import { DEFAULT_REASONS } from "@/lib/core/review/reasons";
import { documentExists } from "@/lib/db/document-repository";
import { contestsOf } from "@/lib/db/contest-repository";
import { reasonsOf } from "@/lib/db/review-repository";
import { inTransaction } from "@/lib/db/transaction";
import { permit, type Context } from "../context";
import { toSummary } from "../sets/set-view";
import { loadReview, type DocumentAddress } from "./load-review";
import { toDecisionView, toReviewedSet } from "./review-view";

/** Everything that a reviewer has before them on one document, as it stands at one moment. */
export async function readReview(
  ctx: Context,
  { projectId, documentId }: DocumentAddress,
): Promise<ReviewView> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      await permit(ctx, projectId, "review.read", tx);
      if (!(await documentExists(tx, projectId, documentId))) throw new AppError("not_found");
      const { sets, others, gold, decisions } = await loadReview(tx, { projectId, documentId });
      const contests = gold === null ? null : await contestsOf(tx, projectId, gold.id);
      return {
        documentId,
        sets: sets.map(toReviewedSet),
        others: others.map(toSummary),
        gold: gold === null ? null : toSummary(gold),
        decisions: decisions.map((one) => toDecisionView(one, contests?.get(one.decision.id) ?? [])),
        reasons: (await reasonsOf(tx, projectId)) ?? DEFAULT_REASONS,
      };
    },
    { isolation: "RepeatableRead" },
  );
}
