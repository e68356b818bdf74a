"use client";

import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { Dialog } from "@/components/ui/dialog";
import { Swatch } from "@/components/ui/swatch";
import { COMMAND_GROUPS, type Screen } from "@/lib/core/keyboard/command-spec";
import { COMMANDS, commandsOn, type Command, type CommandId } from "@/lib/core/keyboard/commands";
import type { KeyedLabel } from "@/lib/client/commands/label-keys";
import { PickList, type PickGroup } from "./pick-list";

export interface CommandPaletteProps {
  readonly screen: Screen;
  readonly labels: readonly KeyedLabel[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly isAvailable: (command: Command) => boolean;
  readonly onRun: (id: CommandId) => void;
  readonly onLabel: (key: string) => void;
}

const LABEL = "label:";

/** Every command by name, with its key; labels among them. */
export function CommandPalette({
  screen,
  labels,
  isOpen,
  onOpenChange,
  isAvailable,
  onRun,
  onLabel,
}: CommandPaletteProps) {
  const keysOf = useCommandKeys();
  const groups: readonly PickGroup[] = [
    {
      title: "Labels",
      picks: labels.map(({ label, key }) => ({
        id: LABEL + label.key,
        title: label.name,
        keys: key?.toUpperCase() ?? null,
        mark: <Swatch color={label.color} />,
      })),
    },
    ...COMMAND_GROUPS.map((group) => ({
      title: group,
      picks: commandsOn(screen)
        .filter((command) => command.group === group)
        .map((command) => ({
          id: command.id,
          title: command.title,
          keys: keysOf(command.id)[0] ?? null,
          isDisabled: !isAvailable(command),
        })),
    })),
  ].filter(({ picks }) => picks.length > 0);
  return (
    <Dialog title="All commands" isOpen={isOpen} onOpenChange={onOpenChange}>
      <PickList
        label="Search commands"
        groups={groups}
        onPick={(id) => {
          onOpenChange(false);
          const command = COMMANDS.find((one) => one.id === id);
          if (command !== undefined) onRun(command.id);
          else onLabel(id.slice(LABEL.length));
        }}
      />
    </Dialog>
  );
}
