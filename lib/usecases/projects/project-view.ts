import type { ProjectView } from "@/lib/contracts/project";
import type { ProjectRow } from "@/lib/db/project-repository";

export function toProjectView({ createdAt, updatedAt, deletedAt, ...project }: ProjectRow): ProjectView {
  return {
    ...project,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    deletedAt: deletedAt?.toISOString() ?? null,
  };
}
