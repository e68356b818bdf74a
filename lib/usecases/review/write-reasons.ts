import type { ProjectId } from "@/lib/core/ids";
import type { Reason } from "@/lib/core/review/reasons";
import { lockProject } from "@/lib/db/project-repository";
import { writeReasons as write } from "@/lib/db/review-repository";
import { inTransaction } from "@/lib/db/transaction";
import { permit, type Context } from "../context";

export interface WriteReasonsInput {
  readonly projectId: ProjectId;
  readonly reasons: readonly Reason[];
}

/** Gives the project its own reasons; decisions that name one which is gone keep its key. */
export async function writeReasons(
  ctx: Context,
  { projectId, reasons }: WriteReasonsInput,
): Promise<{ readonly reasons: readonly Reason[] }> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const allowed = await permit(ctx, projectId, "project.manage", tx);
      await lockProject(tx, projectId);
      await write(tx, allowed, reasons, ctx.now());
      return { reasons };
    },
    { repeatable: true },
  );
}
