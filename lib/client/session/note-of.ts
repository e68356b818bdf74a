import type { Refusal } from "@/lib/core/annotation/operation";
import { REFUSAL_MESSAGES } from "@/lib/contracts/refusals";
import type { RefusalNote } from "./shelf";

export function noteOf(reason: Refusal): RefusalNote {
  return { code: reason, message: REFUSAL_MESSAGES[reason] };
}
