import { AppError } from "@/lib/core/errors";
import type { UserId } from "@/lib/core/ids";
import type { Tx } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { userByEmail, userById, type UserRow } from "@/lib/db/user-repository";
import { record } from "../activity/record";
import type { Context } from "../context";
import { makePasswordLink } from "./make-password-link";
import { requireAdmin } from "./require-admin";

interface PasswordLink {
  readonly passwordPath: string;
}

/**
 * A link for somebody who has lost their password; the old password works until the new one is chosen.
 * @param input.email canonical
 * @throws AppError `not_found`
 */
export async function issuePasswordLink(
  ctx: Context,
  { email }: { readonly email: string },
): Promise<PasswordLink> {
  return issue(ctx, (tx) => userByEmail(tx, email));
}

/** The same, for who is known by their id. */
export async function issuePasswordLinkFor(
  ctx: Context,
  { userId }: { readonly userId: UserId },
): Promise<PasswordLink> {
  return issue(ctx, (tx) => userById(tx, userId));
}

async function issue(ctx: Context, find: (tx: Tx) => Promise<UserRow | null>): Promise<PasswordLink> {
  requireAdmin(ctx);
  return inTransaction(ctx.db, async (tx) => {
    const user = await find(tx);
    if (user === null || user.disabledAt !== null)
      throw new AppError("not_found", { detail: "Nobody has this address." });
    await record(ctx, tx, { kind: "password.link_made", subjectId: user.id });
    return { passwordPath: await makePasswordLink(tx, user.id, ctx.now()) };
  });
}
