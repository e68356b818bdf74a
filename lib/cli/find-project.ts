import { AppError } from "@/lib/core/errors";
import type { ProjectId } from "@/lib/core/ids";
import { ProjectIdSchema } from "@/lib/contracts/ids";
import type { Context } from "@/lib/usecases/context";

/**
 * The project with this id or this very name. A name is looked for among projects in use, unless the trash is meant too.
 * @throws AppError `not_found`, or `conflict` when several have the name.
 */
export async function findProject(
  { db }: Context,
  given: string,
  place: "in use" | "also in trash" = "in use",
): Promise<ProjectId> {
  const { data } = ProjectIdSchema.safeParse(given);
  const named = { name: given, ...(place === "in use" ? { deletedAt: null } : {}) };
  const where = data === undefined ? named : { id: data };
  const found = await db.prisma.project.findMany({ where, select: { id: true }, take: 2 });
  const [only, second] = found;
  if (only === undefined) throw new AppError("not_found", { detail: `There is no project "${given}".` });
  if (second !== undefined)
    throw new AppError("conflict", { detail: `Several projects are called "${given}". Use the id of one.` });
  return ProjectIdSchema.parse(only.id);
}
