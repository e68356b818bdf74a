import { z } from "zod";
import { isTooLong, MAX_TEXT_VALUE } from "@/lib/core/schema/attribute-value";
import type { AttributeValue, AttributeValues } from "@/lib/core/schema/schema";
import { KeySchema } from "./schema";
import { textFault } from "./text";

const MAX_VALUES = 1000;

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())], {
  error: "Must be a string, a number, true, false or a list of strings.",
});

/** Attributes as they are given with what they belong to. One that is null is one that is not set. */
export const GivenAttributes = z
  .record(KeySchema, value.nullable())
  .superRefine((given, check) => {
    for (const [key, one] of Object.entries(given))
      for (const { code, message } of faultsOf(key, one))
        check.addIssue({ code: "custom", path: [key], message, params: { code } });
  })
  .transform((given): AttributeValues =>
    Object.fromEntries(Object.entries(given).flatMap(([key, one]) => (one === null ? [] : [[key, one]]))),
  );

/** One attribute set, or cleared by null. */
export const AttributeChange = z
  .strictObject({ key: KeySchema, value: value.nullable() })
  .superRefine((given, check) => {
    for (const { code, message } of faultsOf(given.key, given.value))
      check.addIssue({ code: "custom", path: ["value"], message, params: { code } });
  });

interface ValueFault {
  readonly code: string;
  readonly message: string;
}

/** What is wrong with a value whatever the schema says of it, by the name of its attribute. */
function* faultsOf(key: string, given: AttributeValue | null): Generator<ValueFault> {
  const texts =
    typeof given === "string" ? [given] : given !== null && typeof given === "object" ? given : [];
  if (texts.length > MAX_VALUES)
    yield { code: "too_big", message: `“${key}” has more than ${MAX_VALUES} values. Leave some out.` };
  for (const text of texts) {
    const fault = textFault(text);
    if (fault !== null) yield { ...fault, message: `“${key}”: ${fault.message}` };
    else if (isTooLong(text)) {
      const limit = MAX_TEXT_VALUE.toLocaleString("en");
      yield { code: "too_big", message: `“${key}” has more than ${limit} characters. Shorten it.` };
    }
  }
}
