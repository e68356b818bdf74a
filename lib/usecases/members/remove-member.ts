import { AppError } from "@/lib/core/errors";
import { archiveMember, roleIn } from "@/lib/db/membership-repository";
import { lockProject } from "@/lib/db/project-repository";
import { inTransaction } from "@/lib/db/transaction";
import { record } from "../activity/record";
import { permit, type Context } from "../context";
import { requireManagerLeft, type MemberInput } from "./member";

/**
 * Takes somebody out of the project. What they did stays, under their name, and is there again when they come back.
 * @throws AppError `conflict` for the last manager, `not_found` for who is no member.
 */
export async function removeMember(ctx: Context, { projectId, userId }: MemberInput): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "member.manage", tx);
    await lockProject(tx, projectId);
    const role = await roleIn(tx, projectId, userId);
    if (role === null) throw new AppError("not_found");
    await requireManagerLeft(tx, { projectId, userId }, null);
    await archiveMember(tx, allowed, userId, ctx.now());
    await record(ctx, tx, { kind: "member.removed", projectId, subjectId: userId, details: { role } });
  });
}
