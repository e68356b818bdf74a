import { permit, type Context } from "../context";
import type { ProjectId } from "@/lib/core/ids";
import { updateProject } from "@/lib/db/project-repository";
import { inTransaction } from "@/lib/db/transaction";

/** Moves a project to the trash. Until it is taken out, it exists for nobody but those who may do that. */
export async function trashProject(
  ctx: Context,
  { projectId }: { readonly projectId: ProjectId },
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "project.manage", tx);
    const at = ctx.now();
    await updateProject(tx, allowed, { deletedAt: at }, at);
  });
}
