import type { ProjectId } from "@/lib/core/ids";
import { beginImport } from "@/lib/db/import-repository";
import { trashImported } from "@/lib/db/imported-documents";
import { inLongTransaction } from "@/lib/db/transaction";
import { permit, type Context } from "../context";

export interface ImportRef {
  readonly projectId: ProjectId;
  /** As the import's report says: the moment that its documents bear. */
  readonly createdAt: Date;
}

export interface MovedImport {
  readonly moved: number;
  /** By which `restoreImport` finds them again. */
  readonly trashedAt: string;
}

/** Undoes an import of the caller's own: what it made goes to the trash; what it updated stays as it is. */
export async function trashImport(ctx: Context, { projectId, createdAt }: ImportRef): Promise<MovedImport> {
  const at = ctx.now();
  const moved = await inLongTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "document.write", tx);
    await beginImport(tx, allowed);
    return trashImported(tx, allowed, { createdBy: ctx.actor.userId, createdAt }, at);
  });
  return { moved, trashedAt: at.toISOString() };
}
