import { setSharesPresence } from "@/lib/db/user-repository";
import { personOf, type Context } from "../context";
import { requireFullRights } from "./require-full-rights";

/** Whether others see where the actor is in a document. */
export async function sharePresence(ctx: Context, { shares }: { readonly shares: boolean }): Promise<void> {
  requireFullRights(ctx);
  await setSharesPresence(ctx.db.prisma, personOf(ctx), shares);
}
