import type { NewThread, ThreadView } from "@/lib/contracts/thread";
import { AppError } from "@/lib/core/errors";
import { contentsOf } from "@/lib/db/annotation-repository";
import { insertComment, insertThread } from "@/lib/db/thread-repository";
import { inTransaction } from "@/lib/db/transaction";
import type { Context } from "../context";
import { rulesOf } from "../sets/rules-of";
import { mentionsAbout, permitOnSet, threadViews, type SetAddress } from "./set-discussion";

/**
 * Begins a conversation about a set, once however often it is sent.
 * @throws AppError `not_found` for sets that the caller may not see, `invalid` for a place that is not in the set
 */
export async function openThread(
  ctx: Context,
  { projectId, setId, id, commentId, text, annotationId, span, section }: SetAddress & NewThread,
): Promise<{ readonly items: readonly ThreadView[] }> {
  return inTransaction(
    ctx.db,
    async (tx) => {
      const { set, allowed } = await permitOnSet(ctx, tx, { projectId, setId }, "set.discuss");
      if (annotationId !== undefined) {
        const { annotations } = await contentsOf(tx, projectId, setId);
        if (!annotations.has(annotationId)) throw outOfPlace("annotationId");
      }
      const { text: article } = await rulesOf(tx, projectId, set.documentId, set.schemaVersion);
      if (span !== undefined && span.end > article.length) throw outOfPlace("span");
      const place =
        span === undefined
          ? { start: null, end: null, quote: null }
          : { ...span, quote: article.slice(span.start, span.end) };
      const at = ctx.now();
      await insertThread(tx, allowed, {
        id,
        annotationId: annotationId ?? null,
        ...place,
        section: section ?? null,
        at,
      });
      const mentions = await mentionsAbout(tx, projectId, set, text);
      await insertComment(tx, allowed, { id: commentId, threadId: id, text, mentions, at });
      return threadViews(ctx, tx, { projectId, setId });
    },
    { repeatable: true },
  );
}

function outOfPlace(path: string): AppError {
  const message = "This is not in the set. Reload the page and try again.";
  return new AppError("invalid", { faults: [{ path, code: "not_in_set", message }] });
}
