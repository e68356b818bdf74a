"use client";

import { Plus } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { AttributeFields } from "./attribute-fields";
import type { SchemaForm } from "./name-field";
import type { AttributeDraft } from "./schema-draft";

export type AttributesPath = `labels.${number}.attributes` | `relationTypes.${number}.attributes`;

const NEW_ATTRIBUTE: AttributeDraft = {
  isNew: true,
  key: "",
  name: "",
  type: "enum",
  values: "",
  multiple: false,
  required: false,
};

/** The attributes of a label or a relation type. */
export function AttributeList({ form, path }: { readonly form: SchemaForm; readonly path: AttributesPath }) {
  const { fields, append, remove, move } = useFieldArray({ control: form.control, name: path });
  return (
    <fieldset>
      <legend className="mb-1 font-medium">Attributes</legend>
      {fields.length === 0 && (
        <p className="text-soft">None yet. An attribute is a question asked of each annotation.</p>
      )}
      <ol>
        {fields.map((field, index) => (
          <AttributeFields
            key={field.id}
            form={form}
            path={`${path}.${index}`}
            isNew={field.isNew}
            onMove={(by) => move(index, index + by)}
            place={{ index, count: fields.length }}
            onRemove={() => remove(index)}
          />
        ))}
      </ol>
      <Button size="small" className="mt-2" onPress={() => append(NEW_ATTRIBUTE)}>
        <Plus aria-hidden /> Add attribute
      </Button>
    </fieldset>
  );
}
