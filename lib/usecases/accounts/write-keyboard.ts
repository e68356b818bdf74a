import type { Keyboard } from "@/lib/core/keyboard/keyboard";
import { setKeyboard } from "@/lib/db/user-repository";
import { personOf, type Context } from "../context";
import { requireFullRights } from "./require-full-rights";

/** Gives the actor these keys in place of those they had. */
export async function writeKeyboard(ctx: Context, keyboard: Keyboard): Promise<Keyboard> {
  requireFullRights(ctx);
  await setKeyboard(ctx.db.prisma, personOf(ctx), keyboard);
  return keyboard;
}
