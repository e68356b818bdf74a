import type { CommandId, CommandNeed, CommandSpec } from "@/lib/client/commands/commands";
import type { SessionState } from "@/lib/client/session/annotation-session";
import type { Editor } from "@/lib/client/session/editor";
import type { EditorState } from "@/lib/client/session/editor-state";
import { isEditable } from "@/lib/core/workflow/set-state";

/** What the screen around the editor does for a command. */
export interface ScreenActions {
  readonly open: (what: "labels" | "palette" | "shortcuts" | "guideline" | "submit") => void;
  readonly focusInspector: (part: "first" | "note") => void;
  readonly focusText: () => void;
  readonly hasTextFocus: () => boolean;
  /** Null where there is no such document. */
  readonly toDocument: Readonly<Record<"next" | "previous", (() => void) | null>>;
}

type Actions = Readonly<Record<CommandId, () => void>>;

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
    (...move: Parameters<Editor["moveBoundary"]>) =>
    () =>
      editor.moveBoundary(...move);
  return {
    open: () => openWhatIsPointedAt(editor, screen),
    relabel: () => screen.open("labels"),
    note: () => screen.focusInspector("note"),
    delete: () => editor.remove(),
    undo: () => editor.undo(),
    redo: () => editor.redo(),
    escape: () => (screen.hasTextFocus() ? editor.stepOut() : screen.focusText()),
    "word.next": caret("word", "forward"),
    "word.previous": caret("word", "back"),
    "line.next": caret("line", "forward"),
    "line.previous": caret("line", "back"),
    "sentence.next": caret("sentence", "forward"),
    "sentence.previous": caret("sentence", "back"),
    "paragraph.next": caret("paragraph", "forward"),
    "paragraph.previous": caret("paragraph", "back"),
    "extend.word.next": caret("word", "forward", true),
    "extend.word.previous": caret("word", "back", true),
    "extend.line.next": caret("line", "forward", true),
    "extend.line.previous": caret("line", "back", true),
    "extend.sentence.next": caret("sentence", "forward", true),
    "extend.sentence.previous": caret("sentence", "back", true),
    "extend.paragraph.next": caret("paragraph", "forward", true),
    "extend.paragraph.previous": caret("paragraph", "back", true),
    "annotation.next": () => editor.next("forward"),
    "annotation.previous": () => editor.next("back"),
    "annotation.incomplete": () => editor.next("forward", "incomplete"),
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
    "boundary.set": () => editor.setBoundary(),
    link: () => editor.startLink(),
    submit: () => screen.open("submit"),
    "document.next": () => screen.toDocument.next?.(),
    "document.previous": () => screen.toDocument.previous?.(),
    guideline: () => screen.open("guideline"),
    palette: () => screen.open("palette"),
    shortcuts: () => screen.open("shortcuts"),
  };
}

function openWhatIsPointedAt(editor: Editor, screen: ScreenActions): void {
  const { linking, place, selected } = editor.state;
  if (linking !== null) editor.linkTo();
  else if (place !== null) screen.open("labels");
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
        return isEditable(session.set.state);
      case "selected":
        return editor.selected !== null;
      case "place":
        return editor.place !== null && editor.previous !== null;
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
    }
  };
  return needs.every(has);
}
