import type { Label, Schema } from "@/lib/core/schema/schema";
import { COMMANDS } from "./commands";

/** A label that can be given, and the key that gives it. */
export interface KeyedLabel {
  readonly label: Label;
  /** Null where it has none of its own and all digits are taken. */
  readonly key: string | null;
}

const COMMAND_LETTERS: ReadonlySet<string> = new Set(
  COMMANDS.flatMap(({ keys }) => keys.map((key) => key.toLowerCase())),
);
const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];

/**
 * The labels in use, each with its own key, or else the next free digit. A letter that is a command keeps being the
 * command.
 */
export function keyedLabels(schema: Schema): readonly KeyedLabel[] {
  const labels = schema.labels.filter((label) => !label.archived);
  const own = new Map<Label, string>();
  for (const label of labels) {
    const key = label.hotkey;
    if (key !== null && !COMMAND_LETTERS.has(key) && ![...own.values()].includes(key)) own.set(label, key);
  }
  const free = DIGITS.filter((digit) => ![...own.values()].includes(digit));
  return labels.map((label) => ({ label, key: own.get(label) ?? free.shift() ?? null }));
}

export function labelOfKey(schema: Schema, key: string): Label | null {
  return keyedLabels(schema).find((keyed) => keyed.key === key)?.label ?? null;
}
