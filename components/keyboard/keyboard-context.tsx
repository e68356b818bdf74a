"use client";

import { createContext, useCallback, useContext, type ReactNode } from "react";
import { chordLabel } from "@/lib/core/keyboard/chord";
import type { CommandId } from "@/lib/core/keyboard/commands";
import { chordsOf, DEFAULT_KEYBOARD, type Keyboard } from "@/lib/core/keyboard/keyboard";
import { useIsMac } from "@/components/ui/use-is-mac";

const KeyboardContext = createContext<Keyboard>(DEFAULT_KEYBOARD);

/** Everything inside shows and obeys the keys of this person. */
export function KeyboardProvider({
  keyboard,
  children,
}: {
  readonly keyboard: Keyboard;
  readonly children: ReactNode;
}) {
  return <KeyboardContext value={keyboard}>{children}</KeyboardContext>;
}

export function useKeyboard(): Keyboard {
  return useContext(KeyboardContext);
}

/** The keys of a command on this person's keyboard, as they are printed on this computer's; the one to show first. */
export function useCommandKeys(): (id: CommandId) => readonly string[] {
  const keyboard = useKeyboard();
  const isMac = useIsMac();
  return useCallback(
    (id) => chordsOf(keyboard, id).map((chord) => chordLabel(chord, isMac)),
    [keyboard, isMac],
  );
}
