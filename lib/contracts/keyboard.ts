import { z } from "zod";
import { commandOf, COMMANDS } from "@/lib/core/keyboard/commands";
import {
  keyboardProblems,
  MOST_CHORDS,
  type ChordProblem,
  type Keyboard,
} from "@/lib/core/keyboard/keyboard";

const IDS = COMMANDS.map(({ id }) => id);

/** The keys a person wants: complete, it replaces what they had. */
export const KeyboardSettings = z
  .strictObject({
    keys: z.partialRecord(
      z.enum(IDS),
      z
        .array(z.string().max(40))
        .max(MOST_CHORDS, `A command has at most ${MOST_CHORDS} keys.`)
        .refine((chords) => new Set(chords).size === chords.length, "The same key stands here twice."),
    ),
    singleCharacters: z.boolean(),
  })
  .transform((given, check): Keyboard => {
    for (const { id, index, problem } of keyboardProblems(given)) {
      check.addIssue({
        code: "custom",
        path: ["keys", id, index],
        message: chordProblemWords(problem),
        params: { code: problem.kind },
      });
    }
    return given;
  });

/** What lies in the database, from whatever version. */
export const StoredKeyboard = z.object({
  keys: z.record(z.string(), z.array(z.string())),
  singleCharacters: z.boolean(),
});

/** Why a command cannot have a key, and what to do. */
export function chordProblemWords(problem: ChordProblem): string {
  switch (problem.kind) {
    case "malformed":
      return "This key cannot be used. Take a letter, a sign, an arrow or F1 to F10, with Ctrl, Alt or Shift if you like.";
    case "reserved":
      return "The browser keeps these keys for itself. Take others.";
    case "digit":
      return "Digits by themselves give labels. Hold Ctrl or Alt with it, or take another key.";
    case "needs_modifier":
      return "This works everywhere on the page, so a letter by itself would get in the way of typing. Hold Ctrl or Alt with it.";
    case "fixed":
      return "These keys stay as they are, so that one always finds out.";
    case "taken":
      return `These keys are for “${commandOf(problem.by).title}”. Give that other keys first, or take others here.`;
  }
}
