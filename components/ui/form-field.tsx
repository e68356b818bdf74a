"use client";

import type { ReactNode } from "react";
import {
  useController,
  type Control,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type RefCallBack,
} from "react-hook-form";

/** What a control of this folder needs to know of its place in a react-hook-form. */
interface BoundField<Value> {
  readonly name: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly onBlur: () => void;
  /** Lets the form move focus to the first field in error. */
  readonly inputRef: RefCallBack;
  readonly isDisabled: boolean;
  readonly error: string | undefined;
}

export interface FormFieldProps<Values extends FieldValues, Name extends FieldPath<Values>, Output> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: Name;
  readonly children: (field: BoundField<FieldPathValue<Values, Name>>) => ReactNode;
}

/**
 * Ties one value of a react-hook-form to one control:
 * `<FormField control={form.control} name="title">{(field) => <TextField label="Title" {...field} />}</FormField>`
 */
export function FormField<Values extends FieldValues, Name extends FieldPath<Values>, Output = Values>({
  control,
  name,
  children,
}: FormFieldProps<Values, Name, Output>) {
  const { field, fieldState } = useController<Values, Name, Output>({ control, name });
  return children({
    name: field.name,
    value: field.value,
    onChange: field.onChange,
    onBlur: field.onBlur,
    inputRef: field.ref,
    isDisabled: field.disabled ?? false,
    error: fieldState.error?.message,
  });
}
