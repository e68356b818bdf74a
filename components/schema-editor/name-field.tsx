"use client";

import type { FieldPath, UseFormReturn } from "react-hook-form";
import { FormField } from "@/components/ui/form-field";
import { TextField } from "@/components/ui/text-field";
import type { SchemaBody } from "@/lib/contracts/schema";
import { keyFromName } from "./key-from-name";
import type { SchemaDraft } from "./schema-draft";

export type SchemaForm = UseFormReturn<SchemaDraft, unknown, SchemaBody>;

type NamePath = Extract<FieldPath<SchemaDraft>, `${string}.name`>;
type KeyPath = Extract<FieldPath<SchemaDraft>, `${string}.key`>;

export interface NameFieldProps {
  readonly form: SchemaForm;
  readonly name: NamePath;
  readonly keyName: KeyPath;
  /** Its key follows the name until somebody writes another. */
  readonly isNew: boolean;
}

export function NameField({ form, name, keyName, isNew }: NameFieldProps) {
  return (
    <FormField control={form.control} name={name}>
      {({ onChange, value, ...field }) => (
        <TextField
          label="Name"
          isRequired
          maxLength={100}
          {...field}
          value={value}
          onChange={(next) => {
            if (isNew && form.getValues(keyName) === keyFromName(value))
              form.setValue(keyName, keyFromName(next));
            onChange(next);
          }}
        />
      )}
    </FormField>
  );
}
