"use client";

import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { COMMAND_GROUPS } from "@/lib/core/keyboard/command-spec";
import { COMMANDS, type Command } from "@/lib/core/keyboard/commands";

/** Every key of the annotate screen, from the list that the screen itself works by. */
export function Shortcuts() {
  return COMMAND_GROUPS.map((group) => {
    const commands = COMMANDS.filter((command) => command.group === group);
    return commands.length === 0 ? null : <ShortcutGroup key={group} title={group} commands={commands} />;
  });
}

interface ShortcutGroupProps {
  readonly title: string;
  readonly commands: readonly Command[];
}

function ShortcutGroup({ title, commands }: ShortcutGroupProps) {
  const keysOf = useCommandKeys();
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
        {commands.map(({ id, title: name }) => (
          <tr key={id}>
            <td className="w-full">{name}</td>
            <td className="text-right whitespace-nowrap">
              {keysOf(id).map((key, index) => (
                <span key={key}>
                  {index > 0 && <span className="text-soft"> or </span>}
                  <kbd>{key}</kbd>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
