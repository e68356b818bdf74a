import { ChangePassword } from "@/lib/contracts/account";
import { logSecurity } from "@/lib/server/log";
import { otherMethods } from "@/lib/server/other-methods";
import { reply } from "@/lib/server/reply";
import { route } from "@/lib/server/route";
import { sessionCookie } from "@/lib/server/session-cookie";
import { changeOwnPassword } from "@/lib/usecases/accounts/change-own-password";
import { personOf } from "@/lib/usecases/context";

/** Every session ends with the old password; that of the browser which asked goes on under a new one. */
export const PUT = route({ body: ChangePassword }, async (ctx, { body, request }) => {
  const { sessionVersion } = await changeOwnPassword(ctx, body);
  const userId = personOf(ctx);
  logSecurity({ event: "password_changed", userId });
  const isBrowser = !request.headers.has("authorization");
  return reply(
    undefined,
    isBrowser ? { headers: { "set-cookie": await sessionCookie(userId, sessionVersion) } } : {},
  );
});

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
