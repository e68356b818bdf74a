import type { DocumentId } from "@/lib/core/ids";
import { findQueueNeighbours } from "@/lib/db/review-queue";
import { permit, type Context } from "../context";
import type { DocumentAddress } from "./load-review";

/** The documents before and after this one in the review queue. */
export async function readReviewNeighbours(
  ctx: Context,
  { projectId, documentId }: DocumentAddress,
): Promise<{ readonly previous: DocumentId | null; readonly next: DocumentId | null }> {
  await permit(ctx, projectId, "review.read");
  return findQueueNeighbours(ctx.db.prisma, projectId, documentId);
}
