import type { InvitationRef, JoinByInvitation } from "@/lib/contracts/member";
import type { Role } from "@/lib/core/access/actor";
import { AppError } from "@/lib/core/errors";
import type { ProjectId, UserId } from "@/lib/core/ids";
import type { Queries, Tx } from "@/lib/db/client";
import { claimInvitation, invitationByHash, type InvitationRow } from "@/lib/db/invitation-repository";
import { putMember, roleIn } from "@/lib/db/membership-repository";
import { lockProject } from "@/lib/db/project-repository";
import { inTransaction } from "@/lib/db/transaction";
import { insertUser, userByEmail, userById } from "@/lib/db/user-repository";
import { hashPassword } from "../accounts/password-hash";
import { requireFullRights } from "../accounts/require-full-rights";
import { requirePassword } from "../accounts/require-password";
import { hashSecret } from "../accounts/secret-token";
import type { Visit } from "../accounts/visit";
import { record } from "../activity/record";
import { personOf, type Context } from "../context";
import { stateOf } from "./invitation-view";

export interface Joined {
  readonly projectId: ProjectId;
  readonly role: Role;
}

/**
 * Makes the signed-in person a member by an invitation.
 * @throws AppError `not_found`, `gone` for one that does not work any more, `forbidden` for one to another address,
 * `conflict` to who is a member already: then the invitation stays open.
 */
export async function acceptInvitation(ctx: Context, { projectId, token }: InvitationRef): Promise<Joined> {
  requireFullRights(ctx);
  const userId = personOf(ctx);
  const tokenHash = hashSecret(token);
  return inTransaction(ctx.db, async (tx) => {
    const invitation = await openInvitation(tx, projectId, tokenHash, ctx.now());
    const user = await userById(tx, userId);
    if (invitation.email !== null && invitation.email !== user?.email) {
      throw new AppError("forbidden", { detail: "This invitation is for somebody with another address." });
    }
    // Held to the end: whoever changes roles meanwhile waits, and two who accept are one after the other.
    await lockProject(tx, projectId);
    if ((await roleIn(tx, projectId, userId)) !== null)
      throw new AppError("conflict", { detail: "You are a member of this project already." });
    return join({ ...ctx, actor: { userId } }, tx, { invitation, tokenHash, userId });
  });
}

/**
 * Makes an account for a newcomer, and them a member, by an invitation.
 * @throws AppError as `acceptInvitation`; `already_exists` where the address has an account, whose owner signs in.
 */
export async function joinByInvitation(
  visit: Visit,
  { projectId, token, name, email, password }: JoinByInvitation,
): Promise<Joined> {
  const tokenHash = hashSecret(token);
  // Hashing is costly: only for whoever holds an open invitation.
  const { email: invited } = await openInvitation(visit.db.prisma, projectId, tokenHash, visit.now());
  if (invited !== null && invited !== email)
    throw fault("email", "forbidden", `This invitation is for ${invited}.`);
  requirePassword(password, email, "password");
  const passwordHash = await hashPassword(password);
  return inTransaction(visit.db, async (tx) => {
    const invitation = await openInvitation(tx, projectId, tokenHash, visit.now());
    if ((await userByEmail(tx, email)) !== null)
      throw fault("email", "already_exists", "Somebody has this address already. Sign in to accept.");
    const userId = visit.newId<"user">();
    const createdAt = visit.now();
    await insertUser(tx, { id: userId, email, name, passwordHash, isAdmin: false, createdAt });
    return join({ ...visit, actor: { userId } }, tx, { invitation, tokenHash, userId });
  });
}

async function openInvitation(
  queries: Queries,
  projectId: ProjectId,
  tokenHash: string,
  now: Date,
): Promise<InvitationRow> {
  const invitation = await invitationByHash(queries, projectId, tokenHash);
  if (invitation === null) throw new AppError("not_found");
  if (stateOf(invitation, now) !== "open") throw gone();
  return invitation;
}

async function join(
  ctx: Visit & { readonly actor: { readonly userId: UserId } },
  tx: Tx,
  by: { readonly invitation: InvitationRow; readonly tokenHash: string; readonly userId: UserId },
): Promise<Joined> {
  const { invitation, tokenHash, userId } = by;
  const { projectId, role } = invitation;
  const createdAt = ctx.now();
  if (!(await claimInvitation(tx, { projectId, tokenHash }, userId, createdAt))) throw gone();
  await putMember(tx, { projectId, userId, role, createdAt });
  await record(ctx, tx, { kind: "member.joined", projectId, subjectId: userId, details: { role } });
  return { projectId, role };
}

function gone(): AppError {
  return new AppError("gone", {
    detail: "This invitation does not work any more. Ask whoever sent it for another one.",
  });
}

function fault(path: string, code: "forbidden" | "already_exists", message: string): AppError {
  return new AppError(code, { detail: message, faults: [{ path, code, message }] });
}
