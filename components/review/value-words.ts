import type { AttributeValue } from "@/lib/core/schema/schema";

/** An attribute's value as it is read. */
export function valueWords(value: AttributeValue | null): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return Array.isArray(value) ? value.join(", ") : String(value);
}
