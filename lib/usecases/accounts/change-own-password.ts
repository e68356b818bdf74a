import type { ChangePassword } from "@/lib/contracts/account";
import { AppError } from "@/lib/core/errors";
import { spendLinks } from "@/lib/db/one-time-link-repository";
import { inTransaction } from "@/lib/db/transaction";
import { replacePassword, userById } from "@/lib/db/user-repository";
import { personOf, type Context } from "../context";
import { hashPassword, passwordMatches } from "./password-hash";
import { requirePassword } from "./require-password";
import { requireFullRights } from "./require-full-rights";

/**
 * Changes the actor's password and ends all their sessions; the caller may begin a new one with the version returned.
 * @throws AppError `wrong_password`
 */
export async function changeOwnPassword(
  ctx: Context,
  input: ChangePassword,
): Promise<{ readonly sessionVersion: number }> {
  requireFullRights(ctx);
  const userId = personOf(ctx);
  const user = await userById(ctx.db.prisma, userId);
  if (user === null) throw new AppError("unauthenticated");
  if (!(await passwordMatches(user.passwordHash, input.currentPassword))) throw wrong();
  requirePassword(input.newPassword, user.email, "newPassword");
  const passwordHash = await hashPassword(input.newPassword);
  return inTransaction(ctx.db, async (tx) => {
    await spendLinks(tx, "password", userId, ctx.now());
    return { sessionVersion: await replacePassword(tx, userId, passwordHash) };
  });
}

function wrong(): AppError {
  const message = "This is not your current password.";
  return new AppError("wrong_password", {
    faults: [{ path: "currentPassword", code: "wrong_password", message }],
  });
}
