"use server";

import { z } from "zod";
import { NewToken, Profile, TokenIdSchema } from "@/lib/contracts/account";
import { action } from "@/lib/server/action";
import { logSecurity } from "@/lib/server/log";
import { createToken } from "@/lib/usecases/accounts/create-token";
import { renameSelf } from "@/lib/usecases/accounts/rename-self";
import { revokeToken } from "@/lib/usecases/accounts/revoke-token";
import { personOf } from "@/lib/usecases/context";

export const renameSelfAction = action(Profile, renameSelf);

export const createTokenAction = action(NewToken, async (ctx, input) => {
  const token = await createToken(ctx, input);
  logSecurity({ event: "token_created", userId: personOf(ctx) });
  return token;
});

export const revokeTokenAction = action(z.strictObject({ tokenId: TokenIdSchema }), async (ctx, input) => {
  await revokeToken(ctx, input);
  logSecurity({ event: "token_revoked", userId: personOf(ctx) });
});
