import type { CompleteSetUp } from "@/lib/contracts/account";
import { AppError } from "@/lib/core/errors";
import { claimLink, linkByHash } from "@/lib/db/one-time-link-repository";
import { inTransaction } from "@/lib/db/transaction";
import { anybodyExists, lockFirstUser } from "@/lib/db/user-repository";
import { createFirstAdmin, type MadeAdmin } from "./create-first-admin";
import { hashPassword } from "./password-hash";
import { requirePassword } from "./require-password";
import { hashSecret } from "./secret-token";
import type { Visit } from "./visit";

/**
 * Makes the first administrator by the link that `npm start` printed.
 * @throws AppError `not_found` for another link, and for every link once anybody exists.
 */
export async function completeSetUp(visit: Visit, input: CompleteSetUp): Promise<MadeAdmin> {
  const { name, email, password } = input;
  const tokenHash = hashSecret(input.token);
  // Hashing is costly: only for whoever holds the link.
  if ((await linkByHash(visit.db.prisma, "set-up", tokenHash)) === null) throw new AppError("not_found");
  requirePassword(password, email, "password");
  const passwordHash = await hashPassword(password);
  return inTransaction(visit.db, async (tx) => {
    await lockFirstUser(tx);
    if ((await anybodyExists(tx)) || !(await claimLink(tx, tokenHash, visit.now())))
      throw new AppError("not_found");
    return createFirstAdmin(visit, tx, { name, email, passwordHash });
  });
}
