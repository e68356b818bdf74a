"use client";

import type { Ref } from "react";
import { Input } from "react-aria-components/Input";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { FIELD_BOX, FieldLabel, FieldNotes, type FieldTexts } from "./field";

export interface TextFieldProps
  extends
    Omit<AriaTextFieldProps, "children" | "className" | "style" | "isInvalid" | "validationBehavior">,
    FieldTexts {
  readonly placeholder?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  /** For tokens, keys and addresses. */
  readonly isCode?: boolean | undefined;
  readonly className?: string | undefined;
}

export function TextField({
  label,
  hideLabel,
  description,
  error,
  placeholder,
  inputRef,
  isCode = false,
  className,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classNames("flex flex-col gap-1.5", className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={rest.isRequired} />
      <Input
        {...defined({ ref: inputRef, placeholder })}
        {...(isCode ? { autoCapitalize: "none", autoCorrect: "off", spellCheck: "false" } : {})}
        className={classNames(FIELD_BOX, "h-8 px-2.5 text-base", isCode && "font-mono")}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
