"use client";

import {
  BookOpen,
  ChevronLeft,
  ChevronRight,
  Command,
  Ellipsis,
  History,
  MessageSquare,
  Search,
  Trash2,
} from "lucide-react";
import type { CommandId } from "@/lib/core/keyboard/commands";
import { CommandKbd } from "@/components/keyboard/command-kbd";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { Menu } from "@/components/ui/menu";
import { MenuItem } from "@/components/ui/menu-item";
import { Swatch } from "@/components/ui/swatch";
import { isChangeable } from "@/lib/client/session/annotation-session";
import { useEditorState, useSessionState, useWorkbench } from "./workbench";

const HINTS: readonly { readonly words: string; readonly commands: readonly CommandId[] }[] = [
  { words: "extend", commands: ["extend.word.next"] },
  { words: "border", commands: ["end.back", "end.forward"] },
  { words: "link", commands: ["link"] },
  { words: "next", commands: ["annotation.next"] },
];
const OPENERS = [
  { words: "commands", command: "palette" },
  { words: "help", command: "shortcuts" },
] as const;

export interface PaletteBarProps {
  readonly onRun: (id: CommandId) => void;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
}

/** The labels, each with its key, under the text. Without a selection a label waits for the next stretch. */
export function PaletteBar({ onRun, hasNext, hasPrevious }: PaletteBarProps) {
  const { labels, editor, focusText } = useWorkbench();
  const { armed } = useEditorState();
  const canEdit = isChangeable(useSessionState()) && editor !== null;
  return (
    <footer className="flex shrink-0 items-center gap-4 border-t border-line bg-paper px-3 py-2 pb-[max(0.5rem,env(safe-area-inset-bottom))] sm:px-4">
      <div role="toolbar" aria-label="Labels" className="flex min-w-0 flex-1 gap-2 overflow-x-auto p-0.5">
        {labels.map(({ label, key }) => (
          <button
            key={label.key}
            type="button"
            disabled={!canEdit}
            aria-pressed={armed === label.key}
            title={label.description}
            // The selection in the text must outlive the press.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              editor?.label(label.key);
              focusText();
            }}
            className={classNames(
              "inline-flex h-7.5 shrink-0 items-center gap-2 rounded-md border bg-paper pr-2 pl-2.5 font-medium transition-colors hover:bg-[linear-gradient(var(--hover),var(--hover))] disabled:opacity-50 pointer-coarse:h-11",
              armed === label.key ? "border-accent bg-accent-wash ring-1 ring-accent" : "border-line",
            )}
          >
            <Swatch color={label.color} className="size-3.5" />
            {label.name}
            {key !== null && <Kbd className="max-sm:hidden">{key.toUpperCase()}</Kbd>}
          </button>
        ))}
        {labels.length === 0 && (
          <p className="py-1 text-soft">The schema has no labels yet, so nothing can be marked.</p>
        )}
      </div>
      <div className="shrink-0 md:hidden">
        <Menu
          label="More to do"
          placement="top end"
          trigger={<IconButton variant="quiet" icon={Ellipsis} label="More to do" />}
        >
          <MenuItem icon={ChevronLeft} isDisabled={!hasPrevious} onAction={() => onRun("document.previous")}>
            Previous document
          </MenuItem>
          <MenuItem icon={ChevronRight} isDisabled={!hasNext} onAction={() => onRun("document.next")}>
            Next document
          </MenuItem>
          <MenuItem icon={BookOpen} onAction={() => onRun("guideline")}>
            Guideline
          </MenuItem>
          <MenuItem icon={MessageSquare} onAction={() => onRun("comments")}>
            Comments
          </MenuItem>
          <MenuItem icon={Search} onAction={() => onRun("find")}>
            Find in the text
          </MenuItem>
          <MenuItem icon={History} onAction={() => onRun("history")}>
            The article as it was
          </MenuItem>
          <MenuItem icon={Trash2} onAction={() => onRun("deleted")}>
            Deleted annotations
          </MenuItem>
          <MenuItem icon={Command} onAction={() => onRun("palette")}>
            All commands
          </MenuItem>
        </Menu>
      </div>
      <ul className="flex shrink-0 items-center gap-4 text-soft max-xl:hidden">
        {HINTS.map(({ words, commands }) => (
          <li key={words} className="inline-flex items-center gap-1.5">
            {words}
            {commands.map((id) => (
              <CommandKbd key={id} command={id} className="opacity-100!" />
            ))}
          </li>
        ))}
        {OPENERS.map(({ words, command }) => (
          <li key={words}>
            <button
              type="button"
              onClick={() => onRun(command)}
              className="inline-flex items-center gap-1.5 rounded-sm hover:text-ink"
            >
              {words}
              <CommandKbd command={command} className="opacity-100!" />
            </button>
          </li>
        ))}
      </ul>
    </footer>
  );
}
