import type { Screen } from "@/lib/core/keyboard/command-spec";
import { isChord, parseChord, type Chord, type Stroke } from "@/lib/core/keyboard/chord";
import { commandsOn, type Command, type CommandId } from "@/lib/core/keyboard/commands";
import { chordsOf, type Keyboard } from "@/lib/core/keyboard/keyboard";

/** What has focus: the article, something one types in, or anything else of the page. */
export type Focus = "text" | "field" | "page";

/** What strokes mean on one person's keyboard, on one screen. */
export class Keymap {
  readonly #bindings: readonly { readonly command: Command; readonly chord: Chord }[];
  readonly #hasLabelKeys: boolean;
  readonly #isMac: boolean;

  constructor(keyboard: Keyboard, isMac: boolean, screen: Screen) {
    this.#bindings = commandsOn(screen).flatMap((command) =>
      chordsOf(keyboard, command.id).map((chord) => ({ command, chord: parseChord(chord) })),
    );
    this.#hasLabelKeys = keyboard.singleCharacters;
    this.#isMac = isMac;
  }

  /** The command that a stroke asks for, given what has focus; null where it asks for none. */
  commandFor(stroke: Stroke, focus: Focus): CommandId | null {
    const found = this.#bindings.find(
      ({ command, chord }) => acts(command, focus) && isChord(chord, stroke, this.#isMac),
    );
    return found?.command.id ?? null;
  }

  /** The digit or letter of a label that a stroke may mean: the plain key, by its place where the layout prints a sign on it. */
  labelKeyOf(stroke: Stroke): string | null {
    if (!this.#hasLabelKeys) return null;
    if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.shiftKey) return null;
    if (/^[a-z0-9]$/i.test(stroke.key)) return stroke.key.toLowerCase();
    return /^(?:Digit|Numpad)([0-9])$/.exec(stroke.code)?.[1] ?? null;
  }
}

function acts({ scope }: Command, focus: Focus): boolean {
  switch (scope) {
    case "always":
      return true;
    case "page":
      return focus !== "field";
    case "text":
      return focus === "text";
  }
}
