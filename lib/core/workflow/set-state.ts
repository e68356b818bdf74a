/** Whose work a set is: one person's, everybody's, the adjudicated result, another tool's, a model's. */
export const SET_KINDS = ["annotator", "shared", "gold", "imported", "suggested"] as const;
export type SetKind = (typeof SET_KINDS)[number];

export const SET_STATES = ["new", "in_progress", "submitted", "returned", "accepted"] as const;
export type SetState = (typeof SET_STATES)[number];

export const TRANSITIONS = {
  "set.submit": { from: ["new", "in_progress", "returned"], to: "submitted" },
  "set.return": { from: ["submitted"], to: "returned" },
  "set.accept": { from: ["submitted"], to: "accepted" },
  "set.reopen": { from: ["submitted", "accepted"], to: "in_progress" },
} as const satisfies Record<string, { from: readonly SetState[]; to: SetState }>;
export type Transition = keyof typeof TRANSITIONS;

/** The state after `transition`, or null where the table does not allow it. */
export function nextState(state: SetState, transition: Transition): SetState | null {
  const { from, to } = TRANSITIONS[transition];
  return from.some((one) => one === state) ? to : null;
}

/** Whether annotations may change while the set is in `state`. */
export function isEditable(state: SetState): boolean {
  switch (state) {
    case "new":
    case "in_progress":
    case "returned":
      return true;
    case "submitted":
    case "accepted":
      return false;
  }
}

/**
 * Whether its annotator has said that the set is done, be there something in it or nothing. A returned set is being
 * worked on again.
 */
export function isCompleted(state: SetState): boolean {
  return state === "submitted" || state === "accepted";
}
