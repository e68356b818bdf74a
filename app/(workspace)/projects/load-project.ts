import { notFound } from "next/navigation";
import { cache } from "react";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import type { ProjectView } from "@/lib/contracts/project";
import { can, type ProjectAction } from "@/lib/core/access/rules";
import { orNotFound, pageContext } from "@/lib/server/page-context";
import type { Context } from "@/lib/usecases/context";
import { readProject } from "@/lib/usecases/projects/read-project";

export interface OpenProject {
  readonly ctx: Context;
  readonly project: ProjectView;
  /** Whether the person who looks may do that here, so that pages show only what can be done. */
  readonly may: (action: ProjectAction) => boolean;
}

/** The project of a page's address, read once a request; whoever is no member gets "not found". */
export const loadProject = cache(async (address: string): Promise<OpenProject> => {
  const { data: projectId } = ProjectIdSchema.safeParse(address);
  if (projectId === undefined) notFound();
  const ctx = await pageContext();
  const project = await orNotFound(readProject(ctx, { projectId }));
  return { ctx, project, may: (action) => can({ actor: ctx.actor, projectId, role: project.role }, action) };
});
