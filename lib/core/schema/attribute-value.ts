import type { Attribute, AttributeValue, AttributeValues } from "./schema";

/** Code points in one text value. */
export const MAX_TEXT_VALUE = 10_000;

/** Whether `value` is one that `attribute` may take. A value outside of an enum's list is not. */
export function isValueOf(attribute: Attribute, value: AttributeValue): boolean {
  switch (attribute.type) {
    case "enum":
      return attribute.multiple
        ? isListOf(value, (one) => attribute.values.includes(one))
        : isOneOf(attribute.values, value);
    case "text":
      return attribute.multiple ? isListOf(value, isText) : typeof value === "string" && isText(value);
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" && Number.isFinite(value);
  }
}

function isOneOf(values: readonly string[], value: AttributeValue): boolean {
  return typeof value === "string" && values.includes(value);
}

function isListOf(value: AttributeValue, accepts: (one: string) => boolean): boolean {
  return (
    typeof value === "object" &&
    value.length > 0 &&
    value.every(accepts) &&
    new Set(value).size === value.length
  );
}

function isText(value: string): boolean {
  return value.length > 0 && !isTooLong(value) && !value.includes("\u0000");
}

/** Whether a text has more code points than one value may have. */
export function isTooLong(text: string): boolean {
  return (
    text.length > 2 * MAX_TEXT_VALUE || (text.length > MAX_TEXT_VALUE && [...text].length > MAX_TEXT_VALUE)
  );
}

/** The first of `values` that does not belong to `attributes`, and why. */
export function attributeProblem(
  attributes: readonly Attribute[],
  values: AttributeValues,
): { readonly key: string; readonly refusal: "unknown_attribute" | "invalid_value" } | null {
  for (const [key, value] of Object.entries(values)) {
    const attribute = attributes.find((one) => one.key === key);
    if (attribute === undefined) return { key, refusal: "unknown_attribute" };
    if (!isValueOf(attribute, value)) return { key, refusal: "invalid_value" };
  }
  return null;
}
