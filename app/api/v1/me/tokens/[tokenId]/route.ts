import { z } from "zod";
import { TokenIdSchema } from "@/lib/contracts/account";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { revokeToken } from "@/lib/usecases/accounts/revoke-token";

export const DELETE = route({ params: z.strictObject({ tokenId: TokenIdSchema }) }, (ctx, { params }) =>
  revokeToken(ctx, params),
);

export const { GET, POST, PUT, PATCH, OPTIONS } = otherMethods({ DELETE });
