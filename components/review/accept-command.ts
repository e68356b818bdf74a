import type { ReviewCommandId } from "@/lib/core/keyboard/commands";

export const ACCEPT_COMMANDS = [
  "review.accept.a",
  "review.accept.b",
  "review.accept.c",
  "review.accept.d",
  "review.accept.e",
  "review.accept.f",
  "review.accept.g",
  "review.accept.h",
] as const satisfies readonly ReviewCommandId[];

/** The command that accepts what the set in this column has. */
export function acceptCommand(column: number): (typeof ACCEPT_COMMANDS)[number] | null {
  return ACCEPT_COMMANDS[column] ?? null;
}
