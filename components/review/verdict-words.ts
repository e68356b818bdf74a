import type { PointState } from "@/lib/core/review/points";
import type { Reason } from "@/lib/core/review/reasons";

/** In a word or two what was decided. */
export function verdictWords(state: PointState | null, reasons: readonly Reason[]): string {
  if (state === null) return "";
  const { verdict } = state.decision;
  switch (verdict.kind) {
    case "accept":
      return "accepted";
    case "accept-both":
      return "all accepted";
    case "fix":
      return "corrected";
    case "reject":
      return `rejected: ${reasonName(verdict.reason, reasons)}`;
    case "nothing-here":
      return `nothing here: ${reasonName(verdict.reason, reasons)}`;
  }
}

function reasonName(key: string, reasons: readonly Reason[]): string {
  return (reasons.find((reason) => reason.key === key)?.name ?? key).toLowerCase();
}
