import type { Role } from "@/lib/core/access/actor";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { Queries } from "./client";

/** Where a project is looked for: what lies in the trash exists only for whoever looks there. */
export type Place = "in use" | "in trash";

/**
 * The role of a member; null for everybody else, and where there is no such project. Whoever sits at the command line
 * (no user) manages every project there is.
 */
export async function roleIn(
  queries: Queries,
  projectId: ProjectId,
  userId: UserId | null,
  place: Place = "in use",
): Promise<Role | null> {
  const deletedAt = place === "in use" ? null : { not: null };
  if (userId === null) {
    const project = await queries.project.findUnique({
      where: { id: projectId, deletedAt },
      select: { id: true },
    });
    return project === null ? null : "manager";
  }
  const membership = await queries.membership.findUnique({
    where: { projectId_userId: { projectId, userId }, removedAt: null, project: { deletedAt } },
    select: { role: true },
  });
  return (membership?.role as Role | undefined) ?? null;
}

export interface NewMembership {
  readonly projectId: ProjectId;
  readonly userId: UserId;
  readonly role: Role;
  readonly createdAt: Date;
}

/** Makes somebody a member of a project that has just been made. */
export async function insertMembership(queries: Queries, membership: NewMembership): Promise<void> {
  await queries.membership.create({ data: membership });
}

/** Makes somebody a member, or gives a member, present or past, this role. */
export async function putMember(
  queries: Queries,
  { projectId, userId, role, createdAt }: NewMembership,
): Promise<void> {
  await queries.membership.upsert({
    where: { projectId_userId: { projectId, userId } },
    create: { projectId, userId, role, createdAt },
    update: { role, removedAt: null },
  });
}

/**
 * Makes somebody manager of every project that nobody made: the sample project, which is older than all users.
 * @returns those projects, the oldest first
 */
export async function adoptProjects(
  queries: Queries,
  userId: UserId,
  createdAt: Date,
): Promise<readonly ProjectId[]> {
  const projects = await queries.project.findMany({
    where: { createdBy: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  await queries.membership.createMany({
    data: projects.map(({ id }) => ({ projectId: id, userId, role: "manager", createdAt })),
    skipDuplicates: true,
  });
  return projects.map(({ id }) => id as ProjectId);
}
