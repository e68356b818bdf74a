import type { MemberView } from "@/lib/contracts/member";
import type { ProjectId } from "@/lib/core/ids";
import { membersOf } from "@/lib/db/membership-repository";
import { permit, type Context } from "../context";

/** Who is a member of the project, and after them who was. */
export async function listMembers(
  ctx: Context,
  { projectId }: { readonly projectId: ProjectId },
): Promise<{ readonly items: readonly MemberView[] }> {
  await permit(ctx, projectId, "member.read");
  const rows = await membersOf(ctx.db.prisma, projectId);
  return {
    items: rows.map(({ createdAt, disabledAt, removedAt, ...member }) => ({
      ...member,
      since: createdAt.toISOString(),
      isDisabled: disabledAt !== null,
      removedAt: removedAt?.toISOString() ?? null,
    })),
  };
}
