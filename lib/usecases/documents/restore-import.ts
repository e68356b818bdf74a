import { beginImport } from "@/lib/db/import-repository";
import { restoreImported } from "@/lib/db/imported-documents";
import { inLongTransaction } from "@/lib/db/transaction";
import { permit, type Context } from "../context";
import type { ImportRef } from "./trash-import";

/** Brings back what `trashImport` moved to the trash at `trashedAt`, and says how many documents that were. */
export async function restoreImport(
  ctx: Context,
  { projectId, createdAt, trashedAt }: ImportRef & { readonly trashedAt: Date },
): Promise<{ readonly moved: number }> {
  const moved = await inLongTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "document.write", tx);
    await beginImport(tx, allowed);
    return restoreImported(
      tx,
      allowed,
      { createdBy: ctx.actor.userId, createdAt },
      { trashedAt, at: ctx.now() },
    );
  });
  return { moved };
}
