import type { DecisionRefusal } from "@/lib/core/review/check-decision";
import { REFUSAL_MESSAGES } from "./refusals";

/** What a reviewer reads when a decision was not taken: why, and what can be done about it. */
const DECISION_MESSAGES: Readonly<Record<DecisionRefusal, string>> = {
  not_found: "What this decides on is not there any more. Reload the page.",
  superseded: "The annotator has changed this since you opened the page. Reload it and look again.",
  not_one_cluster: "Something else stands here by now. Reload the page and look again.",
  already_decided: "Somebody else has decided this meanwhile. Reload the page to see what.",
  unknown_decision: "The decision that this takes the place of does not hold any more. Reload the page.",
  not_seen: "This accepts something that was not on the page. Reload it and look again.",
  one_reading: "There is only one reading here, so accept that one.",
  unknown_reason: "The project has no such reason any more. Reload the page.",
  out_of_text: "The span lies beyond the end of the text.",
  exists: "This was decided before.",
  ends_not_in_gold: "Both annotations that this relation links must be accepted first.",
};

/** In words why a decision was refused, whether it does not hold itself or the gold set cannot take it. */
export function decisionRefusalWords(reason: string): string {
  const words: Readonly<Record<string, string>> = { ...REFUSAL_MESSAGES, ...DECISION_MESSAGES };
  return reason === "locked"
    ? "This document has been accepted as gold. Reopen it to decide anew."
    : (words[reason] ?? "This could not be decided. Reload the page and look again.");
}
