import { SharePresence } from "@/lib/contracts/live";
import { route } from "@/lib/server/route";
import { sharePresence } from "@/lib/usecases/accounts/share-presence";

export const PUT = route({ body: SharePresence }, (ctx, { body }) => sharePresence(ctx, body));
