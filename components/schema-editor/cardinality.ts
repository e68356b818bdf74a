import type { Waiver } from "@/lib/core/schema/schema";

/** How many of a relation an annotation has, in words: `exactly 1`, `at least 1`, `up to 3`, `1 to 3`, `any number`. */
export function cardinality(min: number, max: number | null): string {
  if (max === null) return min === 0 ? "any number" : `at least ${min}`;
  if (min === max) return `exactly ${min}`;
  return min === 0 ? `up to ${max}` : `${min} to ${max}`;
}

/** What makes the least number void: `not needed when reporting is authorial, or target_concept has a value`. */
export function waivers(waivedBy: readonly Waiver[]): string | null {
  if (waivedBy.length === 0) return null;
  const cases = waivedBy.map(({ attribute, values }) =>
    values === null ? `${attribute} has a value` : `${attribute} is ${values.map(inWords).join(" or ")}`,
  );
  return `not needed when ${cases.join(", or ")}`;
}

function inWords(value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
