import type { Attribute, AttributeValue } from "@/lib/core/schema/schema";

/** What the digit makes of an attribute whose values are chosen from a list; null where it means nothing. */
export function digitChoice(
  attribute: Attribute,
  value: AttributeValue | null,
  key: string,
): { readonly value: AttributeValue | null } | null {
  if (!/^[1-9]$/.test(key)) return null;
  const chosen = choicesOf(attribute)[Number(key) - 1];
  if (chosen === undefined) return null;
  if (attribute.type !== "enum" || !attribute.multiple) return { value: chosen };
  const before: readonly string[] = typeof value === "object" && value !== null ? value : [];
  const after = attribute.values.filter((one) => (one === chosen) !== before.includes(one));
  return { value: after.length === 0 ? null : after };
}

/** The digits that choose one of its values, in words for the eye: “1–4”. Null where values are typed. */
export function digitsOf(attribute: Attribute): string | null {
  const count = Math.min(9, choicesOf(attribute).length);
  if (count === 0) return null;
  return count === 1 ? "1" : `1–${count}`;
}

function choicesOf(attribute: Attribute): readonly (string | boolean)[] {
  switch (attribute.type) {
    case "enum":
      return attribute.values;
    case "boolean":
      return [true, false];
    case "number":
    case "text":
      return [];
  }
}
