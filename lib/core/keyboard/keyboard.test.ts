import { describe, expect, it } from "vitest";
import { chordOf, chordText, parseChord, type Stroke } from "./chord";
import { COMMANDS } from "./commands";
import {
  chordProblem,
  chordsOf,
  DEFAULT_KEYBOARD,
  isChordText,
  keyboardProblems,
  knownKeyboard,
  type Keyboard,
} from "./keyboard";

const keyboard = (keys: Keyboard["keys"], singleCharacters = true): Keyboard => ({ keys, singleCharacters });
const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isAltGraph: false,
  ...more,
});

describe("a keyboard", () => {
  it("has a person's own chords in place of the command's, and leaves the others", () => {
    const own = keyboard({ link: ["F2", "Q"], guideline: [] });
    expect(chordsOf(own, "link")).toEqual(["F2", "Q"]);
    expect(chordsOf(own, "guideline")).toEqual([]);
    expect(chordsOf(own, "undo")).toEqual(["Mod+Z"]);
  });

  it("can do without single letters and signs, and keeps all other keys", () => {
    const off = keyboard({ link: ["Q", "Shift+Q", "Mod+Q", "F2"] }, false);
    expect(chordsOf(off, "link")).toEqual(["Mod+Q", "F2"]);
    expect(chordsOf(off, "end.back")).toEqual([]);
    expect(chordsOf(off, "word.next")).toEqual(["ArrowRight"]);
  });

  it("has no fault as it comes, and can be written as it is read", () => {
    for (const { keys } of COMMANDS) {
      for (const chord of keys) {
        if (chord === "Escape") continue;
        expect([chord, isChordText(chord), chordText(parseChord(chord))]).toEqual([chord, true, chord]);
      }
    }
    const all = Object.fromEntries(
      COMMANDS.filter(({ isFixed }) => !isFixed).map(({ id, keys }) => [id, keys]),
    );
    expect(keyboardProblems(keyboard(all))).toEqual([]);
  });

  it.each([
    ["link", "N", { kind: "taken", by: "annotation.next" }],
    ["link", "Mod+W", { kind: "reserved" }],
    ["link", "5", { kind: "digit" }],
    ["submit", "S", { kind: "needs_modifier" }],
    ["escape", "F2", { kind: "fixed" }],
    ["link", "Shift+Mod+Z", { kind: "malformed" }],
    ["link", "Tab", { kind: "malformed" }],
    ["link", "Ctrl+K", { kind: "malformed" }],
    ["link", "", { kind: "malformed" }],
    ["link", "Mod+5", null],
    ["link", "Alt+Shift+L", null],
    ["link", "R", null],
  ] as const)("of %s, %s is refused with %j", (id, chord, problem) => {
    expect(chordProblem(DEFAULT_KEYBOARD, id, chord)).toEqual(problem);
  });

  it("frees a key that was taken from its command", () => {
    expect(chordProblem(keyboard({ "annotation.next": ["F2"] }), "link", "N")).toBeNull();
    expect(keyboardProblems(keyboard({ link: ["N"] }))).toEqual([
      { id: "link", index: 0, problem: { kind: "taken", by: "annotation.next" } },
    ]);
    expect(keyboardProblems(keyboard({ link: ["N"], "annotation.next": ["R"] }))).toEqual([]);
  });

  it("is read without what this version does not know", () => {
    const stored = {
      keys: { link: ["F2", "Hyper+X"], gone: ["F4"], escape: ["F6"] },
      singleCharacters: false,
    };
    expect(knownKeyboard(stored)).toEqual(keyboard({ link: ["F2"] }, false));
  });
});

describe("chordOf", () => {
  it.each([
    [stroke("k", { ctrlKey: true }), "Mod+K"],
    [stroke("K", { shiftKey: true }), "Shift+K"],
    [stroke("т", { code: "KeyN", altKey: true }), "Alt+N"],
    [stroke("{", { shiftKey: true }), "{"],
    [stroke("[", { ctrlKey: true, altKey: true, isAltGraph: true }), "["],
    [stroke(" ", { ctrlKey: true }), "Mod+Space"],
    [stroke("ArrowUp", { altKey: true, shiftKey: true }), "Alt+Shift+ArrowUp"],
    [stroke("Control", { ctrlKey: true }), null],
    [stroke("Dead"), null],
    [stroke("k", { metaKey: true }), null],
  ])("reads %j", (pressed, text) => {
    const chord = chordOf(pressed, false);
    expect(chord && chordText(chord)).toBe(text);
  });

  it("takes ⌘ for Mod on a Mac", () => {
    expect(chordOf(stroke("k", { metaKey: true }), true)).toEqual(parseChord("Mod+K"));
  });
});
