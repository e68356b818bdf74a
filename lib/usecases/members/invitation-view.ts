import type { InvitationState, InvitationView } from "@/lib/contracts/member";
import type { InvitationRow } from "@/lib/db/invitation-repository";

export function toInvitationView(row: InvitationRow, now: Date): InvitationView {
  const { id, role, email, inviterName, guestName, createdAt, expiresAt } = row;
  return {
    id,
    role,
    email,
    invitedBy: inviterName,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    state: stateOf(row, now),
    acceptedBy: guestName,
  };
}

export function stateOf(
  { acceptedAt, revokedAt, expiresAt }: Pick<InvitationRow, "acceptedAt" | "revokedAt" | "expiresAt">,
  now: Date,
): InvitationState {
  if (acceptedAt !== null) return "accepted";
  if (revokedAt !== null) return "revoked";
  return expiresAt <= now ? "expired" : "open";
}
