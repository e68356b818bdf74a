import { permit, type Context } from "../context";
import { requireCurrentVersion } from "../require-current-version";
import type { GuidelineView } from "@/lib/contracts/guideline";
import type { ProjectId } from "@/lib/core/ids";
import { currentGuideline, insertGuideline } from "@/lib/db/guideline-repository";
import { lockProject } from "@/lib/db/project-repository";
import { inTransaction } from "@/lib/db/transaction";

export interface WriteGuidelineInput {
  readonly projectId: ProjectId;
  /** The version that was read and changed; null where the caller did not say. */
  readonly basedOn: number | null;
  readonly markdown: string;
}

/** Makes the next version of the guideline. @throws AppError `version_required`, `stale_version`. */
export async function writeGuideline(
  ctx: Context,
  { projectId, basedOn, markdown }: WriteGuidelineInput,
): Promise<GuidelineView> {
  return inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "guideline.write", tx);
    await lockProject(tx, projectId);
    const { version } = await currentGuideline(tx, projectId);
    requireCurrentVersion(basedOn, version);
    const after = { version: version + 1, markdown };
    await insertGuideline(tx, allowed, after, ctx.now());
    return after;
  });
}
