"use client";

import { useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FormField } from "@/components/ui/form-field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextArea } from "@/components/ui/text-area";
import type { Attribute } from "@/lib/core/schema/schema";
import { ATTRIBUTE_TYPE_NAMES } from "./attribute-type-names";
import { KeyField } from "./key-field";
import { NameField, type SchemaForm } from "./name-field";
import type { AttributesPath } from "./schema-draft";

const TYPES = (["enum", "text", "boolean", "number"] as const satisfies readonly Attribute["type"][]).map(
  (type) => ({
    value: type,
    label: ATTRIBUTE_TYPE_NAMES[type],
  }),
);

export interface AttributeFieldsProps {
  readonly form: SchemaForm;
  readonly path: `${AttributesPath}.${number}`;
  readonly isNew: boolean;
}

/** One attribute. Once it is stored, its key, its type and the values it has stay: annotations may carry them. */
export function AttributeFields({ form, path, isNew }: AttributeFieldsProps) {
  const { control } = form;
  const type = useWatch({ control, name: `${path}.type` });
  const takesSeveral = type === "enum" || type === "text";
  return (
    <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
      <NameField form={form} name={`${path}.name`} keyName={`${path}.key`} isNew={isNew} />
      <KeyField control={control} name={`${path}.key`} isFixed={!isNew} />
      <FormField control={control} name={`${path}.type`}>
        {({ value, onChange, name: field, error }) => (
          <SegmentedControl
            label="Answer"
            name={field}
            segments={TYPES}
            value={value}
            onChange={(next) => next !== null && onChange(next)}
            isDisabled={!isNew}
            error={error}
            className="sm:col-span-2"
          />
        )}
      </FormField>
      {type === "enum" && (
        <FormField control={control} name={`${path}.values`}>
          {(field) => (
            <TextArea
              label="Values, one a line"
              rows={Math.min(Math.max(field.value.split("\n").length, 3), 12)}
              description={
                isNew ? undefined : "Stored values stay as they are; add new ones, change the order."
              }
              className="sm:col-span-2"
              {...field}
            />
          )}
        </FormField>
      )}
      <div className="flex flex-wrap gap-x-6 gap-y-1 sm:col-span-2">
        <FormField control={control} name={`${path}.required`}>
          {({ value, ...field }) => (
            <Checkbox isSelected={value} {...field}>
              Required at submission
            </Checkbox>
          )}
        </FormField>
        {takesSeveral && (
          <FormField control={control} name={`${path}.multiple`}>
            {({ value, ...field }) => (
              <Checkbox isSelected={value} {...field} isDisabled={!isNew}>
                Takes several values
              </Checkbox>
            )}
          </FormField>
        )}
      </div>
    </div>
  );
}
