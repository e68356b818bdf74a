import { chordText, parseChord, type Chord } from "./chord";
import { SCREENS } from "./command-spec";
import { commandOf, COMMANDS, isOn, type CommandId } from "./commands";

/** How one person has the keys. */
export interface Keyboard {
  /** The chords of the commands that have others than their own; an empty list: none. */
  readonly keys: Readonly<Partial<Record<CommandId, readonly string[]>>>;
  /** Whether a letter, digit or sign by itself does something (WCAG 2.1.4). */
  readonly singleCharacters: boolean;
}

export const DEFAULT_KEYBOARD: Keyboard = { keys: {}, singleCharacters: true };

/** No command has more chords than that. */
export const MOST_CHORDS = 4;

/** The chords that ask for the command on this keyboard, the one to show first. */
export function chordsOf(keyboard: Keyboard, id: CommandId): readonly string[] {
  const chords = givenChordsOf(keyboard, id);
  return keyboard.singleCharacters ? chords : chords.filter((chord) => !isSingleCharacter(parseChord(chord)));
}

/** As `chordsOf`, with those that are switched off. */
export function givenChordsOf(keyboard: Keyboard, id: CommandId): readonly string[] {
  const command = commandOf(id);
  return command.isFixed ? command.keys : (keyboard.keys[id] ?? command.keys);
}

export function isSingleCharacter({ key, mod, alt }: Chord): boolean {
  return key.length === 1 && !mod && !alt;
}

/** Why a chord cannot be given to a command. */
export type ChordProblem =
  | { readonly kind: "malformed" }
  | { readonly kind: "reserved" }
  | { readonly kind: "digit" }
  | { readonly kind: "needs_modifier" }
  | { readonly kind: "fixed" }
  | { readonly kind: "taken"; readonly by: CommandId };

/** What speaks against giving `chord` to the command on this keyboard; null where nothing does. */
export function chordProblem(keyboard: Keyboard, id: CommandId, chord: string): ChordProblem | null {
  const command = commandOf(id);
  if (command.isFixed) return { kind: "fixed" };
  if (!isChordText(chord)) return { kind: "malformed" };
  const parsed = parseChord(chord);
  if (RESERVED.has(chord)) return { kind: "reserved" };
  if (isSingleCharacter(parsed) && /[0-9]/.test(parsed.key)) return { kind: "digit" };
  if (isSingleCharacter(parsed) && command.scope !== "text") return { kind: "needs_modifier" };
  const taken = COMMANDS.find(
    (one) => one.id !== id && meet(one.id, id) && givenChordsOf(keyboard, one.id).includes(chord),
  );
  return taken === undefined ? null : { kind: "taken", by: taken.id };
}

/** Whether there is a screen that has both. */
function meet(one: CommandId, other: CommandId): boolean {
  return SCREENS.some((screen) => isOn(screen, one) && isOn(screen, other));
}

/** Everything that is wrong with a keyboard, each with the command and the place in its list. */
export function keyboardProblems(
  keyboard: Keyboard,
): readonly { readonly id: CommandId; readonly index: number; readonly problem: ChordProblem }[] {
  return COMMANDS.flatMap(({ id }) =>
    (keyboard.keys[id] ?? []).flatMap((chord, index) => {
      const problem = chordProblem(keyboard, id, chord);
      return problem === null ? [] : [{ id, index, problem }];
    }),
  );
}

/** What an older or newer version has stored, without what this one does not know. */
export function knownKeyboard(stored: {
  readonly keys: Readonly<Record<string, readonly string[]>>;
  readonly singleCharacters: boolean;
}): Keyboard {
  const own = COMMANDS.flatMap(({ id, isFixed }) => {
    const chords = stored.keys[id];
    return chords === undefined || isFixed ? [] : [[id, chords.filter(isChordText)] as const];
  });
  const { singleCharacters } = stored;
  // One by one: what has become another command's default meanwhile stays with the person's choice.
  return { keys: Object.fromEntries(own), singleCharacters };
}

const NAMED_KEYS: ReadonlySet<string> = new Set([
  "Enter",
  "Space",
  "Delete",
  "Backspace",
  "Insert",
  "Home",
  "End",
  "PageUp",
  "PageDown",
  "ArrowLeft",
  "ArrowRight",
  "ArrowUp",
  "ArrowDown",
  "F1",
  "F2",
  "F3",
  "F4",
  "F6",
  "F7",
  "F8",
  "F9",
  "F10",
]);

/** Is it a chord as `chordText` writes it, of a key that can be told? */
export function isChordText(text: string): boolean {
  const parts = text.endsWith("++") || text === "+" ? null : text.split("+");
  const key = parts?.at(-1);
  if (key === undefined || key === "") return false;
  const isKey = /^[A-Z0-9]$/.test(key) || /^[^\p{L}\p{N}\p{Z}\p{C}+]$/u.test(key) || NAMED_KEYS.has(key);
  return isKey && chordText(parseChord(text)) === text;
}

/** What browsers keep for themselves, what one types with, and what leads on by Tab and back by Escape. */
const RESERVED: ReadonlySet<string> = new Set([
  "Mod+W",
  "Mod+T",
  "Mod+N",
  "Mod+Q",
  "Mod+R",
  "Mod+L",
  "Mod+C",
  "Mod+V",
  "Mod+X",
  "Mod+A",
  "Mod+Shift+W",
  "Mod+Shift+T",
  "Mod+Shift+N",
  "Mod+Shift+Q",
  "Alt+F4",
]);
