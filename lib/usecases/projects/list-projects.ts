import type { Context } from "../context";
import { decodeId } from "../cursor";
import { pageOf } from "../page-of";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import type { Page, PageQuery } from "@/lib/contracts/page";
import type { ProjectView } from "@/lib/contracts/project";
import { findProjects } from "@/lib/db/project-repository";
import { toProjectView } from "./project-view";
import { scopeOf } from "./scope-of";

/** The caller's projects, the newest first. */
export async function listProjects(ctx: Context, { limit, cursor }: PageQuery): Promise<Page<ProjectView>> {
  const scope = { ...scopeOf(ctx, "project.read"), place: "in use" } as const;
  const before = cursor === undefined ? null : decodeId(cursor, ProjectIdSchema);
  const found = await findProjects(ctx.db.prisma, scope, { before, limit: limit + 1 });
  return pageOf(found, limit, { item: toProjectView, place: ({ id }) => [id] });
}
