"use client";

import type { ReactNode, Ref } from "react";
import { SwitchButton, SwitchField } from "react-aria-components/Switch";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { FieldNotes } from "./field";

export interface SwitchProps {
  readonly children: ReactNode;
  readonly isSelected?: boolean | undefined;
  readonly defaultSelected?: boolean | undefined;
  readonly onChange?: ((isSelected: boolean) => void) | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly name?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly className?: string | undefined;
}

/** Turns something on or off at once. Where a form is sent first, use `Checkbox`. */
export function Switch({ children, description, error, inputRef, className, ...rest }: SwitchProps) {
  return (
    <SwitchField
      {...defined({ ...rest, inputRef })}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classNames("flex flex-col gap-1", className)}
    >
      <SwitchButton className="group flex items-start gap-2.5 select-none data-disabled:opacity-50 pointer-coarse:min-h-11 pointer-coarse:items-center">
        <span
          className={
            "mt-0.5 flex h-4 w-7 shrink-0 items-center rounded-full border border-edge bg-ground px-0.5 transition-colors group-data-hovered:border-ink/60 " +
            "group-data-selected:border-accent group-data-selected:bg-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-accent " +
            "forced-colors:group-data-selected:bg-[Highlight]"
          }
        >
          <span className="size-2.5 rounded-full bg-edge transition-[translate,background-color] group-data-selected:translate-x-3 group-data-selected:bg-on-accent forced-colors:bg-[ButtonText]" />
        </span>
        <span>{children}</span>
      </SwitchButton>
      <div className="ml-9.5 flex flex-col gap-1 empty:hidden">
        <FieldNotes description={description} error={error} />
      </div>
    </SwitchField>
  );
}
