import { define, type CommandSpec, type Screen } from "./command-spec";
import { REVIEW_COMMANDS } from "./review-commands";

/** Everything that can be done by key on the annotate screen. */
const ANNOTATE_COMMANDS = [
  define(
    "open",
    "Choose a label for this place, or edit the annotation",
    "Annotate",
    "text",
    ["Enter"],
    ["edit"],
  ),
  define("relabel", "Change the label", "Annotate", "text", ["L"], ["edit", "selected"]),
  define(
    "duplicate",
    "Give the same stretch another label too",
    "Annotate",
    "text",
    ["D"],
    ["edit", "selected"],
  ),
  define("spread", "Label the same words everywhere", "Annotate", "text", ["E"], ["edit", "selected"]),
  define("keep", "Keep a label for all that is selected next", "Annotate", "text", ["K"], ["edit"]),
  define("note", "Write a note", "Annotate", "text", ["M"], ["edit", "selected"]),
  define(
    "delete",
    "Delete the annotation",
    "Annotate",
    "text",
    ["Delete", "Backspace"],
    ["edit", "selected"],
  ),
  define("undo", "Undo", "Annotate", "page", ["Mod+Z"], ["undo"]),
  define("redo", "Redo", "Annotate", "page", ["Mod+Shift+Z", "Mod+Y"], ["redo"]),
  define("escape", "Back to the text; there, leave what is selected", "Annotate", "always", ["Escape"]),

  define("word.next", "Next word", "Move in the text", "text", ["ArrowRight"]),
  define("word.previous", "Previous word", "Move in the text", "text", ["ArrowLeft"]),
  define("character.next", "Next character", "Move in the text", "text", ["."]),
  define("character.previous", "Previous character", "Move in the text", "text", [","]),
  define("line.next", "Line below", "Move in the text", "text", ["ArrowDown"]),
  define("line.previous", "Line above", "Move in the text", "text", ["ArrowUp"]),
  define("sentence.next", "Next sentence", "Move in the text", "text", ["Mod+ArrowRight"]),
  define("sentence.previous", "Previous sentence", "Move in the text", "text", ["Mod+ArrowLeft"]),
  define("paragraph.next", "Next paragraph", "Move in the text", "text", ["Mod+ArrowDown"]),
  define("paragraph.previous", "Previous paragraph", "Move in the text", "text", ["Mod+ArrowUp"]),
  define("text.start", "Beginning of the text", "Move in the text", "text", ["Mod+Home"]),
  define("text.end", "End of the text", "Move in the text", "text", ["Mod+End"]),
  define("extend.word.next", "Extend by a word", "Move in the text", "text", ["Shift+ArrowRight"]),
  define("extend.word.previous", "Extend back by a word", "Move in the text", "text", ["Shift+ArrowLeft"]),
  define("extend.character.next", "Extend by a character", "Move in the text", "text", [">"]),
  define("extend.character.previous", "Extend back by a character", "Move in the text", "text", ["<"]),
  define("extend.line.next", "Extend to the line below", "Move in the text", "text", ["Shift+ArrowDown"]),
  define("extend.line.previous", "Extend to the line above", "Move in the text", "text", ["Shift+ArrowUp"]),
  define("extend.sentence.next", "Extend by a sentence", "Move in the text", "text", [
    "Mod+Shift+ArrowRight",
  ]),
  define("extend.sentence.previous", "Extend back by a sentence", "Move in the text", "text", [
    "Mod+Shift+ArrowLeft",
  ]),
  define("extend.paragraph.next", "Extend by a paragraph", "Move in the text", "text", [
    "Mod+Shift+ArrowDown",
  ]),
  define("extend.paragraph.previous", "Extend back by a paragraph", "Move in the text", "text", [
    "Mod+Shift+ArrowUp",
  ]),

  define("annotation.next", "Next annotation", "Annotations", "text", ["N"]),
  define("annotation.previous", "Previous annotation", "Annotations", "text", ["P"]),
  define("annotation.alike.next", "Next annotation of this label", "Annotations", "text", ["Shift+N"]),
  define("annotation.alike.previous", "Previous annotation of this label", "Annotations", "text", [
    "Shift+P",
  ]),
  define("annotation.incomplete.next", "Next annotation with something missing", "Annotations", "text", [
    "I",
  ]),
  define(
    "annotation.incomplete.previous",
    "Previous annotation with something missing",
    "Annotations",
    "text",
    ["Shift+I"],
  ),
  define("annotation.unsaved.next", "Next annotation that is not saved yet", "Annotations", "text", ["U"]),
  define("annotation.unsaved.previous", "Previous annotation that is not saved yet", "Annotations", "text", [
    "Shift+U",
  ]),
  define("deleted", "Deleted annotations", "Annotations", "text", ["Shift+Delete"]),
  define("annotation.outward", "The annotation around this one", "Annotations", "text", ["Alt+ArrowUp"]),
  define("annotation.inward", "The annotation inside this one", "Annotations", "text", ["Alt+ArrowDown"]),

  define("end.forward", "Move the end on by a word", "Boundaries", "text", ["]"], ["edit", "selected"]),
  define("end.back", "Move the end back by a word", "Boundaries", "text", ["["], ["edit", "selected"]),
  define("start.forward", "Move the start on by a word", "Boundaries", "text", ["}"], ["edit", "selected"]),
  define("start.back", "Move the start back by a word", "Boundaries", "text", ["{"], ["edit", "selected"]),
  define(
    "end.character.forward",
    "Move the end on by a character",
    "Boundaries",
    "text",
    ["Alt+ArrowRight"],
    ["edit"],
  ),
  define(
    "end.character.back",
    "Move the end back by a character",
    "Boundaries",
    "text",
    ["Alt+ArrowLeft"],
    ["edit"],
  ),
  define(
    "start.character.forward",
    "Move the start on by a character",
    "Boundaries",
    "text",
    ["Alt+Shift+ArrowRight"],
    ["edit"],
  ),
  define(
    "start.character.back",
    "Move the start back by a character",
    "Boundaries",
    "text",
    ["Alt+Shift+ArrowLeft"],
    ["edit"],
  ),
  define("end.sentence.forward", "Move the end on by a sentence", "Boundaries", "text", ["Mod+]"], ["edit"]),
  define("end.sentence.back", "Move the end back by a sentence", "Boundaries", "text", ["Mod+["], ["edit"]),
  define(
    "start.sentence.forward",
    "Move the start on by a sentence",
    "Boundaries",
    "text",
    ["Mod+}"],
    ["edit"],
  ),
  define(
    "start.sentence.back",
    "Move the start back by a sentence",
    "Boundaries",
    "text",
    ["Mod+{"],
    ["edit"],
  ),
  define("split", "Cut the annotation in two at the caret", "Boundaries", "text", ["X"], ["edit", "place"]),
  define("merge", "Join with the next of the same label", "Boundaries", "text", ["J"], ["edit", "selected"]),
  define(
    "boundary.set",
    "Give the annotation the selected stretch",
    "Boundaries",
    "text",
    ["B"],
    ["edit", "place", "previous selected"],
  ),

  define("link", "Link to another annotation", "Relations", "text", ["R"], ["edit", "selected"]),

  define("find", "Find in the text", "Find", "always", ["Mod+F"]),
  define("find.next", "Next place found", "Find", "always", ["F3", "Mod+G"]),
  define("find.previous", "Previous place found", "Find", "always", ["Shift+F3", "Mod+Shift+G"]),

  define("submit", "Submit", "Document", "always", ["Mod+Enter"], ["edit"]),
  define("document.next", "Next document", "Document", "always", ["Mod+Alt+ArrowRight"], ["next"]),
  define("document.previous", "Previous document", "Document", "always", ["Mod+Alt+ArrowLeft"], ["previous"]),
  define("history", "The article as it was: history", "Document", "text", ["H"]),
  define("guideline", "Guideline", "Document", "text", ["G"]),
  define("comments", "Comments", "Document", "text", ["Shift+C"]),

  define("palette", "All commands", "Help", "always", ["Mod+K"]),
  define("shortcuts", "Keyboard shortcuts", "Help", "text", ["?"]),
] as const;

/** Everything that can be done by key: the one list behind keymaps, palettes, sheets, tooltips and help. */
export const COMMANDS = [...ANNOTATE_COMMANDS, ...REVIEW_COMMANDS] as const;

export type CommandId = (typeof COMMANDS)[number]["id"];
export type Command = CommandSpec & { readonly id: CommandId };

/** What one can do on the annotate screen. */
export type AnnotateCommandId = (typeof ANNOTATE_COMMANDS)[number]["id"];

/** What of the annotate screen can be done on the review screen too. */
const SHARED = [
  "undo",
  "escape",
  "start.forward",
  "start.back",
  "end.forward",
  "end.back",
  "document.next",
  "document.previous",
  "guideline",
  "comments",
  "palette",
  "shortcuts",
] as const satisfies readonly AnnotateCommandId[];

/** What one can do on the review screen. */
export type ReviewCommandId = (typeof REVIEW_COMMANDS)[number]["id"] | (typeof SHARED)[number];

export function isOn(screen: Screen, id: CommandId): boolean {
  const isReviewOnly = REVIEW_COMMANDS.some((one) => one.id === id);
  return screen === "review" ? isReviewOnly || SHARED.some((one) => one === id) : !isReviewOnly;
}

export function commandsOn(screen: Screen): readonly Command[] {
  return COMMANDS.filter(({ id }) => isOn(screen, id));
}

export function commandOf(id: CommandId): Command {
  const command = COMMANDS.find((one) => one.id === id);
  if (command === undefined) throw new RangeError(`no command ${id}`);
  return command;
}
