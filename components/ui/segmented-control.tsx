"use client";

import type { KeyboardEvent, MouseEvent } from "react";
import { Label } from "react-aria-components/Label";
import { RadioButton, RadioField, RadioGroup } from "react-aria-components/RadioGroup";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { FieldNotes, type FieldTexts } from "./field";

interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export interface SegmentedControlProps<Value extends string> extends FieldTexts {
  readonly segments: readonly Segment<Value>[];
  readonly value: Value | null;
  /** Null only if `isClearable`. */
  readonly onChange: (value: Value | null) => void;
  /** Pressing the chosen segment again, or Backspace, chooses none. */
  readonly isClearable?: boolean | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly name?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly size?: "medium" | "small" | undefined;
  /** `beside` puts the label in a column at the left, as inspectors do. */
  readonly labelPlace?: "above" | "beside" | undefined;
  readonly className?: string | undefined;
}

const SEGMENT =
  "relative flex min-w-0 flex-auto items-center justify-center bg-paper font-medium transition-colors select-none " +
  "hover:bg-[linear-gradient(var(--hover),var(--hover))] data-disabled:text-soft data-selected:bg-accent data-selected:bg-none data-selected:text-on-accent " +
  "data-focus-visible:rounded-sm data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent data-selected:data-focus-visible:outline-on-accent " +
  "forced-colors:border forced-colors:data-selected:bg-[Highlight] forced-colors:data-selected:text-[HighlightText] forced-colors:data-selected:forced-color-adjust-none";

const SIZES = {
  medium: "h-7.5 px-3 text-base pointer-coarse:h-11",
  small: "h-5.5 px-1.5 text-xs pointer-coarse:h-9",
} as const;

/** One of up to five short values, all in sight; a second row where they find no room. Arrow keys choose. */
export function SegmentedControl<Value extends string>({
  segments,
  value,
  onChange,
  isClearable = false,
  onBlur,
  name,
  isRequired = false,
  isDisabled = false,
  isReadOnly = false,
  size = "medium",
  labelPlace = "above",
  className,
  label,
  hideLabel = false,
  description,
  error,
}: SegmentedControlProps<Value>) {
  const clears = isClearable && !isDisabled && !isReadOnly;
  return (
    <RadioGroup
      {...defined({ name, onBlur })}
      value={value}
      onChange={(next) => {
        const chosen = segments.find((segment) => segment.value === next);
        if (chosen !== undefined) onChange(chosen.value);
      }}
      orientation="horizontal"
      isRequired={isRequired}
      isDisabled={isDisabled}
      isReadOnly={isReadOnly}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classNames(
        "group",
        labelPlace === "above"
          ? "flex flex-col gap-1.5"
          : "grid grid-cols-[6rem_1fr] items-baseline gap-x-2 gap-y-1",
        className,
      )}
    >
      <Label className={hideLabel ? "sr-only" : labelPlace === "above" ? "font-medium" : "text-soft"}>
        {label}
        {isRequired && <span aria-hidden> *</span>}
      </Label>
      <div
        onKeyDown={(event: KeyboardEvent) => {
          if (!clears || (event.key !== "Backspace" && event.key !== "Delete")) return;
          event.preventDefault();
          onChange(null);
        }}
        className="flex min-w-0 flex-wrap gap-px overflow-hidden rounded-md border border-line bg-line group-data-invalid:border-danger forced-colors:gap-0"
      >
        {segments.map((segment) => (
          <RadioField key={segment.value} value={segment.value} className="flex min-w-0 flex-auto">
            <RadioButton className={`${SEGMENT} ${SIZES[size]}`}>
              <span
                className="truncate before:absolute before:inset-0"
                title={segment.label}
                onClick={(event: MouseEvent) => {
                  if (!clears || segment.value !== value) return;
                  event.preventDefault();
                  onChange(null);
                }}
              >
                {segment.label}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <div className={labelPlace === "beside" ? "col-start-2 flex flex-col gap-1 empty:hidden" : "contents"}>
        <FieldNotes description={description} error={error} />
      </div>
    </RadioGroup>
  );
}
