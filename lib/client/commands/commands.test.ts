import { describe, expect, it } from "vitest";
import { presetSchema } from "@/lib/core/schema/preset";
import type { Label } from "@/lib/core/schema/schema";
import { chordLabel, isChord, parseChord, type Stroke } from "@/lib/core/keyboard/chord";
import { COMMAND_GROUPS, SCREENS } from "@/lib/core/keyboard/command-spec";
import { COMMANDS, commandsOn } from "@/lib/core/keyboard/commands";
import { DEFAULT_KEYBOARD } from "@/lib/core/keyboard/keyboard";
import { Keymap, type Focus } from "./keymap";
import { keyedLabels, labelOfKey } from "./label-keys";

const commandFor = (pressed: Stroke, focus: Focus, isMac: boolean) =>
  new Keymap(DEFAULT_KEYBOARD, isMac, "annotate").commandFor(pressed, focus);
const labelKeyOf = (pressed: Stroke) => new Keymap(DEFAULT_KEYBOARD, false, "annotate").labelKeyOf(pressed);

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isAltGraph: false,
  ...more,
});

describe("the registry of commands", () => {
  it.each(SCREENS)("has no key twice on the %s screen", (screen) => {
    const keys = commandsOn(screen).flatMap((command) => command.keys);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("names each command once and puts it in a known group", () => {
    expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length);
    for (const { group } of COMMANDS) expect(COMMAND_GROUPS).toContain(group);
  });

  it("lets a single letter or sign act only in the text", () => {
    const single = COMMANDS.filter(({ keys }) => keys.some((key) => key.length === 1));
    expect(single.filter(({ scope }) => scope !== "text")).toEqual([]);
  });
});

describe("the keymap", () => {
  it.each([
    ["annotation.next", stroke("n")],
    ["end.forward", stroke("]", { code: "BracketRight" })],
    ["start.back", stroke("{", { code: "BracketLeft", shiftKey: true })],
    ["extend.word.next", stroke("ArrowRight", { shiftKey: true })],
    ["undo", stroke("z", { ctrlKey: true })],
    ["redo", stroke("Z", { ctrlKey: true, shiftKey: true })],
    ["redo", stroke("y", { ctrlKey: true })],
    ["shortcuts", stroke("?", { code: "Slash", shiftKey: true })],
    ["document.next", stroke("ArrowRight", { ctrlKey: true, altKey: true })],
    ["annotation.alike.next", stroke("N", { shiftKey: true })],
    ["end.sentence.forward", stroke("]", { code: "BracketRight", ctrlKey: true })],
    ["start.sentence.back", stroke("{", { code: "BracketLeft", ctrlKey: true, shiftKey: true })],
    ["find", stroke("f", { ctrlKey: true })],
    ["find.previous", stroke("F3", { shiftKey: true })],
  ])("finds %s", (id, pressed) => {
    expect(commandFor(pressed, "text", false)).toBe(id);
  });

  it("takes ⌘ for Ctrl on a Mac, and neither for the other", () => {
    expect(commandFor(stroke("z", { metaKey: true }), "page", true)).toBe("undo");
    expect(commandFor(stroke("z", { ctrlKey: true }), "page", true)).toBeNull();
    expect(commandFor(stroke("z", { metaKey: true }), "page", false)).toBeNull();
  });

  it("leaves letters, undo and question marks to whoever types", () => {
    for (const pressed of [stroke("n"), stroke("z", { ctrlKey: true }), stroke("?", { shiftKey: true })]) {
      expect(commandFor(pressed, "field", false)).toBeNull();
    }
    expect(commandFor(stroke("Enter", { ctrlKey: true }), "field", false)).toBe("submit");
  });

  it("finds brackets on layouts that need AltGr for them, or have a letter in their place", () => {
    const altGr = { isAltGraph: true, ctrlKey: true, altKey: true };
    expect(commandFor(stroke("[", { code: "Digit8", ...altGr }), "text", false)).toBe("end.back");
    expect(commandFor(stroke("ü", { code: "BracketLeft", ctrlKey: true }), "text", false)).toBe(
      "end.sentence.back",
    );
    expect(commandFor(stroke("ü", { code: "BracketLeft" }), "text", false)).toBe("end.back");
    expect(commandFor(stroke("Ü", { code: "BracketLeft", shiftKey: true }), "text", false)).toBe(
      "start.back",
    );
  });

  it("finds letters by their place on a layout without Latin ones, and by their print on all others", () => {
    expect(commandFor(stroke("т", { code: "KeyN" }), "text", false)).toBe("annotation.next");
    expect(isChord(parseChord("Mod+Z"), stroke("z", { code: "KeyW", ctrlKey: true }), false)).toBe(true);
  });
});

describe("how keys are shown", () => {
  it.each([
    ["Mod+Shift+Z", "⇧⌘Z", "Ctrl Shift Z"],
    ["Mod+Alt+ArrowRight", "⌥⌘→", "Ctrl Alt →"],
    ["Delete", "Del", "Del"],
  ])("%s", (chord, mac, other) => {
    expect([chordLabel(chord, true), chordLabel(chord, false)]).toEqual([mac, other]);
  });
});

describe("keys of labels", () => {
  const schema = presetSchema("claim-actor-stance");
  const withKeys = (...hotkeys: (string | null)[]) => ({
    ...schema,
    labels: schema.labels.map((label, index): Label => ({ ...label, hotkey: hotkeys[index] ?? null })),
  });

  it("are the labels' own", () => {
    expect(labelOfKey(keyedLabels(schema, DEFAULT_KEYBOARD), "2")?.key).toBe("actor");
  });

  it("are the next free digits where a label has none, or one that is a command, or another label's", () => {
    expect(keyedLabels(withKeys("2", "n", "2"), DEFAULT_KEYBOARD).map(({ key }) => key)).toEqual([
      "2",
      "1",
      "3",
    ]);
  });

  it("are also their first letters, where no command and no other label has them", () => {
    expect(keyedLabels(schema, DEFAULT_KEYBOARD).map(({ letter }) => letter)).toEqual(["c", "a", "s"]);
    const named = (...names: readonly string[]) => ({
      ...schema,
      labels: schema.labels.map((label, index) => ({ ...label, name: names[index] ?? "" })),
    });
    expect(
      keyedLabels(named("Cause", "Claim", "Note"), DEFAULT_KEYBOARD).map(({ letter }) => letter),
    ).toEqual(["c", null, null]);
    const keyboard = { ...DEFAULT_KEYBOARD, keys: { split: ["C"], note: ["F2"], relabel: ["Mod+L"] } };
    expect(keyedLabels(named("Cause", "Loss", "Move"), keyboard).map(({ letter }) => letter)).toEqual([
      null,
      "l",
      "m",
    ]);
  });

  it("are off where single characters are off", () => {
    const keyboard = { ...DEFAULT_KEYBOARD, singleCharacters: false };
    expect(keyedLabels(schema, keyboard).map(({ key, letter }) => [key, letter])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ]);
    const keymap = new Keymap(keyboard, false, "annotate");
    expect([keymap.labelKeyOf(stroke("1")), keymap.commandFor(stroke("n"), "text")]).toEqual([null, null]);
    expect(keymap.commandFor(stroke("ArrowRight"), "text")).toBe("word.next");
  });

  it("are not given to archived labels", () => {
    const archived = {
      ...schema,
      labels: schema.labels.map((label) => ({ ...label, archived: label.key === "claim" })),
    };
    expect(labelOfKey(keyedLabels(archived, DEFAULT_KEYBOARD), "1")).toBeNull();
  });

  it("are read by place where a layout prints signs on the digits", () => {
    expect(labelKeyOf(stroke("&", { code: "Digit1" }))).toBe("1");
    expect(labelKeyOf(stroke("1", { ctrlKey: true }))).toBeNull();
  });
});
