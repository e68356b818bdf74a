"use client";

import { CommandKbd } from "@/components/keyboard/command-kbd";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import type { Editor } from "@/lib/client/session/editor";
import { nearestCandidates, chosenOption, type Linking } from "@/lib/client/session/linking";
import { AnnotationChip } from "./annotation-chip";
import { useAnnotationSet, useWorkbench } from "./workbench";

const SHOWN = 12;

/** A relation in the making: which one, and to what. The other end can also be clicked in the text. */
export function LinkInspector({ linking, editor }: { readonly linking: Linking; readonly editor: Editor }) {
  const { focusText } = useWorkbench();
  const set = useAnnotationSet();
  const from = set.annotations.get(linking.from);
  if (from === undefined) return null;
  const candidates = nearestCandidates(editor.index, linking, from, SHOWN);
  const { direction } = chosenOption(linking);
  return (
    <section aria-label="New link" className="rounded-lg border border-accent bg-paper p-3">
      <p className="flex flex-wrap items-center gap-1.5 text-soft">
        {direction === "out" ? "Link" : "Link to"} <AnnotationChip annotation={from} />
      </p>
      <div role="group" aria-label="Relation" className="mt-2.5 flex flex-wrap gap-1.5">
        {linking.options.map((option, index) => (
          <button
            key={`${option.type.key} ${option.direction}`}
            type="button"
            aria-pressed={index === linking.option}
            onClick={() => {
              editor.linker.chooseOption(index);
              focusText();
            }}
            className={classNames(
              "inline-flex h-6.5 items-center gap-1.5 rounded-md border px-2 text-sm font-medium pointer-coarse:h-11",
              index === linking.option
                ? "border-transparent bg-accent text-on-accent"
                : "border-line hover:bg-hover",
            )}
          >
            {option.direction === "in" && <span aria-hidden>←</span>}
            {option.type.name}
            {index < 9 && <Kbd>{String(index + 1)}</Kbd>}
          </button>
        ))}
      </div>
      {candidates.length === 0 ? (
        <p className="mt-2.5 text-soft">There is nothing yet that this can lead to. Mark it first.</p>
      ) : (
        <ul
          aria-label="What it can lead to"
          className="mt-2.5 flex max-h-56 flex-col gap-0.5 overflow-y-auto"
        >
          {candidates.map((candidate) => (
            <li key={candidate.id}>
              <button
                type="button"
                aria-current={candidate.id === linking.candidate}
                onClick={() => {
                  editor.linker.linkTo(candidate.id);
                  focusText();
                }}
                className={classNames(
                  "flex w-full items-center rounded-md px-1.5 py-1 text-left hover:bg-hover",
                  candidate.id === linking.candidate && "bg-accent-wash ring-1 ring-accent",
                )}
              >
                <AnnotationChip annotation={candidate} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-2.5 flex flex-wrap items-center gap-1.5 text-sm text-soft">
        Click the other end, or step to it by{" "}
        <CommandKbd command="annotation.next" className="opacity-100!" />{" "}
        <CommandKbd command="annotation.previous" className="opacity-100!" /> and press{" "}
        <CommandKbd command="open" className="opacity-100!" />
        <Button
          size="small"
          variant="plain"
          onPress={() => {
            editor.stepOut();
            focusText();
          }}
        >
          Cancel <CommandKbd command="escape" />
        </Button>
      </p>
    </section>
  );
}
