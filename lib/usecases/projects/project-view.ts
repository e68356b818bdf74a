import type { ProjectView } from "@/lib/contracts/project";
import type { ProjectRow } from "@/lib/db/project-repository";

export function toProjectView({
  createdAt,
  updatedAt,
  activeAt,
  deletedAt,
  ...project
}: ProjectRow): ProjectView {
  return {
    ...project,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    activeAt: activeAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
  };
}
