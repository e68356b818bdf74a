import { AppError } from "@/lib/core/errors";
import { revokeToken as markRevoked } from "@/lib/db/token-repository";
import { personOf, type Context } from "../context";
import { requireFullRights } from "./require-full-rights";

/** Ends one of the actor's tokens. @throws AppError `not_found` */
export async function revokeToken(ctx: Context, input: { readonly tokenId: string }): Promise<void> {
  requireFullRights(ctx);
  const revoked = await markRevoked(ctx.db.prisma, personOf(ctx), input.tokenId, ctx.now());
  if (!revoked) throw new AppError("not_found");
}
