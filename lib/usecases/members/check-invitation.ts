import type { InvitationOffer, InvitationRef } from "@/lib/contracts/member";
import { invitationByHash } from "@/lib/db/invitation-repository";
import { hashSecret } from "../accounts/secret-token";
import type { Visit } from "../accounts/visit";
import { stateOf } from "./invitation-view";

/** What the link offers to whoever holds it. */
export async function checkInvitation(
  { db, now }: Visit,
  { projectId, token }: InvitationRef,
): Promise<InvitationOffer> {
  const invitation = await invitationByHash(db.prisma, projectId, hashSecret(token));
  if (invitation === null) return { state: "unknown" };
  const state = stateOf(invitation, now());
  if (state !== "open") return { state };
  const { projectName, role, email, inviterName } = invitation;
  return { state, projectId, projectName, role, email, invitedBy: inviterName };
}
