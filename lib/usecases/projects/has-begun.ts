import type { ProjectId } from "@/lib/core/ids";
import { hasSets } from "@/lib/db/project-repository";
import { permit, type Context } from "../context";

/** Whether anybody has begun to annotate, so that the way of working cannot change any more. */
export async function hasBegun(
  ctx: Context,
  { projectId }: { readonly projectId: ProjectId },
): Promise<boolean> {
  const allowed = await permit(ctx, projectId, "project.read");
  return hasSets(ctx.db.prisma, allowed.projectId);
}
