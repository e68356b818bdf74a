"use client";

import { useEffect, type ReactNode } from "react";
import { Button } from "./button";
import { Kbd } from "./kbd";
import { useIsMac } from "./use-is-mac";

export interface SaveBarProps {
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** What stands at its left while there is nothing to save: the version, who saved last. */
  readonly status: ReactNode;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Floats at the end of the window over a long form. Ctrl+S or ⌘S saves too. */
export function SaveBar({ isDirty, isSaving, status, onSave, onDiscard }: SaveBarProps) {
  const isMac = useIsMac();
  // The window: the key saves wherever the focus is.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "s" ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      if (isDirty && !isSaving) onSave();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isDirty, isSaving, onSave]);

  return (
    <div
      data-save-bar=""
      className="sticky bottom-3 z-20 mt-6 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-paper py-2.5 pr-2.5 pl-4 shadow-float"
    >
      <span role="status" className="min-w-0 flex-1 text-soft">
        {isDirty ? "Not saved yet" : status}
      </span>
      <Button variant="plain" isDisabled={!isDirty || isSaving} onPress={onDiscard}>
        Discard
      </Button>
      <Button variant="primary" isDisabled={!isDirty} isPending={isSaving} onPress={onSave}>
        Save <Kbd className="max-sm:hidden">{isMac ? "⌘S" : "Ctrl S"}</Kbd>
      </Button>
    </div>
  );
}
