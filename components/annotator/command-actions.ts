import type { CommandNeed, CommandSpec } from "@/lib/core/keyboard/command-spec";
import type { AnnotateCommandId, CommandId } from "@/lib/core/keyboard/commands";
import { isChangeable, type SessionState } from "@/lib/client/session/annotation-session";
import type { LabelPurpose } from "./label-menu";
import type { Editor } from "@/lib/client/session/editor";
import type { EditorState } from "@/lib/client/session/editor-state";

/** What the screen around the editor does for a command. */
export interface ScreenActions {
  readonly open: (
    what: LabelPurpose | "palette" | "shortcuts" | "guideline" | "comments" | "submit" | "deleted",
  ) => void;
  readonly toggleHistory: () => void;
  readonly focusInspector: (part: "first" | "note") => void;
  readonly focusText: () => void;
  readonly find: Readonly<Record<"open" | "next" | "previous", () => void>>;
  readonly hasTextFocus: () => boolean;
  /** Null where there is no such document. */
  readonly toDocument: Readonly<Record<"next" | "previous", (() => void) | null>>;
}

type Actions = Readonly<Record<AnnotateCommandId, () => void>>;

/** What can be done while nothing can be changed: before the set is open, and while one looks at how it was. */
export function lookingActions(screen: ScreenActions): Pick<Actions, LookingCommand> {
  return {
    find: () => screen.find.open(),
    "find.next": () => screen.find.next(),
    "find.previous": () => screen.find.previous(),
    "document.next": () => screen.toDocument.next?.(),
    "document.previous": () => screen.toDocument.previous?.(),
    history: () => screen.toggleHistory(),
    guideline: () => screen.open("guideline"),
    palette: () => screen.open("palette"),
    shortcuts: () => screen.open("shortcuts"),
  };
}

const LOOKING = [
  "find",
  "find.next",
  "find.previous",
  "document.next",
  "document.previous",
  "history",
  "guideline",
  "palette",
  "shortcuts",
] as const satisfies readonly CommandId[];
type LookingCommand = (typeof LOOKING)[number];

export function isLooking(id: CommandId): id is LookingCommand {
  return LOOKING.some((one) => one === id);
}

/** Every command and what it does: total, so that none can be listed and do nothing. */
export function commandActions(editor: Editor, screen: ScreenActions): Actions {
  const caret =
    (
      ...[unit, direction, extend = false]: [
        Parameters<Editor["moveCaret"]>[0],
        Parameters<Editor["moveCaret"]>[1],
        boolean?,
      ]
    ) =>
    () =>
      editor.moveCaret(unit, direction, extend);
  const boundary =
    (...move: Parameters<Editor["reshaper"]["moveBoundary"]>) =>
    () =>
      editor.reshaper.moveBoundary(...move);
  return {
    ...lookingActions(screen),
    open: () => openWhatIsPointedAt(editor, screen),
    relabel: () => screen.open("label"),
    duplicate: () => screen.open("duplicate"),
    spread: () => editor.spreader.start(),
    keep: () => screen.open("keep"),
    note: () => screen.focusInspector("note"),
    delete: () => editor.remove(),
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    escape: () => (screen.hasTextFocus() ? editor.stepOut() : screen.focusText()),
    "word.next": caret("word", "forward"),
    "word.previous": caret("word", "back"),
    "character.next": caret("character", "forward"),
    "character.previous": caret("character", "back"),
    "line.next": caret("line", "forward"),
    "line.previous": caret("line", "back"),
    "sentence.next": caret("sentence", "forward"),
    "sentence.previous": caret("sentence", "back"),
    "paragraph.next": caret("paragraph", "forward"),
    "paragraph.previous": caret("paragraph", "back"),
    "text.start": () => editor.moveToEdge("start"),
    "text.end": () => editor.moveToEdge("end"),
    "extend.word.next": caret("word", "forward", true),
    "extend.word.previous": caret("word", "back", true),
    "extend.character.next": caret("character", "forward", true),
    "extend.character.previous": caret("character", "back", true),
    "extend.line.next": caret("line", "forward", true),
    "extend.line.previous": caret("line", "back", true),
    "extend.sentence.next": caret("sentence", "forward", true),
    "extend.sentence.previous": caret("sentence", "back", true),
    "extend.paragraph.next": caret("paragraph", "forward", true),
    "extend.paragraph.previous": caret("paragraph", "back", true),
    "annotation.next": () => editor.next("forward"),
    "annotation.previous": () => editor.next("back"),
    "annotation.alike.next": () => editor.next("forward", "alike"),
    "annotation.alike.previous": () => editor.next("back", "alike"),
    "annotation.incomplete.next": () => editor.next("forward", "incomplete"),
    "annotation.incomplete.previous": () => editor.next("back", "incomplete"),
    "annotation.unsaved.next": () => editor.next("forward", "unsaved"),
    "annotation.unsaved.previous": () => editor.next("back", "unsaved"),
    "annotation.outward": () => editor.climb("outward"),
    "annotation.inward": () => editor.climb("inward"),
    "end.forward": boundary("end", "word", "forward"),
    "end.back": boundary("end", "word", "back"),
    "start.forward": boundary("start", "word", "forward"),
    "start.back": boundary("start", "word", "back"),
    "end.character.forward": boundary("end", "character", "forward"),
    "end.character.back": boundary("end", "character", "back"),
    "start.character.forward": boundary("start", "character", "forward"),
    "start.character.back": boundary("start", "character", "back"),
    "end.sentence.forward": boundary("end", "sentence", "forward"),
    "end.sentence.back": boundary("end", "sentence", "back"),
    "start.sentence.forward": boundary("start", "sentence", "forward"),
    "start.sentence.back": boundary("start", "sentence", "back"),
    split: () => editor.reshaper.split(),
    merge: () => editor.reshaper.merge(),
    "boundary.set": () => editor.reshaper.setBoundary(),
    link: () => editor.linker.start(),
    submit: () => screen.open("submit"),
    deleted: () => screen.open("deleted"),
    comments: () => screen.open("comments"),
  };
}

function openWhatIsPointedAt(editor: Editor, screen: ScreenActions): void {
  const { spread, linking, place, selected, armed } = editor.state;
  if (spread !== null) editor.spreader.confirm();
  else if (linking !== null) editor.linker.linkTo();
  else if (place !== null && armed !== null) editor.label(armed);
  else if (place !== null) screen.open("label");
  else if (selected !== null) screen.focusInspector("first");
}

/** Whether there is what the command needs. */
export function isAvailable(
  { needs }: CommandSpec,
  editor: EditorState,
  session: SessionState,
  screen: ScreenActions,
): boolean {
  const has = (need: CommandNeed): boolean => {
    switch (need) {
      case "edit":
        return isChangeable(session);
      case "selected":
        return editor.selected !== null;
      case "place":
        return editor.place !== null;
      case "previous selected":
        return editor.previous !== null;
      case "link":
        return editor.linking !== null;
      case "undo":
        return session.canUndo;
      case "redo":
        return session.canRedo;
      case "next":
        return screen.toDocument.next !== null;
      case "previous":
        return screen.toDocument.previous !== null;
      case "point":
        return false;
    }
  };
  return needs.every(has);
}
