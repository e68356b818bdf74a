import type { InvitationView } from "@/lib/contracts/member";
import type { ProjectId } from "@/lib/core/ids";
import { invitationsOf } from "@/lib/db/invitation-repository";
import { permit, type Context } from "../context";
import { toInvitationView } from "./invitation-view";

const SHOWN = 100;

/** The latest invitations to the project, the newest first, whatever became of them. */
export async function listInvitations(
  ctx: Context,
  { projectId }: { readonly projectId: ProjectId },
): Promise<{ readonly items: readonly InvitationView[] }> {
  await permit(ctx, projectId, "member.manage");
  const rows = await invitationsOf(ctx.db.prisma, projectId, SHOWN);
  const now = ctx.now();
  return { items: rows.map((row) => toInvitationView(row, now)) };
}
