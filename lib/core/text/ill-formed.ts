import { isBlank } from "./is-blank";

export type TextProblem = "empty" | "nul_char" | "ill_formed_unicode";

/** Why `text` cannot be a document, or null. Postgres stores no NUL, and no encoding carries a lone surrogate. */
export function textProblem(text: string): TextProblem | null {
  if (isBlank(text)) return "empty";
  if (text.includes("\0")) return "nul_char";
  return LONE_SURROGATE.test(text) ? "ill_formed_unicode" : null;
}

// String.prototype.isWellFormed is ES2024, beyond the library that core compiles with.
const LONE_SURROGATE = /\p{Surrogate}/u;
