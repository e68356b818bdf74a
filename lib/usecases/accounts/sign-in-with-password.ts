import { userByEmail, type UserRow } from "@/lib/db/user-repository";
import { passwordMatches } from "./password-hash";
import type { Visit } from "./visit";

/** Who has signed in, as a new session needs it. */
export type SignedIn = Pick<UserRow, "id" | "name" | "email" | "sessionVersion">;

/**
 * The user to whom address and password belong; null for every other pair, without telling which of the two is wrong,
 * neither in words nor by the time it takes.
 * @param input.email canonical
 */
export async function signInWithPassword(
  { db }: Visit,
  input: { readonly email: string; readonly password: string },
): Promise<SignedIn | null> {
  const user = await userByEmail(db.prisma, input.email);
  const usable = user !== null && user.disabledAt === null;
  const matches = await passwordMatches(usable ? user.passwordHash : null, input.password);
  return matches ? user : null;
}
