"use client";

import { Check, Minus } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { CheckboxButton, CheckboxField } from "react-aria-components/Checkbox";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { FieldNotes } from "./field";

export interface CheckboxProps {
  readonly children: ReactNode;
  /** Keeps the text for assistive technology and takes it off the screen: for rows of a table. */
  readonly hideLabel?: boolean | undefined;
  readonly isSelected?: boolean | undefined;
  readonly defaultSelected?: boolean | undefined;
  /** Some of what it stands for is selected. */
  readonly isIndeterminate?: boolean | undefined;
  readonly onChange?: ((isSelected: boolean) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly name?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly className?: string | undefined;
}

export function Checkbox({
  children,
  hideLabel = false,
  description,
  error,
  inputRef,
  className,
  ...rest
}: CheckboxProps) {
  return (
    <CheckboxField
      {...defined({ ...rest, inputRef })}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classNames("flex flex-col gap-1", className)}
    >
      <CheckboxButton className="group relative flex items-start gap-2 select-none data-disabled:opacity-50 pointer-coarse:min-h-11 pointer-coarse:items-center">
        {({ isIndeterminate, isSelected }) => (
          <>
            <span
              className={classNames(
                "mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border transition-colors group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent",
                isSelected || isIndeterminate
                  ? "border-accent bg-accent text-on-accent forced-colors:border-[Highlight] forced-colors:bg-[Highlight] forced-colors:text-[HighlightText]"
                  : "border-edge bg-paper group-data-invalid:border-danger group-data-hovered:border-ink/60",
              )}
            >
              {isIndeterminate ? (
                <Minus aria-hidden strokeWidth={3} className="size-3" />
              ) : (
                isSelected && <Check aria-hidden strokeWidth={3} className="size-3" />
              )}
            </span>
            <span className={hideLabel ? "sr-only" : undefined}>{children}</span>
          </>
        )}
      </CheckboxButton>
      <div className="ml-6 flex flex-col gap-1 empty:hidden">
        <FieldNotes description={description} error={error} />
      </div>
    </CheckboxField>
  );
}
