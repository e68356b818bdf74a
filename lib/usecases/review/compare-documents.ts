import type { ProjectId } from "@/lib/core/ids";
import { alignSets } from "@/lib/core/review/align-sets";
import { figuresOf } from "@/lib/core/review/points";
import { findUncompared } from "@/lib/db/review-queue";
import { writeFigures } from "@/lib/db/review-repository";
import { inTransaction } from "@/lib/db/transaction";
import { permit, type Context } from "../context";
import { loadReview } from "./load-review";

/** What one opening of the queue waits for at most; the next one goes on from there. */
const AT_ONCE = 100;

/** Compares the sets of those documents that have changed since they were compared. @returns whether all are compared */
export async function compareDocuments(
  ctx: Context,
  { projectId }: { readonly projectId: ProjectId },
): Promise<boolean> {
  const found = await findUncompared(ctx.db.prisma, projectId, AT_ONCE + 1);
  for (const documentId of found.slice(0, AT_ONCE)) {
    await inTransaction(
      ctx.db,
      async (tx) => {
        const allowed = await permit(ctx, projectId, "review.read", tx);
        const { sets, basis, decisions } = await loadReview(tx, { projectId, documentId });
        if (sets.length === 0) return;
        const figures = figuresOf(
          alignSets(sets),
          decisions.map(({ decision }) => decision),
        );
        await writeFigures(tx, allowed, [{ documentId, basis, ...figures }], ctx.now());
      },
      { repeatable: true },
    );
  }
  return found.length <= AT_ONCE;
}
