import { z } from "zod";

/** A string that Postgres and every reader of our files can hold: well-formed Unicode without NUL. */
export const wellFormed = z
  .string()
  .refine((value) => !value.includes("\u0000"), {
    error: "Contains a NUL character (U+0000). Remove it.",
    params: { code: "nul_char" },
  })
  .refine((value) => value.isWellFormed(), {
    error: "Contains half of a surrogate pair. Encode the text as UTF-8 again.",
    params: { code: "ill_formed_unicode" },
  });

/** A line of text that names something: trimmed, not empty. `max` counts UTF-16 units. */
export const line = (max: number) =>
  wellFormed.trim().min(1, "Must not be empty.").max(max, `At most ${max} characters.`);
