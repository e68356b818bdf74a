import { z } from "zod";
import { TokenIdSchema } from "@/lib/contracts/account";
import { route } from "@/lib/server/route";
import { revokeToken } from "@/lib/usecases/accounts/revoke-token";

export const DELETE = route({ params: z.strictObject({ tokenId: TokenIdSchema }) }, (ctx, { params }) =>
  revokeToken(ctx, params),
);
