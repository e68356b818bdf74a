"use client";

import { useWatch } from "react-hook-form";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import { countOf } from "@/components/ui/format-count";
import { FormField } from "@/components/ui/form-field";
import { Kbd } from "@/components/ui/kbd";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";
import { AttributeList } from "./attribute-list";
import { ColorPicker } from "./color-picker";
import { EditorRow, type EditorRowProps } from "./editor-row";
import { KeyField } from "./key-field";
import { MarkPreview } from "./mark-preview";
import { NameField, type SchemaForm } from "./name-field";

export interface LabelRowProps extends Omit<
  EditorRowProps,
  "name" | "level" | "summary" | "isFaulty" | "children"
> {
  readonly form: SchemaForm;
}

export function LabelRow({ form, ...row }: LabelRowProps) {
  const { index } = row.place;
  const label = useWatch({ control: form.control, name: `labels.${index}` });
  const name = label.name === "" ? `Label ${index + 1}` : label.name;
  return (
    <EditorRow
      {...row}
      name={name}
      level={3}
      isFaulty={form.formState.errors.labels?.[index] !== undefined}
      onRemove={label.isNew ? row.onRemove : undefined}
      summary={
        <>
          <MarkPreview color={label.color} index={index}>
            {name}
          </MarkPreview>
          {label.hotkey !== "" && <Kbd>{label.hotkey}</Kbd>}
          {label.archived && <Badge isPill>archived</Badge>}
          <span className="text-soft">{countOf(label.attributes.length, "attribute")}</span>
        </>
      }
    >
      <LabelFields form={form} index={index} isNew={label.isNew} />
    </EditorRow>
  );
}

interface LabelFieldsProps {
  readonly form: SchemaForm;
  readonly index: number;
  readonly isNew: boolean;
}

function LabelFields({ form, index, isNew }: LabelFieldsProps) {
  const { control } = form;
  const path = `labels.${index}` as const;
  return (
    <>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-[1fr_1fr_9rem]">
        <NameField form={form} name={`${path}.name`} keyName={`${path}.key`} isNew={isNew} />
        <KeyField control={control} name={`${path}.key`} isFixed={!isNew} />
        <FormField control={control} name={`${path}.hotkey`}>
          {({ onChange, ...field }) => (
            <TextField
              label="Hot key"
              isCode
              placeholder="none"
              maxLength={1}
              {...field}
              onChange={(key) => onChange(key.trim().toLowerCase())}
            />
          )}
        </FormField>
      </div>
      <FormField control={control} name={`${path}.color`}>
        {({ value, onChange }) => <ColorPicker value={value} index={index} onChange={onChange} />}
      </FormField>
      <FormField control={control} name={`${path}.description`}>
        {(field) => (
          <TextArea
            label="Description"
            rows={2}
            description="What belongs under this label, in a sentence. Annotators see it."
            {...field}
          />
        )}
      </FormField>
      <AttributeList form={form} path={`${path}.attributes`} />
      <FormField control={control} name={`${path}.archived`}>
        {({ value, ...field }) => (
          <Checkbox
            isSelected={value}
            description="It stays on what carries it and is offered no more."
            {...field}
          >
            Archived
          </Checkbox>
        )}
      </FormField>
    </>
  );
}
