import { permit, type Context } from "../context";
import { AppError } from "@/lib/core/errors";
import { moveDocument } from "@/lib/db/document-repository";
import { inTransaction } from "@/lib/db/transaction";
import type { DocumentInput } from "./read-document";

/** Takes a document out of the trash, with all sets on it. @throws AppError `not_found` where it does not lie there. */
export async function restoreDocument(ctx: Context, { projectId, documentId }: DocumentInput): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "document.write", tx);
    const moved = await moveDocument(tx, allowed, documentId, { from: "in trash", at: ctx.now() });
    if (!moved) throw new AppError("not_found");
  });
  ctx.announce({ projectId, documentId });
}
