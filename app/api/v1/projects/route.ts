import { PageQuery } from "@/lib/contracts/page";
import { NewProject } from "@/lib/contracts/project";
import { otherMethods } from "@/lib/server/other-methods";
import { reply } from "@/lib/server/reply";
import { route } from "@/lib/server/route";
import { createProject } from "@/lib/usecases/projects/create-project";
import { listProjects } from "@/lib/usecases/projects/list-projects";

export const GET = route({ query: PageQuery }, (ctx, { query }) => listProjects(ctx, query));

export const POST = route({ body: NewProject }, async (ctx, { body }) => {
  const project = await createProject(ctx, body);
  return reply(project, { status: 201, headers: { location: `/api/v1/projects/${project.id}` } });
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
