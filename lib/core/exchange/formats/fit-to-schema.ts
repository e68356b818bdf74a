import type { Attribute, AttributeValue, Schema } from "../../schema/schema";
import type { ImportLine } from "../import-line";
import { splitList } from "./table";

/**
 * Gives every attribute of a foreign line the type that the schema has for it, where its value can be read so: other
 * tools know text only, or lists only. What cannot be read so stays as it is, for the reducer to refuse.
 */
export function fitToSchema(line: ImportLine, { labels, relationTypes }: Schema): ImportLine {
  const ofLabels = new Map(labels.map(({ key, attributes }) => [key, attributes]));
  const ofTypes = new Map(relationTypes.map(({ key, attributes }) => [key, attributes]));
  return {
    ...line,
    spans: line.spans.map((span) => ({
      ...span,
      attributes: fit(span.attributes, ofLabels.get(span.label)),
    })),
    relations: line.relations.map((relation) => ({
      ...relation,
      attributes: fit(relation.attributes, ofTypes.get(relation.type)),
    })),
  };
}

function fit(
  values: Readonly<Record<string, AttributeValue>>,
  attributes: readonly Attribute[] = [],
): Readonly<Record<string, AttributeValue>> {
  const byKey = new Map(attributes.map((attribute) => [attribute.key, attribute]));
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const attribute = byKey.get(key);
      return [key, attribute === undefined ? value : fitted(value, attribute)] as const;
    }),
  );
}

function fitted(value: AttributeValue, { type, multiple }: Attribute): AttributeValue {
  if (multiple) return typeof value === "object" ? value : splitList(String(value));
  if (typeof value === "object" && value.length !== 1) return value;
  const text = String(value);
  switch (type) {
    case "number":
      return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : value;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : value;
    case "enum":
    case "text":
      return text;
  }
}
