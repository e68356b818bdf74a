import { permit, type Context } from "../context";
import type { NewProject, ProjectView } from "@/lib/contracts/project";
import { isUnlimited } from "@/lib/core/access/rules";
import { AppError } from "@/lib/core/errors";
import { presetSchema } from "@/lib/core/schema/preset";
import { presetGuideline } from "@/lib/core/schema/preset-guideline";
import { insertGuideline } from "@/lib/db/guideline-repository";
import { insertMembership } from "@/lib/db/membership-repository";
import { insertProject } from "@/lib/db/project-repository";
import { insertSchema } from "@/lib/db/schema-repository";
import { inTransaction } from "@/lib/db/transaction";
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
  await inTransaction(ctx.db, async (tx) => {
    await insertProject(tx, { id: projectId, name, mode, createdBy: userId, at });
    if (userId !== null) await insertMembership(tx, { projectId, userId, role: "manager", createdAt: at });
    await insertSchema(tx, await permit(ctx, projectId, "schema.write", tx), presetSchema(preset), at);
    const guideline = { version: 1, markdown: presetGuideline(preset) };
    await insertGuideline(tx, await permit(ctx, projectId, "guideline.write", tx), guideline, at);
  });
  return readProject(ctx, { projectId });
}
