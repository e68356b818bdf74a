"use client";

import type { ReactNode } from "react";
import { Label } from "react-aria-components/Label";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { FieldNotes, type FieldTexts } from "./field";

export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What choosing it means, in a line. */
  readonly description: ReactNode;
}

export interface RadioListProps<Value extends string> extends Omit<FieldTexts, "hideLabel"> {
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly name?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** One of a few ways that need a line of explanation each. For bare words use `SegmentedControl`. */
export function RadioList<Value extends string>({
  options,
  value,
  onChange,
  onBlur,
  name,
  isDisabled = false,
  label,
  description,
  error,
}: RadioListProps<Value>) {
  return (
    <RadioGroup
      {...(name === undefined ? {} : { name })}
      {...(onBlur === undefined ? {} : { onBlur })}
      value={value}
      onChange={(next) => {
        const chosen = options.find((option) => option.value === next);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className="flex flex-col gap-1.5"
    >
      <Label className="font-medium">{label}</Label>
      <div className="overflow-hidden rounded-md border border-line bg-paper">
        {options.map((option) => (
          <RadioField
            key={option.value}
            value={option.value}
            className="border-t border-line first:border-t-0"
          >
            <RadioButton className="group flex items-start gap-2.5 px-3 py-2.5 select-none hover:bg-hover data-disabled:opacity-60 data-selected:bg-accent-wash">
              <span className="mt-0.5 grid size-4 shrink-0 place-items-center rounded-full border border-edge bg-paper group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent group-data-selected:border-accent">
                <span className="size-2 rounded-full group-data-selected:bg-accent forced-colors:group-data-selected:bg-[Highlight]" />
              </span>
              <span className="min-w-0">
                <span className="block font-medium">{option.label}</span>
                <span className="block text-soft">{option.description}</span>
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldNotes description={description} error={error} />
    </RadioGroup>
  );
}
