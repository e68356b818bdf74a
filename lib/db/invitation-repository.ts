import type { Role } from "@/lib/core/access/actor";
import type { Permit } from "@/lib/core/access/rules";
import type { Id, ProjectId, UserId } from "@/lib/core/ids";
import type { Queries, Tx } from "./client";

type InvitationId = Id<"invitation">;

export interface InvitationRow {
  readonly id: InvitationId;
  readonly projectId: ProjectId;
  readonly projectName: string;
  readonly role: Role;
  readonly email: string | null;
  readonly inviterName: string | null;
  readonly guestName: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
}

const SELECT = {
  id: true,
  projectId: true,
  role: true,
  email: true,
  createdAt: true,
  expiresAt: true,
  acceptedAt: true,
  revokedAt: true,
  inviter: { select: { name: true } },
  guest: { select: { name: true } },
  project: { select: { name: true } },
} as const;

export interface NewInvitationRow {
  readonly id: InvitationId;
  readonly tokenHash: string;
  readonly role: Role;
  readonly email: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertInvitation(
  tx: Tx,
  { projectId, actorId }: Permit<"member.manage">,
  invitation: NewInvitationRow,
): Promise<void> {
  await tx.invitation.create({ data: { ...invitation, projectId, invitedBy: actorId } });
}

/** The newest first. */
export async function invitationsOf(
  queries: Queries,
  projectId: ProjectId,
  limit: number,
): Promise<readonly InvitationRow[]> {
  const rows = await queries.invitation.findMany({
    where: { projectId },
    orderBy: { id: "desc" },
    take: limit,
    select: SELECT,
  });
  return rows.map(toRow);
}

/** The invitation of that link, to a project that is in use. */
export async function invitationByHash(
  queries: Queries,
  projectId: ProjectId,
  tokenHash: string,
): Promise<InvitationRow | null> {
  const row = await queries.invitation.findUnique({
    where: { projectId_tokenHash: { projectId, tokenHash }, project: { deletedAt: null } },
    select: SELECT,
  });
  return row === null ? null : toRow(row);
}

/** How many the project has given out since then. */
export async function invitationsSince(queries: Queries, projectId: ProjectId, since: Date): Promise<number> {
  return queries.invitation.count({ where: { projectId, createdAt: { gt: since } } });
}

/** Uses the invitation up. @returns false where it cannot be accepted any more, also when two accept at once */
export async function claimInvitation(
  tx: Tx,
  { projectId, tokenHash }: { readonly projectId: ProjectId; readonly tokenHash: string },
  acceptedBy: UserId,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { projectId, tokenHash, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } },
    data: { acceptedBy, acceptedAt: at },
  });
  return count === 1;
}

/** @returns false where there is no such invitation that is still open */
export async function revokeInvitation(
  tx: Tx,
  { projectId }: Permit<"member.manage">,
  id: InvitationId,
  revokedAt: Date,
): Promise<boolean> {
  const { count } = await tx.invitation.updateMany({
    where: { projectId, id, acceptedAt: null, revokedAt: null },
    data: { revokedAt },
  });
  return count === 1;
}

interface Selected extends Omit<
  InvitationRow,
  "id" | "projectId" | "role" | "projectName" | "inviterName" | "guestName"
> {
  readonly id: string;
  readonly projectId: string;
  readonly role: string;
  readonly inviter: { readonly name: string } | null;
  readonly guest: { readonly name: string } | null;
  readonly project: { readonly name: string };
}

function toRow({ inviter, guest, project, id, projectId, role, ...rest }: Selected): InvitationRow {
  return {
    ...rest,
    id: id as InvitationId,
    projectId: projectId as ProjectId,
    role: role as Role,
    projectName: project.name,
    inviterName: inviter?.name ?? null,
    guestName: guest?.name ?? null,
  };
}
