import { StoredKeyboard } from "@/lib/contracts/keyboard";
import { DEFAULT_KEYBOARD, knownKeyboard, type Keyboard } from "@/lib/core/keyboard/keyboard";
import { keyboardOf } from "@/lib/db/user-repository";
import { personOf, type Context } from "../context";

/** How the actor has the keys. */
export async function readKeyboard(ctx: Context): Promise<Keyboard> {
  const stored = StoredKeyboard.safeParse(await keyboardOf(ctx.db.prisma, personOf(ctx)));
  return stored.success ? knownKeyboard(stored.data) : DEFAULT_KEYBOARD;
}
