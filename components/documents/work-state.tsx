import { SetStateBadge } from "@/components/shell/set-state-badge";
import { Badge } from "@/components/ui/badge";
import type { SetState } from "@/lib/core/workflow/set-state";

/** How far a person's own work on a document is; `none` until they open it, since no set of theirs exists. */
export type WorkState = SetState | "none";

export const WORK_STATE_NAMES: Record<WorkState, string> = {
  none: "Not opened",
  new: "New",
  in_progress: "In progress",
  submitted: "Submitted",
  returned: "Returned",
  accepted: "Accepted",
};

export function WorkStateBadge({ state }: { readonly state: WorkState }) {
  return state === "none" ? <Badge>not opened</Badge> : <SetStateBadge state={state} />;
}
