import { permit, type Context } from "../context";
import type { ProjectId } from "@/lib/core/ids";
import { presetSchema, type Preset } from "@/lib/core/schema/preset";
import { presetGuideline } from "@/lib/core/schema/preset-guideline";
import type { Tx } from "@/lib/db/client";
import { insertGuideline } from "@/lib/db/guideline-repository";
import { insertSchema } from "@/lib/db/schema-repository";

/** Gives a project that has just been made its schema and its guideline. */
export async function insertFirstVersions(
  ctx: Context,
  tx: Tx,
  projectId: ProjectId,
  preset: Preset,
): Promise<void> {
  const at = ctx.now();
  await insertSchema(tx, await permit(ctx, projectId, "schema.write", tx), presetSchema(preset), at);
  const guideline = { version: 1, markdown: presetGuideline(preset) };
  await insertGuideline(tx, await permit(ctx, projectId, "guideline.write", tx), guideline, at);
}
