import type { ThreadView } from "@/lib/contracts/thread";
import type { Context } from "../context";
import { permitOnSet, threadViews, type SetAddress } from "./set-discussion";

/** The conversations about a set. @throws AppError `not_found` for sets that the caller may not see */
export async function listThreads(
  ctx: Context,
  address: SetAddress,
): Promise<{ readonly items: readonly ThreadView[] }> {
  await permitOnSet(ctx, ctx.db.prisma, address, "set.read");
  return threadViews(ctx, ctx.db.prisma, address);
}
