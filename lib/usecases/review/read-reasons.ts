import type { ProjectId } from "@/lib/core/ids";
import { DEFAULT_REASONS, type Reason } from "@/lib/core/review/reasons";
import { reasonsOf } from "@/lib/db/review-repository";
import { permit, type Context } from "../context";

/** Why reviewers of the project may reject something. */
export async function readReasons(
  ctx: Context,
  { projectId }: { readonly projectId: ProjectId },
): Promise<{ readonly reasons: readonly Reason[] }> {
  await permit(ctx, projectId, "project.read");
  return { reasons: (await reasonsOf(ctx.db.prisma, projectId)) ?? DEFAULT_REASONS };
}
