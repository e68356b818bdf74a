import type { Role } from "@/lib/core/access/actor";
import { AppError } from "@/lib/core/errors";
import { lockProject } from "@/lib/db/project-repository";
import { roleIn, setRole } from "@/lib/db/membership-repository";
import { inTransaction } from "@/lib/db/transaction";
import { record } from "../activity/record";
import { permit, type Context } from "../context";
import { requireManagerLeft, type MemberInput } from "./member";

/** Gives a member another role. @throws AppError `conflict` for the last manager, `not_found` for who is no member. */
export async function changeRole(
  ctx: Context,
  { projectId, userId, role }: MemberInput & { readonly role: Role },
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "member.manage", tx);
    await lockProject(tx, projectId);
    const before = await roleIn(tx, projectId, userId);
    if (before === null) throw new AppError("not_found");
    if (before === role) return;
    await requireManagerLeft(tx, { projectId, userId }, role);
    await setRole(tx, allowed, userId, role);
    await record(ctx, tx, {
      kind: "member.role_changed",
      projectId,
      subjectId: userId,
      details: { from: before, to: role },
    });
  });
}
