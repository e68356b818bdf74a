import type { Role } from "@/lib/core/access/actor";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { Permit } from "@/lib/core/access/rules";
import type { Queries, SqlQueries, Tx } from "./client";

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

export interface MemberRow {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly removedAt: Date | null;
  readonly sets: number;
  readonly submitted: number;
}

/** Everybody who is or was a member: those who are first, by name. */
export async function membersOf(queries: SqlQueries, projectId: ProjectId): Promise<readonly MemberRow[]> {
  return queries.$queryRaw<MemberRow[]>`
    select m.user_id as "userId", u.name, u.email, m.role, m.created_at as "createdAt", u.disabled_at as "disabledAt",
      m.removed_at as "removedAt", coalesce(w.sets, 0)::int as sets, coalesce(w.submitted, 0)::int as submitted
    from membership m join "user" u on u.id = m.user_id
    left join (
      select s.annotator_id, count(*) as sets, count(*) filter (where s.state in ('submitted', 'accepted')) as submitted
      from annotation_set s
      join document d on d.project_id = s.project_id and d.id = s.document_id and d.deleted_at is null
      where s.project_id = ${projectId}::uuid and s.kind = 'annotator' group by s.annotator_id
    ) w on w.annotator_id = m.user_id
    where m.project_id = ${projectId}::uuid
    order by m.removed_at is not null, lower(u.name), m.user_id`;
}

/** Whom nothing but this keeps the project manageable by: members with the role whose account is in use. */
export async function managersOf(queries: SqlQueries, projectId: ProjectId): Promise<readonly UserId[]> {
  const rows = await queries.$queryRaw<{ userId: UserId }[]>`
    select m.user_id as "userId" from membership m join "user" u on u.id = m.user_id and u.disabled_at is null
    where m.project_id = ${projectId}::uuid and m.role = 'manager' and m.removed_at is null`;
  return rows.map(({ userId }) => userId);
}

/** Gives a member another role. */
export async function setRole(
  tx: Tx,
  { projectId }: Permit<"member.manage">,
  userId: UserId,
  role: Role,
): Promise<void> {
  await tx.membership.update({ where: { projectId_userId: { projectId, userId } }, data: { role } });
}

/** Takes somebody out of the project; the row stays, so that their work keeps its name. */
export async function archiveMember(
  tx: Tx,
  { projectId }: Permit<"member.manage">,
  userId: UserId,
  removedAt: Date,
): Promise<void> {
  await tx.membership.update({ where: { projectId_userId: { projectId, userId } }, data: { removedAt } });
}
