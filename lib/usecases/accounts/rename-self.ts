import { renameUser } from "@/lib/db/user-repository";
import { personOf, type Context } from "../context";
import { requireFullRights } from "./require-full-rights";

/** Changes the name under which others see the actor. */
export async function renameSelf(ctx: Context, input: { readonly name: string }): Promise<void> {
  requireFullRights(ctx);
  await renameUser(ctx.db.prisma, personOf(ctx), input.name);
}
