import { permit, type Context } from "../context";
import type { GuidelineView } from "@/lib/contracts/guideline";
import type { ProjectId } from "@/lib/core/ids";
import { currentGuideline } from "@/lib/db/guideline-repository";

/** The guideline as it stands, with its version. */
export async function readGuideline(
  ctx: Context,
  { projectId }: { readonly projectId: ProjectId },
): Promise<GuidelineView> {
  const { projectId: allowed } = await permit(ctx, projectId, "project.read");
  return currentGuideline(ctx.db.prisma, allowed);
}
