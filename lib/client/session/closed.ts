import type { Refusal } from "@/lib/core/annotation/operation";
import { REFUSAL_MESSAGES } from "@/lib/contracts/refusals";
import type { Reply } from "../api/reply";

/** Why the server takes nothing for a set any more: its document lies in the trash, is out of sight, or may only be read. */
export type ClosedReason = "trash" | "gone" | "rights";

export const CLOSED_MESSAGES: Readonly<Record<ClosedReason, string>> = {
  trash: "The document is in the trash, so nothing can be changed.",
  gone: "The document is not available to you any more, so nothing can be changed.",
  rights: "You may not annotate this document any more.",
};

/** What `reply` says of the set as a whole; null where it is about what was sent. */
export function closedReason(reply: Extract<Reply<never>, { kind: "refused" }>): ClosedReason | null {
  if (reply.code === "forbidden") return "rights";
  if (reply.code !== "not_found") return null;
  return reply.faults.some(({ code }) => code === "in_trash") ? "trash" : "gone";
}

/** Why something was not done here. */
export function notDoneMessage(reason: Refusal | ClosedReason): string {
  return isClosedReason(reason) ? CLOSED_MESSAGES[reason] : REFUSAL_MESSAGES[reason];
}

function isClosedReason(reason: Refusal | ClosedReason): reason is ClosedReason {
  return Object.hasOwn(CLOSED_MESSAGES, reason);
}
