/** The keys of one stroke, as a command names them: `Mod+Shift+Z`, `[`, `ArrowLeft`. */
export interface Chord {
  readonly key: string;
  readonly mod: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
}

/** What a keyboard event says of the stroke; `AltGraph` is how many layouts reach brackets. */
export interface Stroke {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isAltGraph: boolean;
}

/** @throws RangeError on a chord without a key. */
export function parseChord(text: string): Chord {
  const parts = text.split("+");
  const key = parts.at(-1);
  if (key === undefined || key === "") throw new RangeError(`${text} is no chord`);
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  return { key, mod: has("Mod"), alt: has("Alt"), shift: has("Shift") };
}

/** The chord as a command names it: the inverse of `parseChord`. */
export function chordText({ key, mod, alt, shift }: Chord): string {
  return [mod && "Mod", alt && "Alt", shift && "Shift", key].filter((part) => part !== false).join("+");
}

/** The chord that a stroke makes, to be given to a command; null for a modifier by itself, or a key that cannot be told. */
export function chordOf(stroke: Stroke, isMac: boolean): Chord | null {
  const { key, code, altKey, shiftKey, isAltGraph } = stroke;
  const [mod, otherMod] = isMac
    ? [stroke.metaKey, stroke.ctrlKey]
    : [stroke.ctrlKey && !isAltGraph, stroke.metaKey];
  if (otherMod && !isAltGraph) return null;
  const alt = altKey && !isAltGraph;
  if (key === " ") return { key: "Space", mod, alt, shift: shiftKey };
  const letter = /^[a-z]$/i.test(key) ? key.toUpperCase() : /^Key([A-Z])$/.exec(code)?.[1];
  if (letter !== undefined) return { key: letter, mod, alt, shift: shiftKey };
  // A sign is what it prints, however the layout gets there.
  if (Array.from(key).length === 1) return { key, mod, alt, shift: false };
  return NAMED.test(key) ? { key, mod, alt, shift: shiftKey } : null;
}

const NAMED =
  /^(?:Enter|Delete|Backspace|Insert|Home|End|PageUp|PageDown|Arrow(?:Left|Right|Up|Down)|F\d{1,2})$/;

/**
 * Whether the stroke is this chord. Signs are matched by what they print, whatever keys a layout needs for them;
 * letters by what they print and, on a layout without Latin letters, by where the key lies.
 */
export function isChord(chord: Chord, stroke: Stroke, isMac: boolean): boolean {
  if (isSign(chord.key) && !chord.alt) return printsSign(chord, stroke, isMac);
  const mod = isMac ? stroke.metaKey : stroke.ctrlKey;
  const otherMod = isMac ? stroke.ctrlKey : stroke.metaKey;
  if (mod !== chord.mod || otherMod || stroke.altKey !== chord.alt || stroke.shiftKey !== chord.shift)
    return false;
  if (isLetter(chord.key)) return isLetterKey(chord.key, stroke);
  return chord.key === "Space" ? stroke.key === " " : stroke.key === chord.key;
}

/** The chord as it is printed on keys: `⌘⇧Z` on a Mac, `Ctrl Shift Z` elsewhere. */
export function chordLabel(text: string, isMac: boolean): string {
  const { key, mod, alt, shift } = parseChord(text);
  const names = isMac ? MAC_NAMES : NAMES;
  const modifiers = [alt && names.alt, shift && names.shift, mod && names.mod].filter(
    (name) => name !== false,
  );
  const ordered = isMac ? modifiers : modifiers.toReversed();
  return [...ordered, KEY_NAMES[key] ?? key].join(isMac ? "" : " ");
}

const NAMES = { mod: "Ctrl", alt: "Alt", shift: "Shift" };
const MAC_NAMES = { mod: "⌘", alt: "⌥", shift: "⇧" };
const KEY_NAMES: Readonly<Record<string, string>> = {
  PageUp: "Page ↑",
  PageDown: "Page ↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Delete: "Del",
  Escape: "Esc",
};

/** Where a US keyboard has the sign: many layouts have none there, and their hands look for it in that place. */
const SIGN_PLACES: Readonly<Record<string, { readonly code: string; readonly shift: boolean }>> = {
  "[": { code: "BracketLeft", shift: false },
  "]": { code: "BracketRight", shift: false },
  "{": { code: "BracketLeft", shift: true },
  "}": { code: "BracketRight", shift: true },
};

/** Shift is part of how a sign is reached, and so is Alt where the layout has AltGr. */
function printsSign({ key: sign, mod }: Chord, stroke: Stroke, isMac: boolean): boolean {
  const { isAltGraph, altKey, ctrlKey, metaKey } = stroke;
  const wantsMeta = mod && isMac;
  const wantsCtrl = mod && !isMac;
  // AltGr is told as Ctrl and Alt together.
  const isPlain = isAltGraph
    ? metaKey === wantsMeta && !wantsCtrl
    : !altKey && metaKey === wantsMeta && ctrlKey === wantsCtrl;
  if (!isPlain) return false;
  if (stroke.key === sign) return true;
  const place = SIGN_PLACES[sign];
  return (
    place !== undefined &&
    !isAltGraph &&
    stroke.code === place.code &&
    stroke.shiftKey === place.shift &&
    !(stroke.key in SIGN_PLACES)
  );
}

function isSign(key: string): boolean {
  return key.length === 1 && !isLetter(key);
}

function isLetter(key: string): boolean {
  return /^[A-Z]$/.test(key);
}

function isLetterKey(letter: string, { key, code }: Stroke): boolean {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase() === letter;
  return code === `Key${letter}`;
}
