"use client";

import { useEffect, useRef } from "react";
import { useIsMac } from "@/components/ui/use-is-mac";
import { chordOf, chordText } from "@/lib/core/keyboard/chord";

export interface KeyCaptureProps {
  readonly label: string;
  readonly onChord: (chord: string) => void;
  readonly onCancel: () => void;
}

/** Waits for a key to be struck. Escape gives up; Tab goes on, as everywhere. */
export function KeyCapture({ label, onChord, onCancel }: KeyCaptureProps) {
  const isMac = useIsMac();
  const place = useRef<HTMLInputElement>(null);

  // The keyboard: what is struck next is meant for here.
  useEffect(() => place.current?.focus(), []);

  return (
    <input
      ref={place}
      readOnly
      value=""
      aria-label={`${label}. Press the keys, or Escape`}
      placeholder="Press the keys…"
      onKeyDown={(event) => {
        if (event.key === "Tab") return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Escape") {
          onCancel();
          return;
        }
        const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
        const isAltGraph = event.getModifierState("AltGraph");
        const chord = chordOf({ key, code, ctrlKey, metaKey, altKey, shiftKey, isAltGraph }, isMac);
        if (chord !== null) onChord(chordText(chord));
      }}
      className="h-6.5 w-36 rounded-md border border-accent bg-accent-wash px-2 text-center text-base pointer-coarse:h-11"
    />
  );
}
