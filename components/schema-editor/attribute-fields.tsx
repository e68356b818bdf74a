"use client";

import { useWatch } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { FormField } from "@/components/ui/form-field";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { TextArea } from "@/components/ui/text-area";
import type { Attribute } from "@/lib/core/schema/schema";
import type { AttributesPath } from "./attribute-list";
import { ATTRIBUTE_TYPE_NAMES } from "./attribute-type-names";
import { KeyField } from "./key-field";
import { NameField, type SchemaForm } from "./name-field";
import { OrderButtons, type Place } from "./order-buttons";

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
  readonly place: Place;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One attribute. Once it is stored, its key, its type and the values it has stay; what is saved may carry them. */
export function AttributeFields({ form, path, isNew, place, onMove, onRemove }: AttributeFieldsProps) {
  const { control } = form;
  const { name, type } = useWatch({ control, name: path });
  const takesSeveral = type === "enum" || type === "text";
  const title = name === "" ? `Attribute ${place.index + 1}` : name;
  return (
    <li aria-label={title} className="flex gap-2 border-t border-line py-3 first:border-t-0">
      <div className="grid min-w-0 flex-1 gap-x-4 gap-y-3 sm:grid-cols-2">
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
      <OrderButtons name={title} place={place} onMove={onMove} onRemove={isNew ? onRemove : undefined} />
    </li>
  );
}
