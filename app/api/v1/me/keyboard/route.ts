import { KeyboardSettings } from "@/lib/contracts/keyboard";
import { route } from "@/lib/server/route";
import { readKeyboard } from "@/lib/usecases/accounts/read-keyboard";
import { writeKeyboard } from "@/lib/usecases/accounts/write-keyboard";

export const GET = route({}, readKeyboard);
export const PUT = route({ body: KeyboardSettings }, (ctx, { body }) => writeKeyboard(ctx, body));
