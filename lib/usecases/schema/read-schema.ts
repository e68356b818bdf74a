import { permit, type Context } from "../context";
import type { ProjectId } from "@/lib/core/ids";
import type { Schema } from "@/lib/core/schema/schema";
import { currentSchema } from "@/lib/db/schema-repository";

/** The schema as it stands, with its version. */
export async function readSchema(
  ctx: Context,
  { projectId }: { readonly projectId: ProjectId },
): Promise<Schema> {
  const { projectId: allowed } = await permit(ctx, projectId, "project.read");
  return currentSchema(ctx.db.prisma, allowed);
}
