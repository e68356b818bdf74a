import type { ThreadView } from "@/lib/contracts/thread";
import { AppError } from "@/lib/core/errors";
import type { ThreadId } from "@/lib/core/ids";
import { writeResolved } from "@/lib/db/thread-repository";
import { inTransaction } from "@/lib/db/transaction";
import type { Context } from "../context";
import { permitOnSet, threadViews, type SetAddress } from "./set-discussion";

export type ResolveThreadInput = SetAddress & { readonly threadId: ThreadId; readonly resolved: boolean };

/** Says that a conversation is done with, or takes it up again. */
export async function resolveThread(
  ctx: Context,
  { projectId, setId, threadId, resolved }: ResolveThreadInput,
): Promise<{ readonly items: readonly ThreadView[] }> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const { allowed } = await permitOnSet(ctx, tx, { projectId, setId }, "set.discuss");
      if (!(await writeResolved(tx, allowed, { id: threadId, resolved, at: ctx.now() })))
        throw new AppError("not_found");
      return threadViews(ctx, tx, { projectId, setId });
    },
    { repeatable: true },
  );
}
