import type { Applied } from "@/lib/core/annotation/annotation-set";
import { applyAll } from "@/lib/core/annotation/apply";
import type { Operation } from "@/lib/core/annotation/operation";
import { AppError } from "@/lib/core/errors";
import type { OperationId } from "@/lib/core/ids";
import type { DecisionId } from "@/lib/core/review/decision";
import type { ReviewProgress } from "@/lib/contracts/review";
import { REFUSAL_MESSAGES } from "@/lib/contracts/refusals";
import { decisionsNamed, markUndone, type StoredDecision } from "@/lib/db/decision-repository";
import { groupOf } from "@/lib/db/operation-repository";
import { inTransaction } from "@/lib/db/transaction";
import type { Context } from "../context";
import { writtenBetween } from "../sets/written-between";
import { atGoldDesk, type GoldDesk } from "./gold-desk";
import type { DocumentAddress } from "./load-review";
import { progressOf } from "./review-progress";

export type UndoDecisionInput = DocumentAddress & { readonly decisionId: DecisionId };

/**
 * Takes back one's own decision and all that it made in the gold set; what it had taken the place of holds again. A
 * second time it changes nothing.
 * @throws AppError `conflict` where another decision or a change of the gold set has been built on it, `forbidden` for
 * somebody else's: that is decided anew instead.
 */
export async function undoDecision(
  ctx: Context,
  { projectId, documentId, decisionId }: UndoDecisionInput,
): Promise<ReviewProgress> {
  const progress = await inTransaction(
    ctx.db,
    async (tx) => {
      const desk = await atGoldDesk(ctx, tx, { projectId, documentId });
      const [stored] = await decisionsNamed(tx, projectId, [decisionId]);
      if (stored === undefined || stored.goldId !== desk.gold.id) throw new AppError("not_found");
      if (!stored.isUndone) {
        requireLatest(stored, desk);
        const made = await groupOf(tx, projectId, desk.gold.id, stored.groupId);
        const { set, outcomes } = applyAll(
          { ...desk.gold, applied: new Map(made.map(({ id, ...one }): [OperationId, Applied] => [id, one])) },
          made.toReversed().map(({ id }): Operation => ({
            id: ctx.newId<"operation">(),
            kind: "undo",
            target: id,
            body: {},
            group: stored.groupId,
          })),
          desk.stamp,
          desk.rules,
        );
        const refused = outcomes.find((outcome) => outcome.status === "rejected");
        if (refused?.status === "rejected")
          throw new AppError("conflict", { detail: REFUSAL_MESSAGES[refused.reason] });
        await markUndone(tx, desk.permit, decisionId, ctx.now());
        await desk.write({
          written: writtenBetween({ before: desk.gold, after: set, outcomes, stamp: desk.stamp }),
          decisions: desk.decisions.map(({ decision }) => decision).filter(({ id }) => id !== decisionId),
        });
      }
      return progressOf(tx, projectId, desk.gold.id, []);
    },
    { repeatable: true, timeoutMs: 20_000 },
  );
  ctx.announce({ projectId, documentId });
  return progress;
}

function requireLatest({ decision, reviewerId }: StoredDecision, { decisions, stamp }: GoldDesk): void {
  if (reviewerId !== stamp.actorId) {
    throw new AppError("forbidden", {
      detail: "Somebody else decided this. Decide it anew instead of taking it back.",
    });
  }
  if (decisions.some((later) => later.decision.supersedes === decision.id)) {
    throw new AppError("conflict", { detail: "This has been decided anew since. Take that back first." });
  }
}
