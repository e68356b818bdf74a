import { permit, type Context } from "../context";
import { AppError } from "@/lib/core/errors";
import { moveDocument } from "@/lib/db/document-repository";
import { inTransaction } from "@/lib/db/transaction";
import type { DocumentInput } from "./read-document";

/** Moves a document to the trash, with all sets on it. @throws AppError `not_found` where it lies there already. */
export async function trashDocument(ctx: Context, { projectId, documentId }: DocumentInput): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "document.write", tx);
    const moved = await moveDocument(tx, allowed, documentId, { from: "in use", at: ctx.now() });
    if (!moved) throw new AppError("not_found");
  });
  ctx.announce({ projectId, documentId });
}
