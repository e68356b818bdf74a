"use client";

import type { ReactNode } from "react";
import { Autocomplete, useFilter } from "react-aria-components/Autocomplete";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Menu, MenuItem, MenuSection } from "react-aria-components/Menu";
import { TextField } from "react-aria-components/TextField";
import { FIELD_BOX } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";

export interface Pick {
  readonly id: string;
  readonly title: string;
  readonly keys: string | null;
  readonly mark?: ReactNode;
  readonly isDisabled?: boolean;
}

export interface PickGroup {
  readonly title: string | null;
  readonly picks: readonly Pick[];
}

export interface PickListProps {
  readonly label: string;
  readonly groups: readonly PickGroup[];
  readonly onPick: (id: string) => void;
}

/** Type to narrow down, arrows to move, Enter to take. */
export function PickList({ label, groups, onPick }: PickListProps) {
  const { contains } = useFilter({ sensitivity: "base" });
  return (
    <Autocomplete filter={contains}>
      <TextField aria-label={label} autoFocus className="p-2">
        <Input placeholder={`${label}…`} className={`${FIELD_BOX} h-8 px-2.5 text-base`} />
      </TextField>
      {/* Its items take no focus of their own, so the frame around them does: it can be scrolled by key. */}
      <div
        tabIndex={0}
        role="group"
        aria-label="Results"
        className="max-h-[min(24rem,50vh)] overflow-y-auto -outline-offset-2"
      >
        <Menu
          aria-label={label}
          className="px-1 pb-1 outline-none"
          onAction={(id) => onPick(String(id))}
          disabledKeys={groups.flatMap(({ picks }) =>
            picks.filter(({ isDisabled }) => isDisabled).map(({ id }) => id),
          )}
          renderEmptyState={() => <p className="px-2 py-3 text-soft">Nothing of that name.</p>}
        >
          {groups.map(({ title, picks }) => (
            <MenuSection key={title ?? ""} aria-label={title ?? label}>
              {title !== null && <Header className="px-2 pt-2 pb-1 text-sm text-soft">{title}</Header>}
              {picks.map(({ id, title: text, keys, mark }) => (
                <MenuItem
                  key={id}
                  id={id}
                  textValue={text}
                  className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-disabled:opacity-50 data-focused:bg-hover pointer-coarse:min-h-11 forced-colors:data-focused:bg-[Highlight] forced-colors:data-focused:text-[HighlightText]"
                >
                  {mark}
                  <span className="min-w-0 flex-1 truncate">{text}</span>
                  {keys !== null && <Kbd>{keys}</Kbd>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </div>
    </Autocomplete>
  );
}
