import { isChord, parseChord, type Chord, type Stroke } from "./chord";
import { COMMANDS, type Command, type CommandId } from "./commands";

/** What has focus: the article, something one types in, or anything else of the page. */
export type Focus = "text" | "field" | "page";

const bindings: readonly { readonly command: Command; readonly chord: Chord }[] = COMMANDS.flatMap(
  (command) => command.keys.map((keys) => ({ command, chord: parseChord(keys) })),
);

/** The command that a stroke asks for, given what has focus; null where it asks for none. */
export function commandFor(stroke: Stroke, focus: Focus, isMac: boolean): CommandId | null {
  const found = bindings.find(({ command, chord }) => acts(command, focus) && isChord(chord, stroke, isMac));
  return found?.command.id ?? null;
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

/** The digit or letter of a label that a stroke may mean: the plain key, by its place where the layout prints a sign on it. */
export function labelKeyOf(stroke: Stroke): string | null {
  if (stroke.ctrlKey || stroke.metaKey || stroke.altKey || stroke.shiftKey) return null;
  if (/^[a-z0-9]$/i.test(stroke.key)) return stroke.key.toLowerCase();
  return /^(?:Digit|Numpad)([0-9])$/.exec(stroke.code)?.[1] ?? null;
}
