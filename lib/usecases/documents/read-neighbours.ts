import { permit, type Context } from "../context";
import type { DocumentId } from "@/lib/core/ids";
import { findNeighbours } from "@/lib/db/document-repository";
import type { DocumentInput } from "./read-document";

/** The documents before and after one in the order of the list; null at its ends. */
export async function readNeighbours(
  ctx: Context,
  { projectId, documentId }: DocumentInput,
): Promise<{ readonly previous: DocumentId | null; readonly next: DocumentId | null }> {
  await permit(ctx, projectId, "document.read");
  return findNeighbours(ctx.db.prisma, projectId, documentId);
}
