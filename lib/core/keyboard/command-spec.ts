export const COMMAND_GROUPS = [
  "Annotate",
  "Move in the text",
  "Annotations",
  "Boundaries",
  "Relations",
  "Find",
  "Document",
  "Review",
  "Help",
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

/**
 * Where its keys act: `text` while the article has focus, `page` everywhere but where one types, `always` there too.
 * Single letters act in the text only (WCAG 2.1.4).
 */
export type CommandScope = "text" | "page" | "always";

/** What there is to act on; a command that needs what is missing is shown dimmed and does nothing. */
export type CommandNeed =
  | "edit"
  | "selected"
  | "previous selected"
  | "place"
  | "undo"
  | "redo"
  | "next"
  | "previous"
  | "link"
  | "point";

/** The screens on which one works by key. One key may mean one thing on one of them and another on the other. */
export const SCREENS = ["annotate", "review"] as const;
export type Screen = (typeof SCREENS)[number];

export interface CommandSpec {
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  readonly scope: CommandScope;
  /** Chords, the one to show first: `Mod+Shift+Z`. `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
  readonly keys: readonly string[];
  readonly needs: readonly CommandNeed[];
  /** Its keys cannot be changed: one must always find out. */
  readonly isFixed: boolean;
}

/** Keeps the id's own type. */
export const define = <const Id extends string>(
  id: Id,
  title: string,
  group: CommandGroup,
  scope: CommandScope,
  keys: readonly string[],
  needs: readonly CommandNeed[] = [],
) => ({ id, title, group, scope, keys, needs, isFixed: id === "escape" }) satisfies CommandSpec;
