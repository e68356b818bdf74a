"use client";

import { get, useFormState, useWatch } from "react-hook-form";
import { countOf } from "@/components/ui/format-count";
import { AttributeFields } from "./attribute-fields";
import { ATTRIBUTE_TYPE_NAMES } from "./attribute-type-names";
import { EditorRow, type EditorRowProps } from "./editor-row";
import type { SchemaForm } from "./name-field";
import { valuesOf, type AttributeDraft, type AttributesPath } from "./schema-draft";

export interface AttributeRowProps extends Omit<
  EditorRowProps,
  "name" | "level" | "summary" | "isFaulty" | "children"
> {
  readonly form: SchemaForm;
  readonly path: `${AttributesPath}.${number}`;
}

export function AttributeRow({ form, path, ...row }: AttributeRowProps) {
  const { control } = form;
  const attribute = useWatch({ control, name: path });
  const { errors } = useFormState({ control });
  const name = attribute.name === "" ? `Attribute ${row.place.index + 1}` : attribute.name;
  return (
    <EditorRow
      {...row}
      name={name}
      level={4}
      isFaulty={get(errors, path) !== undefined}
      onRemove={attribute.isNew ? row.onRemove : undefined}
      summary={
        <>
          <span className="font-medium">{name}</span>
          <span className="text-soft">{inWords(attribute)}</span>
        </>
      }
    >
      <AttributeFields form={form} path={path} isNew={attribute.isNew} />
    </EditorRow>
  );
}

function inWords({ type, values, multiple, required }: AttributeDraft): string {
  const kind =
    type === "enum"
      ? `one of ${countOf(valuesOf(values).length, "value")}`
      : ATTRIBUTE_TYPE_NAMES[type].toLowerCase();
  const several =
    type === "enum" && multiple
      ? kind.replace(/^one of/, "several of")
      : multiple
        ? `${kind}, several`
        : kind;
  return required ? `${several}, required` : several;
}
