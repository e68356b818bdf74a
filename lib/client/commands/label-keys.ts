import { commandsOn } from "@/lib/core/keyboard/commands";
import { chordsOf, type Keyboard } from "@/lib/core/keyboard/keyboard";
import type { Label, Schema } from "@/lib/core/schema/schema";

/** A label that can be given, and the keys that give it. */
export interface KeyedLabel {
  readonly label: Label;
  /** The key to show. Null where it has none of its own and all digits are taken, or such keys are switched off. */
  readonly key: string | null;
  /** The first letter of its name, where nothing else has it. */
  readonly letter: string | null;
}

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"];

/**
 * The labels in use, each with its own key, or else the next free digit, and with its first letter. A letter that is
 * a command keeps being the command.
 */
export function keyedLabels(schema: Schema, keyboard: Keyboard): readonly KeyedLabel[] {
  const labels = schema.labels.filter((label) => !label.archived);
  if (!keyboard.singleCharacters) return labels.map((label) => ({ label, key: null, letter: null }));
  const taken = new Set(
    commandsOn("annotate").flatMap(({ id }) => chordsOf(keyboard, id).map((chord) => chord.toLowerCase())),
  );
  const take = (key: string | null | undefined): string | null => {
    if (key === null || key === undefined || taken.has(key)) return null;
    taken.add(key);
    return key;
  };
  const own = new Map(labels.map((label) => [label, take(label.hotkey)]));
  const keys = new Map(
    labels.map((label) => [label, own.get(label) ?? take(DIGITS.find((one) => !taken.has(one)))]),
  );
  return labels.map((label) => ({
    label,
    key: keys.get(label) ?? null,
    letter: take(/^[a-z]/.exec(label.name.toLowerCase())?.[0]),
  }));
}

export function labelOfKey(labels: readonly KeyedLabel[], key: string): Label | null {
  return labels.find((keyed) => keyed.key === key || keyed.letter === key)?.label ?? null;
}
