import type { ProfileView } from "@/lib/contracts/account";
import { AppError } from "@/lib/core/errors";
import { userById } from "@/lib/db/user-repository";
import { personOf, type Context } from "../context";

/** Who the actor is. */
export async function ownProfile(ctx: Context): Promise<ProfileView> {
  const user = await userById(ctx.db.prisma, personOf(ctx));
  if (user === null) throw new AppError("unauthenticated");
  const { id, email, name, isAdmin, passwordHash, sharesPresence } = user;
  return { id, email, name, isAdmin, hasPassword: passwordHash !== null, sharesPresence };
}
