import { Email } from "@/lib/contracts/account";
import { AppError } from "@/lib/core/errors";
import { inTransaction } from "@/lib/db/transaction";
import { anybodyExists, lockFirstUser } from "@/lib/db/user-repository";
import { createFirstAdmin } from "./create-first-admin";
import { hashPassword } from "./password-hash";
import { requirePassword } from "./require-password";
import type { Visit } from "./visit";

/**
 * Unattended set-up: makes the first administrator of an empty database; otherwise does nothing.
 * @returns whether it made one
 * @throws AppError `invalid` for an address or a password that set-up would not take either.
 */
export async function ensureFirstAdmin(
  visit: Visit,
  input: { readonly email: string; readonly password: string },
): Promise<boolean> {
  if (await anybodyExists(visit.db.prisma)) return false;
  const email = canonical(input.email);
  requirePassword(input.password, email, "TRIPTYCH_ADMIN_PASSWORD");
  const passwordHash = await hashPassword(input.password);
  return inTransaction(visit.db, async (tx) => {
    await lockFirstUser(tx);
    if (await anybodyExists(tx)) return false;
    await createFirstAdmin(visit, tx, { email, name: email.split("@")[0] ?? email, passwordHash });
    return true;
  });
}

function canonical(given: string): string {
  const { data, error } = Email.safeParse(given);
  if (data !== undefined) return data;
  const message = error.issues[0]?.message ?? "";
  throw new AppError("invalid", {
    faults: [{ path: "TRIPTYCH_ADMIN_EMAIL", code: "invalid_email", message }],
  });
}
