import { Badge, type BadgeShape, type BadgeTone } from "@/components/ui/badge";
import type { SetState } from "@/lib/core/workflow/set-state";

const LOOKS: Record<
  SetState,
  { readonly name: string; readonly tone: BadgeTone; readonly shape: BadgeShape }
> = {
  new: { name: "new", tone: "neutral", shape: "empty" },
  in_progress: { name: "in progress", tone: "strong", shape: "half" },
  submitted: { name: "submitted", tone: "accent", shape: "full" },
  returned: { name: "returned", tone: "warn", shape: "back" },
  accepted: { name: "accepted", tone: "ok", shape: "check" },
};

/** Where an annotation set stands: a word, a shape and a tone. */
export function SetStateBadge({
  state,
  isPill,
}: {
  readonly state: SetState;
  readonly isPill?: boolean | undefined;
}) {
  const { name, tone, shape } = LOOKS[state];
  return (
    <Badge tone={tone} shape={shape} isPill={isPill}>
      {name}
    </Badge>
  );
}
