import type { ClosedReason } from "./closed";
import type { OutboxState } from "./outbox";

/** What the screen says about where the work is. */
export interface SaveState {
  /** `saved`: the server has everything. `closed`: it takes nothing any more, and what waits is kept. */
  readonly kind: "saved" | "saving" | "offline" | "signed-out" | "closed";
  /** Why nothing can be changed, whatever the state of the set. */
  readonly closed: ClosedReason | null;
  /** Operations that the server has not answered. */
  readonly waiting: number;
  /** Operations that it did not take and that nobody has dealt with. */
  readonly refused: number;
  /** Whether what waits would survive the closing of this page. */
  readonly isOnDevice: boolean;
  /** False where the browser lends no storage at all. */
  readonly hasStorage: boolean;
}

/** `isKnown`: whether it has been looked what an earlier visit left; before, nothing is called saved. */
export function saveKind(
  outbox: OutboxState,
  waiting: number,
  isKnown: boolean,
  closed: ClosedReason | null,
): SaveState["kind"] {
  if (outbox === "signed-out") return "signed-out";
  if (closed !== null) return "closed";
  if (waiting === 0) return isKnown ? "saved" : "saving";
  return outbox === "offline" ? "offline" : "saving";
}
