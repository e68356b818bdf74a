"use client";

import { useEffect, type RefObject } from "react";
import type { Stroke } from "@/lib/core/keyboard/chord";
import type { CommandId } from "@/lib/core/keyboard/commands";
import type { Focus, Keymap } from "@/lib/client/commands/keymap";

export interface Keys {
  readonly run: (id: CommandId) => void;
  /** A key that may be a label's. @returns whether it was. */
  readonly onLabelKey: (key: string) => boolean;
  readonly keymap: Keymap;
}

/**
 * Listens to the keyboard for as long as the screen stands. What acts in the text acts everywhere inside `textRef`, but
 * for fields that one types in. Dialogs keep their keys to themselves.
 */
export function useKeys(textRef: RefObject<HTMLElement | null>, { run, onLabelKey, keymap }: Keys): void {
  // The keyboard.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // Buttons take Enter for a press, whatever is held with it; so strokes with Ctrl or ⌘ are looked at before them.
      const isEarly = event.eventPhase !== Event.BUBBLING_PHASE;
      if (isEarly !== (event.ctrlKey || event.metaKey)) return;
      if (event.defaultPrevented || event.isComposing || isInDialog(event.target)) return;
      const stroke = strokeOf(event);
      const focus = focusOf(event.target, textRef.current);
      const command = keymap.commandFor(stroke, focus);
      const key = command === null && focus === "text" ? keymap.labelKeyOf(stroke) : null;
      if (command === null && (key === null || !onLabelKey(key))) return;
      event.preventDefault();
      if (isEarly) event.stopPropagation();
      if (command !== null) run(command);
    };
    document.addEventListener("keydown", listen, true);
    document.addEventListener("keydown", listen);
    return () => {
      document.removeEventListener("keydown", listen, true);
      document.removeEventListener("keydown", listen);
    };
  }, [textRef, run, onLabelKey, keymap]);
}

function strokeOf(event: KeyboardEvent): Stroke {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
  return { key, code, ctrlKey, metaKey, altKey, shiftKey, isAltGraph: event.getModifierState("AltGraph") };
}

function focusOf(target: EventTarget | null, text: HTMLElement | null): Focus {
  if (!(target instanceof Element)) return "page";
  if (target.closest("textarea, select, [role=listbox], input:not([type=radio], [type=checkbox])") !== null)
    return "field";
  return text?.contains(target) === true ? "text" : "page";
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("[role=dialog], [role=alertdialog], [role=menu]") !== null
  );
}
