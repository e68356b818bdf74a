import { permit, type Context } from "../context";
import type { ProjectView } from "@/lib/contracts/project";
import { AppError } from "@/lib/core/errors";
import type { ProjectId } from "@/lib/core/ids";
import type { Queries } from "@/lib/db/client";
import { findProjects } from "@/lib/db/project-repository";
import { toProjectView } from "./project-view";
import { scopeOf } from "./scope-of";

/** A project in use, with the caller's role in it and how far its documents have come. */
export async function readProject(
  ctx: Context,
  { projectId }: { readonly projectId: ProjectId },
  queries: Queries = ctx.db.prisma,
): Promise<ProjectView> {
  await permit(ctx, projectId, "project.read", queries);
  const scope = { ...scopeOf(ctx, "project.read"), only: projectId, place: "in use" } as const;
  const [project] = (await findProjects(queries, scope, { before: null, limit: 1 })).rows;
  if (project === undefined) throw new AppError("not_found");
  return toProjectView(project);
}
