"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import type { Ref } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as AriaSelect, SelectValue } from "react-aria-components/Select";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { FIELD_BOX, FieldLabel, FieldNotes, type FieldTexts } from "./field";

interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly description?: string | undefined;
}

export interface SelectProps<Value extends string> extends FieldTexts {
  readonly options: readonly SelectOption<Value>[];
  /** Null while nothing is chosen. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly name?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly inputRef?: Ref<HTMLButtonElement> | undefined;
  readonly className?: string | undefined;
}

/** One of many. For up to five short values use `SegmentedControl`. */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  onBlur,
  name,
  placeholder = "Choose…",
  isRequired = false,
  isDisabled = false,
  inputRef,
  className,
  label,
  hideLabel,
  description,
  error,
}: SelectProps<Value>) {
  return (
    <AriaSelect
      {...defined({ name, onBlur })}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      placeholder={placeholder}
      isRequired={isRequired}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classNames("group flex flex-col gap-1.5", className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={isRequired} />
      <AriaButton
        {...defined({ ref: inputRef })}
        className={classNames(
          FIELD_BOX,
          "flex h-8 items-center gap-2 pr-2 pl-2.5 text-base group-data-invalid:border-danger",
        )}
      >
        <SelectValue className="min-w-0 flex-1 truncate text-left data-placeholder:text-soft">
          {({ isPlaceholder, defaultChildren, selectedText }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-soft" />
      </AriaButton>
      <FieldNotes description={description} error={error} />
      <Popover
        offset={4}
        className="floats min-w-(--trigger-width) overflow-auto rounded-lg border border-line bg-paper p-1 shadow-float"
      >
        {/* Keyed by value: an item may come and go, but never becomes another one. */}
        <ListBox className="max-h-80 outline-none">
          {options.map((option) => (
            <Option key={option.value} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

function Option<Value extends string>({ option }: { readonly option: SelectOption<Value> }) {
  return (
    <ListBoxItem
      id={option.value}
      textValue={option.label}
      className="flex min-h-8 items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-focused:bg-hover forced-colors:data-focused:bg-[Highlight] forced-colors:data-focused:text-[HighlightText] pointer-coarse:min-h-11"
    >
      {({ isSelected }) => (
        <>
          <span className="min-w-0 flex-1">
            <span className="block">{option.label}</span>
            {option.description !== undefined && (
              <span slot="description" className="block text-sm text-soft">
                {option.description}
              </span>
            )}
          </span>
          <Check aria-hidden className={classNames("size-4 shrink-0", !isSelected && "invisible")} />
        </>
      )}
    </ListBoxItem>
  );
}
