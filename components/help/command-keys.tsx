"use client";

import { useIsMac } from "@/components/ui/use-is-mac";
import { chordLabel } from "@/lib/client/commands/chord";
import { commandOf, type CommandId } from "@/lib/client/commands/commands";

/** The key of a command as it is printed on this computer's keyboard. */
export function CommandKeys({ command }: { readonly command: CommandId }) {
  const isMac = useIsMac();
  const [first] = commandOf(command).keys;
  return first === undefined ? null : <kbd className="whitespace-nowrap">{chordLabel(first, isMac)}</kbd>;
}
