import type { NewContest } from "@/lib/contracts/correction";
import { authorizeSet } from "@/lib/core/access/rules";
import { AppError } from "@/lib/core/errors";
import type { ProjectId, SetId } from "@/lib/core/ids";
import { insertContest } from "@/lib/db/contest-repository";
import { decisionsNamed } from "@/lib/db/decision-repository";
import { findSet } from "@/lib/db/set-repository";
import { inTransaction } from "@/lib/db/transaction";
import { accessTo, type Context } from "../context";

export type ContestDecisionInput = { readonly projectId: ProjectId; readonly setId: SetId } & NewContest;

/**
 * An annotator objects to a decision on their own set, once: the reviewers find it in their queue.
 * @throws AppError `not_found` for decisions that are not gold yet or not on this document, `already_exists`
 */
export async function contestDecision(
  ctx: Context,
  { projectId, setId, decisionId, reason }: ContestDecisionInput,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const access = await accessTo(ctx, projectId, tx);
    const set = await findSet(tx, projectId, setId);
    if (set === null) throw new AppError("not_found");
    const allowed = authorizeSet(access, "set.contest", set);
    const [decision] = await decisionsNamed(tx, projectId, [decisionId]);
    const gold = decision === undefined ? null : await findSet(tx, projectId, decision.goldId);
    if (gold?.documentId !== set.documentId || gold.state !== "accepted") throw new AppError("not_found");
    if (!(await insertContest(tx, allowed, { decisionId, reason }, ctx.now())))
      throw new AppError("already_exists", { detail: "You have objected to this decision already." });
  });
}
