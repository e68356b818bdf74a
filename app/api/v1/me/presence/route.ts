import { SharePresence } from "@/lib/contracts/live";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { sharePresence } from "@/lib/usecases/accounts/share-presence";

export const PUT = route({ body: SharePresence }, (ctx, { body }) => sharePresence(ctx, body));

export const { GET, POST, PATCH, DELETE, OPTIONS } = otherMethods({ PUT });
