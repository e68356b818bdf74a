"use server";

import { z } from "zod";
import { ChangePassword, NewToken, Profile, TokenIdSchema } from "@/lib/contracts/account";
import { action } from "@/lib/server/action";
import { beginSession } from "@/lib/server/begin-session";
import { logSecurity } from "@/lib/server/log";
import { changeOwnPassword } from "@/lib/usecases/accounts/change-own-password";
import { createToken } from "@/lib/usecases/accounts/create-token";
import { renameSelf } from "@/lib/usecases/accounts/rename-self";
import { revokeToken } from "@/lib/usecases/accounts/revoke-token";
import { personOf } from "@/lib/usecases/context";

export const renameSelfAction = action(Profile, renameSelf);

/** Every session ends with the old password; this browser's goes on under a new one. */
export const changePasswordAction = action(ChangePassword, async (ctx, input) => {
  const { sessionVersion } = await changeOwnPassword(ctx, input);
  await beginSession(personOf(ctx), sessionVersion);
  logSecurity({ event: "password_changed", userId: personOf(ctx) });
});

export const createTokenAction = action(NewToken, async (ctx, input) => {
  const token = await createToken(ctx, input);
  logSecurity({ event: "token_created", userId: personOf(ctx) });
  return token;
});

export const revokeTokenAction = action(z.strictObject({ tokenId: TokenIdSchema }), async (ctx, input) => {
  await revokeToken(ctx, input);
  logSecurity({ event: "token_revoked", userId: personOf(ctx) });
});
