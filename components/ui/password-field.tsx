"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { Input } from "react-aria-components/Input";
import { TextField as AriaTextField } from "react-aria-components/TextField";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { classNames } from "./class-names";
import { defined } from "./defined";
import { FIELD_BOX, FieldLabel, FieldNotes } from "./field";
import type { TextFieldProps } from "./text-field";

export type PasswordFieldProps = Omit<TextFieldProps, "type" | "isCode" | "placeholder">;

/** A password that can be shown while it is typed. Say with `autoComplete` whether it is the current or a new one. */
export function PasswordField({
  label,
  hideLabel,
  description,
  error,
  inputRef,
  className,
  ...rest
}: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <AriaTextField
      {...rest}
      type={isShown ? "text" : "password"}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={classNames("flex flex-col gap-1.5", className)}
    >
      <FieldLabel label={label} hideLabel={hideLabel} isRequired={rest.isRequired} />
      <div className="relative">
        <Input
          {...defined({ ref: inputRef })}
          spellCheck="false"
          autoCapitalize="none"
          className={classNames(FIELD_BOX, "h-8 pr-9 pl-2.5 text-base")}
        />
        <ToggleButton
          aria-label="Show the password"
          isSelected={isShown}
          onChange={setShown}
          className="absolute top-1/2 right-1 grid size-6 -translate-y-1/2 place-items-center rounded-md text-soft hover:text-ink"
        >
          <Icon aria-hidden className="size-4" />
        </ToggleButton>
      </div>
      <FieldNotes description={description} error={error} />
    </AriaTextField>
  );
}
