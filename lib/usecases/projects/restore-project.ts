import { accessTo, type Context } from "../context";
import type { ProjectView } from "@/lib/contracts/project";
import { authorize } from "@/lib/core/access/rules";
import type { ProjectId } from "@/lib/core/ids";
import { updateProject } from "@/lib/db/project-repository";
import { inTransaction } from "@/lib/db/transaction";
import { readProject } from "./read-project";

/** Takes a project out of the trash, with all that was in it. @throws AppError `not_found` where it does not lie there. */
export async function restoreProject(
  ctx: Context,
  { projectId }: { readonly projectId: ProjectId },
): Promise<ProjectView> {
  return inTransaction(ctx.db, async (tx) => {
    const allowed = authorize(await accessTo(ctx, projectId, tx, "in trash"), "project.manage");
    await updateProject(tx, allowed, { deletedAt: null }, ctx.now());
    return readProject(ctx, { projectId }, tx);
  });
}
