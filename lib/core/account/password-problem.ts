import { COMMON_PASSWORDS } from "./common-passwords";

/** In UTF-16 units. */
export const MIN_PASSWORD = 8;
export const MAX_PASSWORD = 200;

export type PasswordProblem = "too_short" | "too_long" | "too_common" | "is_the_address";

/**
 * Why nobody should use this password, or null. There is no rule of composition: such rules lead to guessable ends.
 * @param email canonical
 */
export function passwordProblem(password: string, email: string | null): PasswordProblem | null {
  if (password.length < MIN_PASSWORD) return "too_short";
  if (password.length > MAX_PASSWORD) return "too_long";
  const plain = password.normalize("NFKC").toLowerCase();
  if (email !== null && (plain === email || plain === email.split("@")[0])) return "is_the_address";
  return COMMON_PASSWORDS.has(plain) || COMMON_PASSWORDS.has(withoutEnding(plain)) || isRun(plain)
    ? "too_common"
    : null;
}

/** The digits and marks with which people lengthen a word they are told not to use. */
function withoutEnding(password: string): string {
  return password.replace(/[\d!?.*#$@_-]{1,4}$/, "");
}

/** One character over and over, or each the successor of the one before: `aaaaaaaa`, `23456789`, `hgfedcba`. */
function isRun(password: string): boolean {
  const steps = new Set(
    Array.from(password, (character, i) => (i === 0 ? null : code(character) - code(password[i - 1] ?? ""))),
  );
  steps.delete(null);
  const [step] = steps;
  return steps.size === 1 && step !== undefined && step !== null && Math.abs(step) <= 1;
}

function code(character: string): number {
  return character.codePointAt(0) ?? 0;
}
