"use client";

import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import type { CommandId } from "@/lib/core/keyboard/commands";

/** The key of a command on this person's keyboard. */
export function CommandKeys({ command }: { readonly command: CommandId }) {
  const [first] = useCommandKeys()(command);
  return first === undefined ? null : <kbd className="whitespace-nowrap">{first}</kbd>;
}
