"use client";

import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { Dialog } from "@/components/ui/dialog";
import type { KeyedLabel } from "@/lib/client/commands/label-keys";
import { Kbd } from "@/components/ui/kbd";
import { COMMAND_GROUPS, type Screen } from "@/lib/core/keyboard/command-spec";
import { commandsOn } from "@/lib/core/keyboard/commands";

/** All keys at a glance. */
export function ShortcutSheet({
  screen,
  labels,
  isOpen,
  onOpenChange,
}: {
  readonly screen: Screen;
  readonly labels: readonly KeyedLabel[];
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}) {
  const keysOf = useCommandKeys();
  return (
    <Dialog
      title="Keyboard shortcuts"
      width="wide"
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      description="Letters and signs act while the text has the focus; Esc goes there."
    >
      <div role="group" aria-label="Shortcuts by group" tabIndex={0} className="columns-1 gap-8 sm:columns-2">
        <ShortcutGroup
          title="Labels"
          rows={labels.map(({ label, key, letter }) => [
            label.name,
            [key, letter].filter((one) => one !== null).map((one) => one.toUpperCase()),
          ])}
        />
        {COMMAND_GROUPS.map((group) => (
          <ShortcutGroup
            key={group}
            title={group}
            rows={commandsOn(screen)
              .filter((command) => command.group === group)
              .map(({ id, title }) => [title, keysOf(id)])}
          />
        ))}
      </div>
    </Dialog>
  );
}

function ShortcutGroup({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [string, readonly string[]])[];
}) {
  if (rows.length === 0) return null;
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1 font-semibold">{title}</h3>
      <dl>
        {rows.map(([name, keys]) => (
          <div key={name} className="flex items-baseline gap-3 border-b border-line py-1 last:border-b-0">
            <dt className="min-w-0 flex-1 text-soft">{name}</dt>
            <dd className="flex shrink-0 gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
