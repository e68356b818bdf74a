"use client";

import { Kbd } from "@/components/ui/kbd";
import type { CommandId } from "@/lib/core/keyboard/commands";
import { useCommandKeys } from "./keyboard-context";

export interface CommandKbdProps {
  readonly command: CommandId;
  readonly className?: string;
}

/** The key of a command on this person's keyboard; nothing where it has none. */
export function CommandKbd({ command, className }: CommandKbdProps) {
  const [first] = useCommandKeys()(command);
  return first === undefined ? null : <Kbd {...(className === undefined ? {} : { className })}>{first}</Kbd>;
}
