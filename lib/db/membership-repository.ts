import type { Role } from "@/lib/core/access/actor";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { Queries } from "./client";

/** The role of a member; null for everybody else. Members of a project in the trash keep theirs. */
export async function roleIn(queries: Queries, projectId: ProjectId, userId: UserId): Promise<Role | null> {
  const membership = await queries.membership.findUnique({
    where: { projectId_userId: { projectId, userId }, removedAt: null },
    select: { role: true },
  });
  return (membership?.role as Role | undefined) ?? null;
}
