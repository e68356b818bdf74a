import type { NewComment, ThreadView } from "@/lib/contracts/thread";
import { AppError } from "@/lib/core/errors";
import type { ThreadId } from "@/lib/core/ids";
import { insertComment, threadsOf } from "@/lib/db/thread-repository";
import { inTransaction } from "@/lib/db/transaction";
import type { Context } from "../context";
import { mentionsAbout, permitOnSet, threadViews, type SetAddress } from "./set-discussion";

/** Answers in a conversation, once however often it is sent. */
export async function addComment(
  ctx: Context,
  { projectId, setId, threadId, id, text }: SetAddress & NewComment & { readonly threadId: ThreadId },
): Promise<{ readonly items: readonly ThreadView[] }> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const { set, allowed } = await permitOnSet(ctx, tx, { projectId, setId }, "set.discuss");
      const threads = await threadsOf(tx, { projectId, setId, reader: ctx.actor.userId });
      if (!threads.some((thread) => thread.id === threadId)) throw new AppError("not_found");
      const mentions = await mentionsAbout(tx, projectId, set, text);
      await insertComment(tx, allowed, { id, threadId, text, mentions, at: ctx.now() });
      return threadViews(ctx, tx, { projectId, setId });
    },
    { repeatable: true },
  );
}
