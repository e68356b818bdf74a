import type { Role } from "@/lib/core/access/actor";
import type { Permit } from "@/lib/core/access/rules";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { ProjectMode } from "@/lib/core/workflow/project-mode";
import type { Queries, Tx } from "./client";
import { COUNTED, totalOf, type Found } from "./found";
import { Prisma } from "./generated/client";
import type { Place } from "./membership-repository";

export interface ProjectRow {
  readonly id: ProjectId;
  readonly name: string;
  readonly mode: ProjectMode;
  readonly role: Role;
  readonly documents: number;
  readonly documentsDone: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When something last happened in it that the person may know of. */
  readonly activeAt: Date;
  readonly deletedAt: Date | null;
}

export interface NewProjectRow {
  readonly id: ProjectId;
  readonly name: string;
  readonly mode: ProjectMode;
  readonly createdBy: UserId | null;
  readonly at: Date;
}

/** A project that nobody has rights in yet: hence no permit. */
export async function insertProject(tx: Tx, { at, ...project }: NewProjectRow): Promise<void> {
  await tx.project.create({ data: { ...project, createdAt: at, updatedAt: at, activeAt: at } });
}

/** Holds the project's row until the transaction ends, so that writers of what it has one of take turns. */
export async function lockProject(tx: Tx, projectId: ProjectId): Promise<{ readonly mode: ProjectMode }> {
  const rows = await tx.$queryRaw<{ mode: ProjectMode }[]>`
    select mode from project where id = ${projectId}::uuid for no key update`;
  return onlyOne(rows, projectId);
}

/** The mode, which stays what it is until the transaction ends. */
export async function modeOf(tx: Tx, projectId: ProjectId): Promise<ProjectMode> {
  const rows = await tx.$queryRaw<{ mode: ProjectMode }[]>`
    select mode from project where id = ${projectId}::uuid for share`;
  return onlyOne(rows, projectId).mode;
}

/** The mode as it is now, for those who only read. */
export async function currentMode(queries: Queries, projectId: ProjectId): Promise<ProjectMode> {
  const rows = await queries.$queryRaw<
    { mode: ProjectMode }[]
  >`select mode from project where id = ${projectId}::uuid`;
  return onlyOne(rows, projectId).mode;
}

function onlyOne<T>(rows: readonly T[], projectId: ProjectId): T {
  if (rows[0] === undefined) throw new RangeError(`project ${projectId} is not there`);
  return rows[0];
}

/** Whether anybody has begun any work, on documents in the trash too. */
export async function hasSets(queries: Queries, projectId: ProjectId): Promise<boolean> {
  return (await queries.annotationSet.findFirst({ where: { projectId }, select: { id: true } })) !== null;
}

export interface ProjectChange {
  readonly name?: string;
  readonly mode?: ProjectMode;
  /** Null takes it out of the trash. */
  readonly deletedAt?: Date | null;
}

export async function updateProject(
  tx: Tx,
  permit: Permit<"project.manage" | "schema.write" | "guideline.write">,
  change: ProjectChange,
  at: Date,
): Promise<void> {
  await tx.project.update({ where: { id: permit.projectId }, data: { ...change, updatedAt: at } });
}

/** Which projects: where `userId` is null, all, else those in which they have one of `roles`; `only` narrows down to one. */
export interface ProjectScope {
  readonly userId: UserId | null;
  readonly roles: readonly Role[];
  readonly only: ProjectId | null;
  readonly place: Place;
}

/** The newest project first; `before` is the last one of the page before. */
export async function findProjects(
  queries: Queries,
  scope: ProjectScope,
  { before, limit }: { readonly before: ProjectId | null; readonly limit: number },
): Promise<Found<ProjectRow>> {
  const source = sourceOf(scope);
  // Whoever else annotates is blind to the others: to what they have submitted, and to when they work.
  const isForReviewer = Prisma.sql`coalesce(m.role, 'manager') in ('manager', 'reviewer')`;
  const rows = await queries.$queryRaw<ProjectRow[]>`
    select p.id, p.name, p.mode, coalesce(m.role, 'manager') as role, p.created_at as "createdAt", p.updated_at as "updatedAt",
      p.deleted_at as "deletedAt", greatest(p.updated_at,
        (select d.created_at from document d where d.project_id = p.id order by d.id desc limit 1),
        case when ${isForReviewer} or p.mode = 'shared' then p.active_at else (select max(s.updated_at) from annotation_set s
          where s.project_id = p.id and s.kind = 'annotator' and s.owner = ${String(scope.userId)}) end) as "activeAt",
      (select count(*)::int from document d where d.project_id = p.id and d.deleted_at is null) as documents,
      (select count(distinct s.document_id)::int from annotation_set s
        join document d on d.project_id = s.project_id and d.id = s.document_id and d.deleted_at is null
        where s.project_id = p.id and s.state in ('submitted', 'accepted') and (
          ${isForReviewer} or s.annotator_id = ${scope.userId}::uuid
          or s.kind = 'shared' or (s.kind = 'gold' and s.state = 'accepted'))) as "documentsDone"
    from ${source} ${before === null ? Prisma.empty : Prisma.sql`and p.id < ${before}::uuid`}
    order by p.id desc limit ${limit}`;
  const counted = await queries.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from (select 1 from ${source} limit ${COUNTED + 1}) as counted`;
  return { rows, total: totalOf(counted[0]?.count ?? 0) };
}

function sourceOf({ userId, roles, only, place }: ProjectScope): Prisma.Sql {
  const member = Prisma.sql`membership m on m.project_id = p.id and m.user_id = ${userId}::uuid and m.removed_at is null`;
  return Prisma.sql`project p ${userId === null ? Prisma.sql`left join ${member}` : Prisma.sql`join ${member}`}
    where ${place === "in use" ? Prisma.sql`p.deleted_at is null` : Prisma.sql`p.deleted_at is not null`}
    and coalesce(m.role, 'manager') = any(${[...roles]}::text[])
    ${only === null ? Prisma.empty : Prisma.sql`and p.id = ${only}::uuid`}`;
}

/** Whether there is any project, in the trash too. Of two who ask at once, the other waits for the end of the first. */
export async function isWithoutProjects(tx: Tx): Promise<boolean> {
  await tx.$executeRaw`set local lock_timeout = '60s'`;
  await tx.$executeRaw`select pg_advisory_xact_lock(7261958303)`;
  return (await tx.project.findFirst({ select: { id: true } })) === null;
}
