"use client";

import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X, type LucideIcon } from "lucide-react";
import { useEffect, useRef, type KeyboardEvent } from "react";
import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { classNames } from "@/components/ui/class-names";
import { FIELD_BOX } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import type { FindOptions } from "@/lib/core/text/find-text";
import { foundWords, type Finder } from "@/lib/client/session/finder";
import { useFinderState, useWorkbench } from "./workbench";

/** Looks words up in the article: what is found is marked in the text and beside it. */
export function FindBar({ finder }: { readonly finder: Finder }) {
  const { editor, focusText } = useWorkbench();
  const keysOf = useCommandKeys();
  const state = useFinderState();
  const field = useRef<HTMLInputElement>(null);
  const { query, options } = state;

  // The field: asked for once more, it is taken up again.
  useEffect(() => {
    field.current?.select();
  }, [state.opened]);

  const leave = () => {
    const { place } = finder;
    finder.close();
    if (place !== null) editor?.goTo(place);
    focusText();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.key === "Escape") leave();
    else finder.step(event.shiftKey ? "back" : "forward");
  };
  const toggle = (option: keyof FindOptions) => () =>
    finder.search(query, { ...options, [option]: !options[option] });
  return (
    <div
      role="search"
      aria-label="Find in the text"
      className="floats absolute top-2 right-9 left-2 z-10 flex items-center gap-0.5 rounded-lg border border-line bg-paper p-1 shadow-float sm:left-auto sm:w-96"
    >
      <input
        ref={field}
        type="text"
        value={query}
        onChange={(event) => finder.search(event.target.value)}
        onKeyDown={onKeyDown}
        aria-label="Find"
        placeholder="Find"
        autoComplete="off"
        spellCheck={false}
        className={`${FIELD_BOX} h-7.5 min-w-0 flex-1 border-transparent! bg-transparent! px-2 text-base`}
      />
      <span className="shrink-0 px-1 text-sm whitespace-nowrap text-soft tabular-nums" data-testid="found">
        {foundWords(state)}
      </span>
      <Option
        icon={CaseSensitive}
        label="Match case"
        isOn={options.matchCase}
        onToggle={toggle("matchCase")}
      />
      <Option
        icon={WholeWord}
        label="Whole words"
        isOn={options.wholeWords}
        onToggle={toggle("wholeWords")}
      />
      <IconButton
        icon={ChevronUp}
        size="small"
        label="Previous place"
        keys={keysOf("find.previous")[0]}
        onPress={() => finder.step("back")}
      />
      <IconButton
        icon={ChevronDown}
        size="small"
        label="Next place"
        keys={keysOf("find.next")[0]}
        onPress={() => finder.step("forward")}
      />
      <IconButton icon={X} size="small" label="Close and go there" keys="Esc" onPress={leave} />
    </div>
  );
}

interface OptionProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

function Option({ icon: Icon, label, isOn, onToggle }: OptionProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={isOn}
      title={label}
      onClick={onToggle}
      className={classNames(
        "grid size-6.5 shrink-0 place-items-center rounded-md pointer-coarse:size-11",
        isOn ? "bg-accent text-on-accent" : "text-soft hover:bg-hover",
      )}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
