import { z } from "zod";
import { DocumentIdSchema } from "@/lib/contracts/ids";
import type { Page } from "@/lib/contracts/page";
import type { QueueEntry, QueueQuery } from "@/lib/contracts/review";
import type { ProjectId } from "@/lib/core/ids";
import { findQueue, type QueueRow } from "@/lib/db/review-queue";
import { permit, type Context } from "../context";
import { decodeCursor } from "../cursor";
import { pageOf } from "../page-of";
import { compareDocuments } from "./compare-documents";

export type ListReviewQueueInput = { readonly projectId: ProjectId } & QueueQuery;

const Place = z.tuple([z.string().regex(/^-?\d+(\.\d+)?(e-?\d+)?$/), DocumentIdSchema]);

/** The documents that can be reviewed, the most disagreement first; `isWhole` where all of them have been compared. */
export async function listReviewQueue(
  ctx: Context,
  { projectId, limit, cursor, state }: ListReviewQueueInput,
): Promise<Page<QueueEntry> & { readonly isWhole: boolean }> {
  await permit(ctx, projectId, "review.read");
  const [rank, id] = cursor === undefined ? [] : decodeCursor(cursor, Place);
  const after = rank === undefined || id === undefined ? null : { rank: Number(rank), id };
  const isWhole = await compareDocuments(ctx, { projectId });
  const found = await findQueue(ctx.db.prisma, projectId, state ?? null, { after, limit: limit + 1 });
  const page = pageOf(found, limit, {
    item: toEntry,
    place: (row) => [String(row.rank), row.documentId],
  });
  return { ...page, isWhole };
}

function toEntry({ points, undecided, differing, disagreement, rank: _rank, ...row }: QueueRow): QueueEntry {
  const isCompared = points !== null && undecided !== null && differing !== null;
  return { ...row, figures: isCompared ? { points, undecided, differing, disagreement } : null };
}
