"use client";

import { Header } from "react-aria-components/Header";
import { MenuSection } from "react-aria-components/Menu";
import { MenuItem } from "./menu-item";

export interface MenuChoiceProps<Value extends string> {
  readonly title: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
}

/** One of a few values, chosen inside a menu; the menu stays open so that the choice can be seen and changed. */
export function MenuChoice<Value extends string>({
  title,
  value,
  options,
  onChange,
}: MenuChoiceProps<Value>) {
  return (
    <MenuSection
      selectionMode="single"
      disallowEmptySelection
      shouldCloseOnSelect={false}
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = options.find((option) => keys !== "all" && keys.has(option.value));
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      <Header className="px-2 pt-2 pb-1 text-sm text-soft">{title}</Header>
      {options.map((option) => (
        <MenuItem key={option.value} id={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
