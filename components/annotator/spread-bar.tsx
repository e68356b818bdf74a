"use client";

import { ChevronDown, ChevronUp } from "lucide-react";
import { CommandKbd } from "@/components/keyboard/command-kbd";
import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { labelOf } from "@/lib/core/schema/schema";
import { shortQuote } from "@/lib/client/session/describe-act";
import type { Editor } from "@/lib/client/session/editor";
import { chosenPlaces, type Spread } from "@/lib/client/session/spread";
import { AnnotationChip } from "./annotation-chip";
import { useAnnotationSet, useWorkbench } from "./workbench";

export interface SpreadBarProps {
  readonly spread: Spread;
  readonly editor: Editor;
}

/** Before the same words get a label everywhere: how many places there are, one by one if need be, and the question. */
export function SpreadBar({ spread, editor }: SpreadBarProps) {
  const { schema, focusText } = useWorkbench();
  const keysOf = useCommandKeys();
  const from = useAnnotationSet().annotations.get(spread.from);
  if (from === undefined) return null;
  const chosen = chosenPlaces(spread).length;
  const { current, places, marked, leftOut } = spread;
  const isLeftOut = current !== null && leftOut.has(current);
  const name = labelOf(schema, from.label)?.name ?? from.label;
  const then = (act: () => void) => () => {
    act();
    focusText();
  };
  return (
    <section
      aria-label={`${shortQuote(from.quote)} everywhere`}
      className="floats absolute top-2 right-9 left-2 z-10 rounded-lg border border-line bg-paper p-3 shadow-float sm:left-auto sm:w-96"
    >
      <p className="flex min-w-0 items-center gap-1.5">
        <span className="min-w-0 truncate">
          <AnnotationChip annotation={from} />
        </span>
        <span className="shrink-0 text-soft" data-testid="spread-count">
          {chosen === 1 ? "1 more place" : `${chosen} more places`}
        </span>
      </p>
      <p className="mt-1 flex flex-wrap gap-x-3 text-sm text-soft">
        {marked > 0 && <span>{marked} marked already</span>}
        {leftOut.size > 0 && <span>{leftOut.size} left out</span>}
        <span>as written, whole words</span>
      </p>
      <div className="mt-2 flex items-center gap-1">
        <IconButton
          icon={ChevronUp}
          size="small"
          label="Previous place"
          keys={keysOf("annotation.previous")[0]}
          onPress={then(() => editor.next("back"))}
        />
        <IconButton
          icon={ChevronDown}
          size="small"
          label="Next place"
          keys={keysOf("annotation.next")[0]}
          onPress={then(() => editor.next("forward"))}
        />
        <span className="text-sm whitespace-nowrap text-soft tabular-nums">
          {current === null ? "Look at each" : `${current + 1} of ${places.length}`}
        </span>
        {current !== null && (
          <Button size="small" variant="plain" onPress={then(() => editor.spreader.toggle(spread))}>
            {isLeftOut ? "Take in" : "Leave out"} <CommandKbd command="delete" />
          </Button>
        )}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button
          size="small"
          variant="primary"
          isDisabled={chosen === 0}
          onPress={then(() => editor.spreader.confirm())}
        >
          Mark {chosen} as {name} <CommandKbd command="open" />
        </Button>
        <Button size="small" variant="plain" onPress={then(() => editor.stepOut())}>
          Cancel <CommandKbd command="escape" />
        </Button>
      </div>
    </section>
  );
}
