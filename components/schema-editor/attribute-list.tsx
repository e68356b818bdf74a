"use client";

import { Plus } from "lucide-react";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { AttributeRow } from "./attribute-row";
import type { SchemaForm } from "./name-field";
import type { AttributeDraft, AttributesPath } from "./schema-draft";
import { useOpenRows } from "./use-open-rows";

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
  const { isOpen, setOpen } = useOpenRows();
  return (
    <fieldset>
      <legend className="mb-1 font-medium">Attributes</legend>
      {fields.length === 0 && (
        <p className="text-soft">None yet. An attribute is a question asked of each annotation.</p>
      )}
      {fields.length > 0 && (
        <ol className="border-y border-line">
          {fields.map((field, index) => (
            <AttributeRow
              key={field.id}
              form={form}
              path={`${path}.${index}`}
              place={{ index, count: fields.length }}
              isExpanded={isOpen(field)}
              onExpandedChange={(isExpanded) => setOpen(field, isExpanded)}
              onMove={(by) => move(index, index + by)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      )}
      <Button
        size="small"
        className="mt-2"
        onPress={() => append(NEW_ATTRIBUTE, { focusName: `${path}.${fields.length}.name` })}
      >
        <Plus aria-hidden /> Add attribute
      </Button>
    </fieldset>
  );
}
