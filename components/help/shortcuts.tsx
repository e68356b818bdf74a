"use client";

import { useIsMac } from "@/components/ui/use-is-mac";
import { chordLabel } from "@/lib/client/commands/chord";
import { COMMAND_GROUPS, COMMANDS, type Command } from "@/lib/client/commands/commands";

/** Every key of the annotate screen, from the list that the screen itself works by. */
export function Shortcuts() {
  const isMac = useIsMac();
  return COMMAND_GROUPS.map((group) => {
    const commands = COMMANDS.filter((command) => command.group === group);
    return commands.length === 0 ? null : (
      <ShortcutGroup key={group} title={group} commands={commands} isMac={isMac} />
    );
  });
}

interface ShortcutGroupProps {
  readonly title: string;
  readonly commands: readonly Command[];
  readonly isMac: boolean;
}

function ShortcutGroup({ title, commands, isMac }: ShortcutGroupProps) {
  return (
    <table className="w-full">
      <caption className="pt-3 pb-1 text-left text-base font-semibold">{title}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">Command</th>
          <th scope="col">Keys</th>
        </tr>
      </thead>
      <tbody>
        {commands.map(({ id, title: name, keys }) => (
          <tr key={id}>
            <td className="w-full">{name}</td>
            <td className="text-right whitespace-nowrap">
              {keys.map((chord, index) => (
                <span key={chord}>
                  {index > 0 && <span className="text-soft"> or </span>}
                  <kbd>{chordLabel(chord, isMac)}</kbd>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
