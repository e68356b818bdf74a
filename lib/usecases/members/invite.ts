import type { CreatedInvitation, NewInvitation } from "@/lib/contracts/member";
import { AppError } from "@/lib/core/errors";
import type { ProjectId } from "@/lib/core/ids";
import { insertInvitation, invitationByHash, invitationsSince } from "@/lib/db/invitation-repository";
import { inTransaction } from "@/lib/db/transaction";
import { record } from "../activity/record";
import { hashSecret, newSecret } from "../accounts/secret-token";
import { permit, type Context } from "../context";
import { toInvitationView } from "./invitation-view";

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;
const MOST_PER_HOUR = 50;

/**
 * Makes a link by which one person becomes a member, once.
 * @throws AppError `rate_limited` where the project has given out fifty within the hour.
 */
export async function invite(
  ctx: Context,
  { projectId, role, email, days }: NewInvitation & { readonly projectId: ProjectId },
): Promise<CreatedInvitation> {
  const token = newSecret();
  const tokenHash = hashSecret(token);
  return inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "member.manage", tx);
    const createdAt = ctx.now();
    const recent = await invitationsSince(tx, projectId, new Date(createdAt.getTime() - HOUR_MS));
    if (recent >= MOST_PER_HOUR) throw new AppError("rate_limited", { retryAfterSeconds: HOUR_MS / 1000 });
    await insertInvitation(tx, allowed, {
      id: ctx.newId<"invitation">(),
      tokenHash,
      role,
      email,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + days * DAY_MS),
    });
    await record(ctx, tx, { kind: "member.invited", projectId, details: { role } });
    const made = await invitationByHash(tx, projectId, tokenHash);
    if (made === null) throw new RangeError("the invitation vanished");
    return { ...toInvitationView(made, createdAt), path: `/invitation/${projectId}?token=${token}` };
  });
}
