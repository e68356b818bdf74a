"use client";

import { Minus, Plus } from "lucide-react";
import type { Ref } from "react";
import { Button as AriaButton } from "react-aria-components/Button";
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from "react-aria-components/NumberField";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { FIELD_BOX, FieldLabel, FieldNotes, type FieldTexts } from "./field";

export interface NumberFieldProps
  extends
    Omit<
      AriaNumberFieldProps,
      "children" | "className" | "style" | "isInvalid" | "validationBehavior" | "value" | "onChange"
    >,
    FieldTexts {
  /** Null while empty. */
  readonly value?: number | null | undefined;
  readonly onChange?: ((value: number | null) => void) | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly className?: string | undefined;
}

const STEP =
  "grid w-8 shrink-0 place-items-center text-soft hover:text-ink data-disabled:opacity-40 pointer-coarse:w-11 [&_svg]:size-3.5";

export function NumberField({
  label,
  hideLabel,
  description,
  error,
  value,
  onChange,
  inputRef,
  className,
  ...rest
}: NumberFieldProps) {
  return (
    <AriaNumberField
      {...rest}
      {...defined({ value: value === null ? Number.NaN : value })}
      onChange={(next) => onChange?.(Number.isNaN(next) ? null : next)}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classNames("flex flex-col gap-1.5", className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={rest.isRequired} />
      <Group
        className={classNames(
          FIELD_BOX,
          "flex h-8 max-w-40 data-focus-within:outline-2 data-focus-within:-outline-offset-1 data-focus-within:outline-accent",
        )}
      >
        <Input
          {...defined({ ref: inputRef })}
          className="min-w-0 flex-1 rounded-md bg-transparent px-2.5 text-base tabular-nums outline-none"
        />
        <AriaButton slot="decrement" className={STEP}>
          <Minus aria-hidden />
        </AriaButton>
        <AriaButton slot="increment" className={STEP}>
          <Plus aria-hidden />
        </AriaButton>
      </Group>
      <FieldNotes description={description} error={error} />
    </AriaNumberField>
  );
}
