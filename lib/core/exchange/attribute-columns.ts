import { at } from "../at";
import type { Attribute, AttributeValue, AttributeValues, Schema } from "../schema/schema";

/** An attribute as a column of a file: its values have one type, whichever label they stand at. */
export interface AttributeColumn {
  readonly key: string;
  readonly multiple: boolean;
  /** What its values are, where it is no list; the first label's word counts where they disagree. */
  readonly type: "string" | "boolean" | "number";
  /** Labels disagree about the type of this attribute, so that only text fits all values. */
  readonly asText: boolean;
}

export interface AttributeColumns {
  readonly spans: readonly AttributeColumn[];
  readonly relations: readonly AttributeColumn[];
}

/**
 * Every attribute that any version of the schema has had, so that no value is left out of a file.
 * @param schemas the newest first; it gives the order.
 */
export function attributeColumns(schemas: readonly Schema[]): AttributeColumns {
  return {
    spans: columnsOf(schemas.flatMap(({ labels }) => labels.flatMap(({ attributes }) => attributes))),
    relations: columnsOf(
      schemas.flatMap(({ relationTypes }) => relationTypes.flatMap(({ attributes }) => attributes)),
    ),
  };
}

/** The values in the order of the columns, null where there is none. */
export function fillColumns(
  columns: readonly AttributeColumn[],
  values: AttributeValues,
): Record<string, AttributeValue | null> {
  const filled: Record<string, AttributeValue | null> = {};
  for (const column of columns) filled[column.key] = fill(column, values[column.key]);
  return filled;
}

function columnsOf(attributes: readonly Attribute[]): readonly AttributeColumn[] {
  const byKey = new Map<string, Attribute[]>();
  for (const attribute of attributes) {
    const same = byKey.get(attribute.key);
    if (same === undefined) byKey.set(attribute.key, [attribute]);
    else same.push(attribute);
  }
  return [...byKey].map(([key, same]) => ({
    key,
    multiple: same.some(({ multiple }) => multiple),
    type: at(same.map(storedType), 0),
    asText: new Set(same.map(storedType)).size > 1,
  }));
}

function storedType({ type }: Attribute): "string" | "boolean" | "number" {
  switch (type) {
    case "enum":
    case "text":
      return "string";
    case "boolean":
    case "number":
      return type;
  }
}

function fill(
  { multiple, asText }: AttributeColumn,
  value: AttributeValue | undefined,
): AttributeValue | null {
  if (value === undefined) return null;
  if (typeof value === "object") return value;
  if (multiple) return [String(value)];
  return asText ? String(value) : value;
}
