"use client";

import type { Control, FieldPath } from "react-hook-form";
import { FormField } from "@/components/ui/form-field";
import { TextField } from "@/components/ui/text-field";
import type { SchemaBody } from "@/lib/contracts/schema";
import type { SchemaDraft } from "./schema-draft";

export type SchemaControl = Control<SchemaDraft, unknown, SchemaBody>;
type KeyPath = Extract<FieldPath<SchemaDraft>, `${string}.key`>;

export interface KeyFieldProps {
  readonly control: SchemaControl;
  readonly name: KeyPath;
  /** It is stored and stays as it is. */
  readonly isFixed: boolean;
}

/** What files and programs call a label, a relation type or an attribute. Chosen once. */
export function KeyField({ control, name, isFixed }: KeyFieldProps) {
  return (
    <FormField control={control} name={name}>
      {(field) => (
        <TextField
          label="Key"
          isCode
          isRequired={!isFixed}
          description={isFixed ? "Permanent: files refer to it." : "In files. Permanent once saved."}
          spellCheck="false"
          {...field}
          isDisabled={isFixed}
        />
      )}
    </FormField>
  );
}
