import type { Role } from "@/lib/core/access/actor";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { Queries, SqlQueries } from "./client";

/** Where a project is looked for: what lies in the trash exists only for whoever looks there. */
export type Place = "in use" | "in trash";

/**
 * The role of a member; null for everybody else, and where there is no such project. Whoever sits at the command line
 * (no user) manages every project there is.
 */
export async function roleIn(
  queries: SqlQueries,
  projectId: ProjectId,
  userId: UserId | null,
  place: Place = "in use",
): Promise<Role | null> {
  const rows = await queries.$queryRaw<{ role: Role | null }[]>`
    select case when ${userId}::uuid is null then 'manager' else m.role end as role
    from project p left join membership m on m.project_id = p.id and m.user_id = ${userId}::uuid and m.removed_at is null
    where p.id = ${projectId}::uuid and (p.deleted_at is null) = ${place === "in use"}`;
  return rows[0]?.role ?? null;
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
