import type { Access } from "@/lib/core/access/actor";
import { authorize, canWithSet } from "@/lib/core/access/rules";
import { AppError } from "@/lib/core/errors";
import type { DocumentKey } from "@/lib/core/live/document-key";
import { parseCursor, type Cursor } from "@/lib/core/live/cursor";
import { cursorFault } from "@/lib/core/live/steps";
import { documentExists } from "@/lib/db/document-repository";
import { headsOf } from "@/lib/db/live-repository";
import { accessTo, type Context } from "../context";

export interface FollowInput extends DocumentKey {
  /** Where the reader stopped; null for whoever has read nothing. */
  readonly after: string | null;
}

/**
 * Finds where a reader of a document goes on.
 * @throws AppError `malformed_cursor`, `cursor_too_old`; `not_found` also for a cursor that names sets which are not
 *   the reader's to see.
 */
export async function beginFollowing(
  ctx: Context,
  { projectId, documentId, after }: FollowInput,
): Promise<{ readonly access: Access; readonly cursor: Cursor }> {
  const cursor = after === null ? null : parseCursor(after);
  if (after !== null && cursor === null) throw new AppError("malformed_cursor");
  const access = await accessTo(ctx, projectId);
  authorize(access, "document.read");
  if (!(await documentExists(ctx.db.prisma, projectId, documentId))) throw new AppError("not_found");
  const { epoch, sets } = await headsOf(ctx.db, [{ projectId, documentId }]);
  if (cursor === null) return { access, cursor: { epoch, seqs: new Map() } };
  const visible = sets.filter((set) => canWithSet(access, "set.read", set));
  switch (cursorFault(cursor, epoch, visible)) {
    case "unknown_set":
      throw new AppError("not_found");
    case "too_old":
      throw new AppError("cursor_too_old");
    case null:
      return { access, cursor };
  }
}
