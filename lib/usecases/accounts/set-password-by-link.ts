import type { SetPasswordByLink } from "@/lib/contracts/account";
import { AppError } from "@/lib/core/errors";
import type { UserId } from "@/lib/core/ids";
import type { Queries } from "@/lib/db/client";
import { claimLink, linkByHash, spendLinks } from "@/lib/db/one-time-link-repository";
import { inTransaction } from "@/lib/db/transaction";
import { replacePassword, userById, type UserRow } from "@/lib/db/user-repository";
import { endOf } from "./check-password-link";
import { hashPassword } from "./password-hash";
import { requirePassword } from "./require-password";
import { hashSecret } from "./secret-token";
import type { Visit } from "./visit";

/**
 * Sets the password of the link's user and ends all their sessions.
 * @throws AppError `not_found` for an unknown link, `gone` for one that is used or too old.
 */
export async function setPasswordByLink(
  visit: Visit,
  input: SetPasswordByLink,
): Promise<{ readonly userId: UserId }> {
  const { db, now } = visit;
  const tokenHash = hashSecret(input.token);
  const user = await holderOf(db.prisma, tokenHash, now());
  requirePassword(input.password, user.email, "password");
  const passwordHash = await hashPassword(input.password);
  return inTransaction(db, async (tx) => {
    if (!(await claimLink(tx, tokenHash, now()))) throw gone("used");
    await spendLinks(tx, "password", user.id, now());
    await replacePassword(tx, user.id, passwordHash);
    return { userId: user.id };
  });
}

async function holderOf(queries: Queries, tokenHash: string, now: Date): Promise<UserRow> {
  const link = await linkByHash(queries, "password", tokenHash);
  const user = link?.userId == null ? null : await userById(queries, link.userId);
  if (link === null || user === null || user.disabledAt !== null) throw new AppError("not_found");
  const end = endOf(link, now);
  if (end !== null) throw gone(end);
  return user;
}

function gone(end: "used" | "expired"): AppError {
  const why = end === "used" ? "This link has been used." : "This link is too old.";
  return new AppError("gone", { detail: `${why} Ask your administrator for another one.` });
}
