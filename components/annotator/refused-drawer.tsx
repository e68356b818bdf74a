"use client";

import { Button } from "@/components/ui/button";
import { Drawer } from "@/components/ui/drawer";
import { showToast } from "@/components/ui/show-toast";
import { TimeAgo } from "@/components/ui/time-ago";
import { notDoneMessage } from "@/lib/client/session/closed";
import { revive } from "@/lib/client/session/bring-back";
import type { Kept } from "@/lib/client/session/shelf";
import { operationWords } from "./operation-words";
import { useSessionState, useWorkbench } from "./workbench";

/** What the server did not take, with the reason. Nothing leaves here but by the person's own hand. */
export function RefusedDrawer({
  isOpen,
  onOpenChange,
}: {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}) {
  const { session } = useWorkbench();
  const { refused } = useSessionState();
  const tryAgain = (kept: readonly Kept[], how: "as they are" | "restoring" = "as they are") => {
    const ids = new Set(kept.map(({ operation }) => operation.id));
    const refusal = session?.tryAgain(ids, how) ?? null;
    if (refusal !== null)
      showToast({ title: "That still cannot be done", description: notDoneMessage(refusal), tone: "warn" });
  };
  return (
    <Drawer title={`Refused (${refused.length})`} isOpen={isOpen} onOpenChange={onOpenChange}>
      {refused.length === 0 ? (
        <p className="text-soft">Nothing is waiting here. The server has taken all your work.</p>
      ) : (
        <>
          <p className="mb-3 text-soft">
            The server did not take these changes. They are kept on this device until you decide.
          </p>
          {refused.length > 1 && (
            <Button size="small" className="mb-3" onPress={() => tryAgain(refused)}>
              Try all again
            </Button>
          )}
          <ul className="flex flex-col divide-y divide-line">
            {refused.map((one) => (
              <RefusedItem
                key={one.operation.id}
                kept={one}
                onTryAgain={() => tryAgain([one])}
                onRestore={() => tryAgain([one], "restoring")}
                onDiscard={() => session?.discard(new Set([one.operation.id]))}
              />
            ))}
          </ul>
        </>
      )}
    </Drawer>
  );
}

interface RefusedItemProps {
  readonly kept: Kept;
  readonly onTryAgain: () => void;
  /** Brings back what it is about, and then does it. */
  readonly onRestore: () => void;
  readonly onDiscard: () => void;
}

function RefusedItem({ kept, onTryAgain, onRestore, onDiscard }: RefusedItemProps) {
  const { schema } = useWorkbench();
  const { set } = useSessionState();
  const { what, text } = operationWords(kept.operation, set, schema);
  const isGone = revive([kept.operation], set).length > 0;
  return (
    <li className="py-3">
      <p className="font-medium">{what}</p>
      {text !== null && (
        <p className="mt-0.5 font-serif text-lg [overflow-wrap:anywhere] select-text">{text}</p>
      )}
      <p className="mt-1 text-warn">{kept.refused?.message}</p>
      <p className="mt-0.5 text-sm text-soft">
        <TimeAgo at={kept.at} />
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {isGone ? (
          <Button size="small" onPress={onRestore}>
            Restore it and try again
          </Button>
        ) : (
          <Button size="small" onPress={onTryAgain}>
            Try again
          </Button>
        )}
        <Button size="small" onPress={() => void copy(text ?? what)}>
          {text === null ? "Copy" : "Copy text"}
        </Button>
        <Button size="small" variant="plain" onPress={onDiscard}>
          Discard
        </Button>
      </div>
    </li>
  );
}

/** On plain http there is no clipboard; the text can be selected instead. */
async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ title: "Copied", tone: "ok" });
  } catch {
    showToast({
      title: "This page may not use the clipboard",
      description: "Select the text and copy it by hand.",
      tone: "warn",
    });
  }
}
