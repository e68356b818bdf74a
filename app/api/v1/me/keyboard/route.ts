import { KeyboardSettings } from "@/lib/contracts/keyboard";
import { otherMethods } from "@/lib/server/other-methods";
import { route } from "@/lib/server/route";
import { readKeyboard } from "@/lib/usecases/accounts/read-keyboard";
import { writeKeyboard } from "@/lib/usecases/accounts/write-keyboard";

export const GET = route({}, readKeyboard);
export const PUT = route({ body: KeyboardSettings }, (ctx, { body }) => writeKeyboard(ctx, body));

export const { POST, PATCH, DELETE, OPTIONS } = otherMethods({ GET, PUT });
