"use client";

import type { Ref } from "react";
import { TextArea as AriaTextArea } from "react-aria-components/TextArea";
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from "react-aria-components/TextField";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { FIELD_BOX, FieldLabel, FieldNotes, type FieldTexts } from "./field";

export interface TextAreaProps
  extends
    Omit<AriaTextFieldProps, "children" | "className" | "style" | "isInvalid" | "validationBehavior">,
    FieldTexts {
  readonly placeholder?: string | undefined;
  readonly rows?: number | undefined;
  readonly inputRef?: Ref<HTMLTextAreaElement> | undefined;
  /** `serif` for prose people will read, `mono` for markup. */
  readonly face?: "sans" | "serif" | "mono" | undefined;
  readonly className?: string | undefined;
}

const FACES = { sans: "", serif: "font-serif text-lg", mono: "font-mono" } as const;

export function TextArea({
  label,
  hideLabel,
  description,
  error,
  placeholder,
  rows = 4,
  inputRef,
  face = "sans",
  className,
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classNames("flex flex-col gap-1.5", className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={rest.isRequired} />
      <AriaTextArea
        {...defined({ ref: inputRef, placeholder })}
        rows={rows}
        className={classNames(FIELD_BOX, "resize-y px-2.5 py-1.5 text-base", FACES[face])}
      />
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
