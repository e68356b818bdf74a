import type { Fault } from "../errors";
import { isValueOf } from "./attribute-value";
import type { Attribute, Label, RelationType, Schema, Waiver } from "./schema";

/** Every way in which a schema can contradict itself. */
type SchemaFaultCode =
  | "duplicate_key"
  | "duplicate_name"
  | "duplicate_hotkey"
  | "duplicate_value"
  | "differing_type"
  | "unknown_label"
  | "unknown_attribute"
  | "unknown_value"
  | "max_below_min";

/**
 * What is wrong with `schema` in itself, each fault with its path (`labels[2].attributes[0].key`); empty when nothing
 * is. Names that look alike (equal under NFKC) count as equal. An attribute key means one type of value among all
 * labels, and one among all relation types: exports give each key one column.
 */
export function checkSchema(schema: Schema): readonly Fault[] {
  const { labels, relationTypes } = schema;
  return [
    ...named(labels, "labels", "label"),
    ...repeated(labels, (label) => label.hotkey).map(({ index, value, first }) =>
      fault(
        `labels[${index}].hotkey`,
        "duplicate_hotkey",
        `The hot key “${value}” belongs to the label “${first.name}” already. Choose another.`,
      ),
    ),
    ...labels.flatMap((label, index) => checkAttributes(label.attributes, `labels[${index}]`)),
    ...checkTypesAgree(labels, "labels"),
    ...named(relationTypes, "relationTypes", "relation type"),
    ...relationTypes.flatMap((type, index) => checkRelationType(type, labels, `relationTypes[${index}]`)),
    ...checkTypesAgree(relationTypes, "relationTypes"),
  ];
}

function checkRelationType(type: RelationType, labels: readonly Label[], path: string): readonly Fault[] {
  return [
    ...checkEnds(type.from, labels, `${path}.from`),
    ...checkEnds(type.to, labels, `${path}.to`),
    ...(type.max !== null && type.max < type.min
      ? [fault(`${path}.max`, "max_below_min", `The most (${type.max}) is below the least (${type.min}).`)]
      : []),
    ...type.waivedBy.flatMap((waiver, index) =>
      checkWaiver(waiver, type, labels, `${path}.waivedBy[${index}]`),
    ),
    ...checkAttributes(type.attributes, path),
  ];
}

function checkEnds(keys: readonly string[], labels: readonly Label[], path: string): readonly Fault[] {
  return [
    ...keys.flatMap((key, index) =>
      labels.some((label) => label.key === key)
        ? []
        : [fault(`${path}[${index}]`, "unknown_label", `There is no label “${key}”.`)],
    ),
    ...repeated(keys, (key) => key).map(({ index, value }) =>
      fault(`${path}[${index}]`, "duplicate_value", `“${value}” is named twice.`),
    ),
  ];
}

/** A waiver speaks of the annotations the relation starts from: one of their labels must have such an attribute. */
function checkWaiver(
  waiver: Waiver,
  type: RelationType,
  labels: readonly Label[],
  path: string,
): readonly Fault[] {
  const attributes = labels
    .filter((label) => type.from.includes(label.key))
    .flatMap((label) => label.attributes.filter(({ key }) => key === waiver.attribute));
  if (attributes.length === 0) {
    const message = `No label that this relation starts from has an attribute “${waiver.attribute}”.`;
    return [fault(`${path}.attribute`, "unknown_attribute", message)];
  }
  return (waiver.values ?? []).flatMap((value, index) =>
    attributes.some((attribute) => isValueOf(attribute, attribute.multiple ? [String(value)] : value))
      ? []
      : [
          fault(
            `${path}.values[${index}]`,
            "unknown_value",
            `“${waiver.attribute}” has no value “${value}”.`,
          ),
        ],
  );
}

function checkAttributes(attributes: readonly Attribute[], path: string): readonly Fault[] {
  return [
    ...named(attributes, `${path}.attributes`, "attribute"),
    ...attributes.flatMap((attribute, index) =>
      attribute.type !== "enum"
        ? []
        : repeated(attribute.values, normal).map(({ index: at, value }) =>
            fault(
              `${path}.attributes[${index}].values[${at}]`,
              "duplicate_value",
              `The value “${value}” is there twice.`,
            ),
          ),
    ),
  ];
}

function checkTypesAgree(
  owners: readonly { readonly attributes: readonly Attribute[] }[],
  path: string,
): readonly Fault[] {
  const columns = new Map<string, string>();
  return owners.flatMap(({ attributes }, owner) =>
    attributes.flatMap((attribute, index) => {
      const column = columns.get(attribute.key) ?? columnOf(attribute);
      columns.set(attribute.key, column);
      if (column === columnOf(attribute)) return [];
      const message = `“${attribute.key}” holds ${column} elsewhere and ${columnOf(attribute)} here. Use another key.`;
      return [fault(`${path}[${owner}].attributes[${index}].type`, "differing_type", message)];
    }),
  );
}

function columnOf({ type, multiple }: Attribute): string {
  switch (type) {
    case "enum":
    case "text":
      return multiple ? "lists of text" : "text";
    case "boolean":
      return "yes or no";
    case "number":
      return "numbers";
  }
}

function named(
  things: readonly { readonly key: string; readonly name: string }[],
  path: string,
  word: string,
): readonly Fault[] {
  return [
    ...repeated(things, (thing) => thing.key).map(({ index, value }) =>
      fault(
        `${path}[${index}].key`,
        "duplicate_key",
        `Another ${word} has the key “${value}”. Choose another.`,
      ),
    ),
    ...repeated(things, (thing) => normal(thing.name)).map(({ index, value }) =>
      fault(
        `${path}[${index}].name`,
        "duplicate_name",
        `Another ${word} is called “${value}”, or looks the same. Choose another.`,
      ),
    ),
  ];
}

/** The places whose value stood before already, and where it stood first; null stands for no value. */
function repeated<T>(
  things: readonly T[],
  valueOf: (thing: T) => string | null,
): readonly { readonly index: number; readonly value: string; readonly first: T }[] {
  const seen = new Map<string, T>();
  return things.flatMap((thing, index) => {
    const value = valueOf(thing);
    if (value === null) return [];
    const first = seen.get(value);
    if (first !== undefined) return [{ index, value, first }];
    seen.set(value, thing);
    return [];
  });
}

function normal(name: string): string {
  return name.normalize("NFKC").trim();
}

function fault(path: string, code: SchemaFaultCode, message: string): Fault {
  return { path, code, message };
}
