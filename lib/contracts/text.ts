import { z } from "zod";

const NUL = { code: "nul_char", message: "Contains a NUL character (U+0000). Remove it." } as const;
const ILL_FORMED = {
  code: "ill_formed_unicode",
  message: "Contains half of a surrogate pair. Encode the text as UTF-8 again.",
} as const;

/** Why Postgres or a reader of our files could not hold `value`, or null. */
export function textFault(value: string): typeof NUL | typeof ILL_FORMED | null {
  if (value.includes("\u0000")) return NUL;
  return value.isWellFormed() ? null : ILL_FORMED;
}

/** A string that Postgres and every reader of our files can hold: well-formed Unicode without NUL. */
export const wellFormed = z.string().superRefine((value, check) => {
  const fault = textFault(value);
  if (fault !== null)
    check.addIssue({ code: "custom", message: fault.message, params: { code: fault.code } });
});

/** A line of text that names something: trimmed, not empty. `max` counts UTF-16 units. */
export const line = (max: number) =>
  wellFormed.trim().min(1, "Must not be empty.").max(max, `At most ${max} characters.`);
