import { canonicalEmail } from "@/lib/core/account/canonical-email";
import { insertAccount, userIdOfAccount, type AccountRef } from "@/lib/db/account-repository";
import type { Tx } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { userByEmail, userById, type UserRow } from "@/lib/db/user-repository";
import type { SignedIn } from "./sign-in-with-password";
import type { Visit } from "./visit";

export interface ProviderSignIn extends AccountRef {
  /** Null where the provider does not say, or does not vouch for it. */
  readonly verifiedEmail: string | null;
}

/**
 * The user who signed in at a provider: known from before, or, the first time, the one with the address that the
 * provider vouches for. Null for everybody else, since nobody signs up by signing in.
 */
export async function signInWithProvider(visit: Visit, input: ProviderSignIn): Promise<SignedIn | null> {
  return inTransaction(visit.db, async (tx) => {
    const user = (await known(tx, input)) ?? (await link(visit, tx, input));
    return user !== null && user.disabledAt === null ? user : null;
  });
}

async function known(tx: Tx, input: ProviderSignIn): Promise<UserRow | null> {
  const userId = await userIdOfAccount(tx, input);
  return userId === null ? null : userById(tx, userId);
}

async function link(visit: Visit, tx: Tx, input: ProviderSignIn): Promise<UserRow | null> {
  const email = input.verifiedEmail === null ? null : canonicalEmail(input.verifiedEmail);
  const user = email === null ? null : await userByEmail(tx, email);
  if (user !== null && user.disabledAt === null) await insertAccount(tx, input, user.id, visit.now());
  return user;
}
