import { NewProject, type ProjectView } from "@/lib/contracts/project";
import { createProject } from "@/lib/usecases/projects/create-project";
import { listProjects } from "@/lib/usecases/projects/list-projects";
import type { Context } from "@/lib/usecases/context";
import { UsageError, type Command } from "../command";
import { parseOptions } from "../parse-options";
import { parseQuery } from "../parse-query";
import { say } from "../say";
import { withContext } from "../use-database";

export const project: Command = {
  summary: "List the projects, or make one; other commands take its id or its name",
  usage: [
    "project list",
    "project create --name N [--preset claim-actor-stance|blank] [--mode independent|shared]",
  ],
  run: async ([form, ...rest]) => {
    if (form === "list") return list(rest);
    if (form === "create") return create(rest);
    throw new UsageError("say what to do: list or create");
  },
};

async function create(args: readonly string[]): Promise<void> {
  const { values } = parseOptions(args, {
    name: { type: "string" },
    preset: { type: "string" },
    mode: { type: "string" },
  });
  const input = parseQuery(NewProject, values);
  await withContext(async (ctx) => say((await createProject(ctx, input)).id));
}

async function list(args: readonly string[]): Promise<void> {
  parseOptions(args, {});
  await withContext(async (ctx) => {
    for await (const { id, name, documents } of everyProject(ctx))
      say(`${id}  ${name}  (${documents} documents)`);
  });
}

async function* everyProject(ctx: Context): AsyncGenerator<ProjectView> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listProjects>> = await listProjects(ctx, {
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}
