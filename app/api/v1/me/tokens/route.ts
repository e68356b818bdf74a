import { NewToken } from "@/lib/contracts/account";
import { otherMethods } from "@/lib/server/other-methods";
import { reply } from "@/lib/server/reply";
import { route } from "@/lib/server/route";
import { createToken } from "@/lib/usecases/accounts/create-token";
import { listTokens } from "@/lib/usecases/accounts/list-tokens";

export const GET = route({}, async (ctx) => {
  const items = await listTokens(ctx);
  return { items, nextCursor: null, total: { value: items.length, capped: false } };
});

export const POST = route({ body: NewToken }, async (ctx, { body }) =>
  reply(await createToken(ctx, body), { status: 201 }),
);

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods({ GET, POST });
