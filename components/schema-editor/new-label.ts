import { PALETTE } from "@/lib/core/schema/schema";
import type { LabelDraft } from "./schema-draft";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** A label to fill in, with the first colour and the first digit that no other label has. */
export function newLabel(others: readonly LabelDraft[]): LabelDraft {
  return {
    isNew: true,
    key: "",
    name: "",
    color: PALETTE.find((color) => others.every((label) => label.color !== color)) ?? "slate",
    hotkey: DIGITS.find((digit) => others.every((label) => label.hotkey !== digit)) ?? "",
    description: "",
    archived: false,
    attributes: [],
  };
}
