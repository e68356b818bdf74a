"use client";

import { Plus, RotateCcw, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useIsMac } from "@/components/ui/use-is-mac";
import { chordProblemWords } from "@/lib/contracts/keyboard";
import { chordLabel } from "@/lib/core/keyboard/chord";
import type { Command } from "@/lib/core/keyboard/commands";
import {
  chordProblem,
  givenChordsOf,
  MOST_CHORDS,
  type ChordProblem,
  type Keyboard,
} from "@/lib/core/keyboard/keyboard";
import { KeyCapture } from "./key-capture";

export interface KeyRowProps {
  readonly command: Command;
  readonly keyboard: Keyboard;
  /** Whether its new key is waited for. */
  readonly isAsking: boolean;
  readonly onAsk: (isAsking: boolean) => void;
  /** Takes the chords of one or several commands. */
  readonly onGive: (keys: Keyboard["keys"]) => void;
}

/** One command: its keys, each of which can be taken away, a way to another, and back to how it came. */
export function KeyRow({ command, keyboard, isAsking, onAsk, onGive }: KeyRowProps) {
  const { id, title, isFixed } = command;
  const isMac = useIsMac();
  const [refused, setRefused] = useState<{ readonly chord: string; readonly problem: ChordProblem } | null>(
    null,
  );
  const chords = givenChordsOf(keyboard, id);
  const take = (chord: string) => {
    if (chords.includes(chord)) {
      onAsk(false);
      return;
    }
    const problem = chordProblem(keyboard, id, chord);
    if (problem !== null) {
      setRefused({ chord, problem });
      return;
    }
    setRefused(null);
    onAsk(false);
    onGive({ [id]: [...chords, chord] });
  };
  const takeFrom = (chord: string, problem: ChordProblem) => {
    if (problem.kind !== "taken") return;
    const theirs = givenChordsOf(keyboard, problem.by).filter((one) => one !== chord);
    onGive({ [problem.by]: theirs, [id]: [...chords, chord] });
    ask(false);
  };
  const ask = (isNow: boolean) => {
    setRefused(null);
    onAsk(isNow);
  };
  return (
    <tr className="border-t border-line">
      <th scope="row" className="w-full py-1.5 pr-3 text-left font-normal">
        {title}
        {isAsking && refused !== null && (
          <span role="alert" className="mt-1 block text-danger">
            <kbd>{chordLabel(refused.chord, isMac)}</kbd>: {chordProblemWords(refused.problem)}
          </span>
        )}
      </th>
      <td className="py-1.5">
        <div className="flex flex-wrap items-center justify-end gap-1 sm:flex-nowrap">
          {chords.map((chord) =>
            isFixed ? (
              <kbd key={chord}>{chordLabel(chord, isMac)}</kbd>
            ) : (
              <Button
                key={chord}
                size="small"
                aria-label={`Take ${chordLabel(chord, isMac)} away from “${title}”`}
                onPress={() => onGive({ [id]: chords.filter((one) => one !== chord) })}
              >
                <kbd>{chordLabel(chord, isMac)}</kbd>
                <X aria-hidden className="size-3 text-soft" />
              </Button>
            ),
          )}
          {chords.length === 0 && !isAsking && <span className="text-soft">none</span>}
          {isAsking && (
            <KeyCapture label={`New key for “${title}”`} onChord={take} onCancel={() => ask(false)} />
          )}
          {isAsking && refused?.problem.kind === "taken" && (
            <Button size="small" onPress={() => takeFrom(refused.chord, refused.problem)}>
              Take it from there
            </Button>
          )}
          {!isFixed && !isAsking && chords.length < MOST_CHORDS && (
            <IconButton
              icon={Plus}
              size="small"
              label={`Add a key for “${title}”`}
              onPress={() => ask(true)}
            />
          )}
          {!isFixed && keyboard.keys[id] !== undefined && (
            <IconButton
              icon={RotateCcw}
              size="small"
              label={`Reset “${title}”`}
              onPress={() => onGive({ [id]: command.keys })}
            />
          )}
        </div>
      </td>
    </tr>
  );
}
