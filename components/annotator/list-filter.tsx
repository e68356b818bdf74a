"use client";

import { ArrowDownWideNarrow } from "lucide-react";
import type { KeyboardEvent, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { FIELD_BOX } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Menu } from "@/components/ui/menu";
import { MenuChoice } from "@/components/ui/menu-choice";
import { SORTS, type ListView, type Sort } from "./list-view";
import { useWorkbench } from "./workbench";

const SORT_WORDS: Readonly<Record<Sort, string>> = {
  text: "In the order of the text",
  newest: "Newest first",
  label: "By label",
};

export interface ListFilterProps {
  readonly view: ListView;
  readonly onView: (view: ListView) => void;
  /** Whether some are not saved for longer than a moment. */
  readonly hasUnsaved: boolean;
  /** Gives the list the keyboard. */
  readonly onLeave: () => void;
}

/** Which annotations the list shows, and in which order. */
export function ListFilter({ view, onView, hasUnsaved, onLeave }: ListFilterProps) {
  const { schema } = useWorkbench();
  const onKeyDown = (event: KeyboardEvent) => {
    const isClearing = event.key === "Escape" && view.words !== "";
    if (!isClearing && event.key !== "ArrowDown" && event.key !== "Enter") return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (isClearing) onView({ ...view, words: "" });
    else onLeave();
  };
  return (
    <>
      <div className="flex items-center gap-1 px-4 pb-1.5">
        <input
          type="text"
          value={view.words}
          onChange={(event) => onView({ ...view, words: event.target.value })}
          onKeyDown={onKeyDown}
          aria-label="Filter the annotations by words"
          placeholder="Filter"
          autoComplete="off"
          className={`${FIELD_BOX} h-6.5 min-w-0 flex-1 px-2 text-base`}
        />
        <Menu
          label="Order"
          placement="bottom end"
          trigger={
            <IconButton icon={ArrowDownWideNarrow} size="small" label={`Order: ${SORT_WORDS[view.sort]}`} />
          }
        >
          <MenuChoice
            title="Order"
            value={view.sort}
            options={SORTS.map((value) => ({ value, label: SORT_WORDS[value] }))}
            onChange={(sort) => onView({ ...view, sort })}
          />
        </Menu>
      </div>
      <div role="group" aria-label="Show only" className="flex gap-1 overflow-x-auto px-4 pb-1.5">
        {schema.labels.map(({ key, name }) => (
          <Chip
            key={key}
            isOn={view.label === key}
            onPress={() => onView({ ...view, label: view.label === key ? null : key })}
          >
            {name}
          </Chip>
        ))}
        {(hasUnsaved || view.onlyUnsaved) && (
          <Chip isOn={view.onlyUnsaved} onPress={() => onView({ ...view, onlyUnsaved: !view.onlyUnsaved })}>
            Not saved
          </Chip>
        )}
      </div>
    </>
  );
}

interface ChipProps {
  readonly isOn: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Chip({ isOn, onPress, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={onPress}
      className={classNames(
        "h-5.5 shrink-0 rounded-md border px-1.5 text-xs pointer-coarse:h-9",
        isOn ? "border-transparent bg-accent text-on-accent" : "border-line text-soft hover:bg-hover",
      )}
    >
      {children}
    </button>
  );
}
