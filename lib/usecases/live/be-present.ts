import { authorizeSet } from "@/lib/core/access/rules";
import { AppError } from "@/lib/core/errors";
import type { DocumentKey } from "@/lib/core/live/document-key";
import type { BePresent } from "@/lib/contracts/live";
import { findSet } from "@/lib/db/set-repository";
import { userById } from "@/lib/db/user-repository";
import { accessTo, personOf, type Context } from "../context";

/**
 * Says where the actor is, to those who may see the set they are at work in. Whoever has turned this off is shown to
 * nobody, whatever their pages say.
 * @throws AppError `not_found` for a set that is not theirs to see, or not of this document.
 */
export async function bePresent(
  ctx: Context,
  { projectId, documentId, clientId, place }: DocumentKey & BePresent,
): Promise<void> {
  const userId = personOf(ctx);
  const access = await accessTo(ctx, projectId);
  if (access.role === null) throw new AppError("not_found");
  if (place !== null) {
    const set = await findSet(ctx.db.prisma, projectId, place.set);
    if (set === null || set.documentId !== documentId) throw new AppError("not_found");
    authorizeSet(access, "set.read", set);
  }
  const isShown = place !== null && (await userById(ctx.db.prisma, userId))?.sharesPresence === true;
  ctx.show({ projectId, documentId, userId, clientId, place: isShown ? place : null });
}
