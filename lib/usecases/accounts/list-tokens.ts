import type { TokenView } from "@/lib/contracts/account";
import { tokensOf } from "@/lib/db/token-repository";
import { personOf, type Context } from "../context";
import { requireFullRights } from "./require-full-rights";

/** The actor's tokens, newest first. What a token says is not among it: nobody but its maker ever knew. */
export async function listTokens(ctx: Context): Promise<readonly TokenView[]> {
  requireFullRights(ctx);
  const tokens = await tokensOf(ctx.db.prisma, personOf(ctx));
  return tokens.map(({ createdAt, expiresAt, lastUsedAt, ...token }) => ({
    ...token,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}
