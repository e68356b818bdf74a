import type { Context } from "../context";
import type { NewProject, ProjectView } from "@/lib/contracts/project";
import { isUnlimited } from "@/lib/core/access/rules";
import { AppError } from "@/lib/core/errors";
import { insertMembership } from "@/lib/db/membership-repository";
import { insertProject } from "@/lib/db/project-repository";
import { inTransaction } from "@/lib/db/transaction";
import { insertFirstVersions } from "./insert-first-versions";
import { readProject } from "./read-project";

/**
 * Makes a project with the first version of its schema and guideline; whoever makes it is its manager.
 * @throws AppError `forbidden` to a token that may not do all its user may.
 */
export async function createProject(ctx: Context, { name, preset, mode }: NewProject): Promise<ProjectView> {
  if (!isUnlimited(ctx.actor)) throw new AppError("forbidden");
  const { userId } = ctx.actor;
  const projectId = ctx.newId<"project">();
  const at = ctx.now();
  return inTransaction(ctx.db, async (tx) => {
    await insertProject(tx, { id: projectId, name, mode, createdBy: userId, at });
    if (userId !== null) await insertMembership(tx, { projectId, userId, role: "manager", createdAt: at });
    await insertFirstVersions(ctx, tx, projectId, preset);
    return readProject(ctx, { projectId }, tx);
  });
}
