import { Badge, type BadgeShape, type BadgeTone } from "@/components/ui/badge";
import type { SetState } from "@/lib/core/workflow/set-state";

/** `none`: the person has not opened the document yet, so no set of theirs exists. */
export type WorkState = SetState | "none";

export const WORK_STATE_NAMES: Record<WorkState, string> = {
  none: "Not opened",
  new: "New",
  in_progress: "In progress",
  submitted: "Submitted",
  returned: "Returned",
  accepted: "Accepted",
};

const LOOKS: Record<WorkState, { readonly tone: BadgeTone; readonly shape?: BadgeShape }> = {
  none: { tone: "neutral" },
  new: { tone: "neutral", shape: "empty" },
  in_progress: { tone: "strong", shape: "half" },
  submitted: { tone: "strong", shape: "full" },
  returned: { tone: "warn", shape: "back" },
  accepted: { tone: "ok", shape: "check" },
};

/** How far a person's work on a document is. */
export function SetStateBadge({ state }: { readonly state: WorkState }) {
  return <Badge {...LOOKS[state]}>{WORK_STATE_NAMES[state]}</Badge>;
}
