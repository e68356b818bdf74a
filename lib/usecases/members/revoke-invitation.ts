import type { InvitationId } from "@/lib/contracts/member";
import { AppError } from "@/lib/core/errors";
import type { ProjectId } from "@/lib/core/ids";
import { revokeInvitation as write } from "@/lib/db/invitation-repository";
import { inTransaction } from "@/lib/db/transaction";
import { record } from "../activity/record";
import { permit, type Context } from "../context";

/** Makes the link worthless. @throws AppError `not_found` where nobody can accept it any more anyway. */
export async function revokeInvitation(
  ctx: Context,
  { projectId, invitationId }: { readonly projectId: ProjectId; readonly invitationId: InvitationId },
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "member.manage", tx);
    if (!(await write(tx, allowed, invitationId, ctx.now()))) throw new AppError("not_found");
    await record(ctx, tx, { kind: "member.invitation_revoked", projectId });
  });
}
