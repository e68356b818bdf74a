import { AppError } from "@/lib/core/errors";
import { inTransaction } from "@/lib/db/transaction";
import { userByEmail } from "@/lib/db/user-repository";
import type { Context } from "../context";
import { makePasswordLink } from "./make-password-link";
import { requireAdmin } from "./require-admin";

/**
 * A link for somebody who has lost their password; the old password works until the new one is chosen.
 * @param input.email canonical
 * @throws AppError `not_found`
 */
export async function issuePasswordLink(
  ctx: Context,
  input: { readonly email: string },
): Promise<{ readonly passwordPath: string }> {
  requireAdmin(ctx);
  return inTransaction(ctx.db, async (tx) => {
    const user = await userByEmail(tx, input.email);
    if (user === null || user.disabledAt !== null)
      throw new AppError("not_found", { detail: "Nobody has this address." });
    return { passwordPath: await makePasswordLink(tx, user.id, ctx.now()) };
  });
}
