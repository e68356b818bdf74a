"use client";

import { ArrowRight } from "lucide-react";
import { useWatch } from "react-hook-form";
import { FormField } from "@/components/ui/form-field";
import { NumberField } from "@/components/ui/number-field";
import { AttributeList } from "./attribute-list";
import { cardinality, waivers } from "./cardinality";
import { EditorRow, type EditorRowProps } from "./editor-row";
import { KeyField } from "./key-field";
import { LabelChoice } from "./label-choice";
import { LabelEnds } from "./label-ends";
import { NameField, type SchemaForm } from "./name-field";
import type { LabelDraft, RelationTypeDraft } from "./schema-draft";

export interface RelationTypeRowProps extends Omit<
  EditorRowProps,
  "name" | "level" | "summary" | "isFaulty" | "children"
> {
  readonly form: SchemaForm;
}

export function RelationTypeRow({ form, ...row }: RelationTypeRowProps) {
  const { index } = row.place;
  const { control, formState } = form;
  const type = useWatch({ control, name: `relationTypes.${index}` });
  const labels = useWatch({ control, name: "labels" });
  const name = type.name === "" ? `Relation ${index + 1}` : type.name;
  return (
    <EditorRow
      {...row}
      name={name}
      level={3}
      isFaulty={formState.errors.relationTypes?.[index] !== undefined}
      onRemove={type.isNew ? row.onRemove : undefined}
      summary={
        <>
          <LabelEnds keys={type.from} labels={labels} />
          <span className="inline-flex items-center gap-1.5 text-soft">
            {name}
            <ArrowRight aria-hidden className="size-3.5" />
          </span>
          <LabelEnds keys={type.to} labels={labels} />
          <span className="text-soft">{cardinality(type.min ?? 0, type.max)}</span>
        </>
      }
    >
      <RelationTypeFields form={form} index={index} type={type} labels={labels} />
    </EditorRow>
  );
}

interface RelationTypeFieldsProps {
  readonly form: SchemaForm;
  readonly index: number;
  readonly type: RelationTypeDraft;
  readonly labels: readonly LabelDraft[];
}

function RelationTypeFields({ form, index, type, labels }: RelationTypeFieldsProps) {
  const { control } = form;
  const path = `relationTypes.${index}` as const;
  const exceptions = waivers(type.waivedBy);
  return (
    <>
      <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
        <NameField form={form} name={`${path}.name`} keyName={`${path}.key`} isNew={type.isNew} />
        <KeyField control={control} name={`${path}.key`} isFixed={!type.isNew} />
      </div>
      <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
        <FormField control={control} name={`${path}.from`}>
          {({ value, onChange, error }) => (
            <LabelChoice title="From" labels={labels} value={value} onChange={onChange} error={error} />
          )}
        </FormField>
        <FormField control={control} name={`${path}.to`}>
          {({ value, onChange, error }) => (
            <LabelChoice title="To" labels={labels} value={value} onChange={onChange} error={error} />
          )}
        </FormField>
        <FormField control={control} name={`${path}.min`}>
          {(field) => (
            <NumberField
              label="At least"
              minValue={0}
              maxValue={1000}
              description={
                exceptions === null ? "Asked for at submission." : `Asked for at submission; ${exceptions}.`
              }
              {...field}
            />
          )}
        </FormField>
        <FormField control={control} name={`${path}.max`}>
          {(field) => (
            <NumberField
              label="At most"
              minValue={1}
              maxValue={1000}
              description="Empty: any number."
              {...field}
            />
          )}
        </FormField>
      </div>
      <AttributeList form={form} path={`${path}.attributes`} />
    </>
  );
}
