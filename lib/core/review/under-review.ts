import { isCompleted, type SetKind, type SetState } from "../workflow/set-state";

/** Whether a set is laid before the reviewer: somebody's work that they have said is done. */
export function isUnderReview({
  kind,
  state,
}: {
  readonly kind: SetKind;
  readonly state: SetState;
}): boolean {
  switch (kind) {
    case "annotator":
    case "shared":
    case "imported":
      return isCompleted(state);
    case "gold":
    case "suggested":
      return false;
  }
}
