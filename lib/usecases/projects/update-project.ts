import type { output } from "zod";
import { permit, type Context } from "../context";
import type { ProjectPatch, ProjectView } from "@/lib/contracts/project";
import { AppError } from "@/lib/core/errors";
import type { ProjectId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/client";
import { hasSets, lockProject, updateProject as write } from "@/lib/db/project-repository";
import { inTransaction } from "@/lib/db/transaction";
import { readProject } from "./read-project";

export type UpdateProjectInput = { readonly projectId: ProjectId } & output<typeof ProjectPatch>;

/**
 * Renames a project, or lets people work in the other way.
 * @throws AppError `conflict` where somebody has begun to work: sets of one kind do not become sets of the other.
 */
export async function updateProject(
  ctx: Context,
  { projectId, name, mode }: UpdateProjectInput,
): Promise<ProjectView> {
  return inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "project.manage", tx);
    const before = await lockProject(tx, projectId);
    if (mode !== undefined && mode !== before.mode) await refuseOnceBegun(tx, projectId);
    await write(
      tx,
      allowed,
      { ...(name === undefined ? {} : { name }), ...(mode === undefined ? {} : { mode }) },
      ctx.now(),
    );
    return readProject(ctx, { projectId }, tx);
  });
}

async function refuseOnceBegun(tx: Tx, projectId: ProjectId): Promise<void> {
  if (!(await hasSets(tx, projectId))) return;
  const detail =
    "People have begun to work in this project, so the way of working stays. Make another project for the other way.";
  throw new AppError("conflict", { detail });
}
