"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Annotation } from "@/lib/core/annotation/annotation";
import { liveAnnotations } from "@/lib/core/annotation/annotation-set";
import { missingIn } from "@/lib/core/annotation/completeness";
import { AnnotationRow, ROW_HEIGHT } from "./annotation-row";
import { missingWords } from "./missing-words";
import { useAnnotationSet, useEditorState, useWorkbench } from "./workbench";

const INCOMPLETE = " incomplete";

/** All annotations in the order of the text, to look through and to go to. Only the rows in sight are in the page. */
export function AnnotationList() {
  const { schema, editor } = useWorkbench();
  const set = useAnnotationSet();
  const { selected, linking } = useEditorState();
  const [filter, setFilter] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);

  const missing = useMemo(() => missingWords(missingIn(set, schema), schema), [set, schema]);
  const all = useMemo(() => liveAnnotations(set), [set]);
  const shown = useMemo(() => all.filter((one) => isShown(one, filter, missing)), [all, filter, missing]);
  const current = linking?.candidate ?? selected;
  const index = shown.findIndex(({ id }) => id === current);

  // The compiler cannot memoise what it returns, and need not: rows are cheap.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });

  // The list's own scroll position: what is selected in the text is in sight here.
  useEffect(() => {
    if (index >= 0) virtual.scrollToIndex(index, { align: "auto" });
  }, [index, virtual]);

  const step = (event: KeyboardEvent) => {
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: shown.length - 1 }[event.key];
    const next = to === undefined ? undefined : shown[Math.max(0, Math.min(to, shown.length - 1))];
    if (next === undefined) return;
    event.preventDefault();
    editor?.select(next.id);
  };

  return (
    <section aria-label="Annotations" className="flex min-h-0 flex-1 flex-col">
      <header className="flex items-center gap-2 px-4 pt-3 pb-1.5">
        <h2 className="flex-1 text-sm font-semibold tracking-wide text-soft uppercase">
          Annotations · <span data-testid="annotation-count">{all.length}</span>
        </h2>
        {missing.size > 0 && (
          <button
            type="button"
            aria-pressed={filter === INCOMPLETE}
            onClick={() => setFilter(filter === INCOMPLETE ? null : INCOMPLETE)}
            className={classNames(
              "rounded-md px-1.5 text-sm font-semibold text-warn hover:bg-hover",
              filter === INCOMPLETE && "bg-warn-wash",
            )}
          >
            {missing.size} incomplete
          </button>
        )}
      </header>
      {all.length > 8 && <LabelFilter filter={filter} onFilter={setFilter} />}
      <div
        ref={scroller}
        role="listbox"
        tabIndex={shown.length === 0 ? -1 : 0}
        aria-label="Annotations in the order of the text"
        aria-activedescendant={index < 0 ? undefined : rowId(shown[index])}
        onKeyDown={step}
        className="min-h-0 flex-1 overflow-y-auto pb-3 -outline-offset-2"
      >
        <div role="presentation" className="relative w-full" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const annotation = shown[item.index];
            if (annotation === undefined) return null;
            return (
              <AnnotationRow
                key={annotation.id}
                id={rowId(annotation) ?? ""}
                annotation={annotation}
                top={item.start}
                place={item.index + 1}
                total={shown.length}
                isCurrent={annotation.id === current}
                missing={missing.get(annotation.id) ?? null}
                onSelect={() =>
                  linking === null ? editor?.select(annotation.id) : editor?.linker.linkTo(annotation.id)
                }
              />
            );
          })}
        </div>
      </div>
    </section>
  );
}

function LabelFilter({
  filter,
  onFilter,
}: {
  readonly filter: string | null;
  readonly onFilter: (filter: string | null) => void;
}) {
  const { schema } = useWorkbench();
  return (
    <div role="group" aria-label="Show only" className="flex gap-1 overflow-x-auto px-4 pb-1.5">
      {schema.labels.map(({ key, name }) => (
        <button
          key={key}
          type="button"
          aria-pressed={filter === key}
          onClick={() => onFilter(filter === key ? null : key)}
          className={classNames(
            "h-5.5 shrink-0 rounded-md border px-1.5 text-xs pointer-coarse:h-9",
            filter === key
              ? "border-transparent bg-accent text-on-accent"
              : "border-line text-soft hover:bg-hover",
          )}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function isShown(
  { id, label }: Annotation,
  filter: string | null,
  missing: ReadonlyMap<string, string>,
): boolean {
  if (filter === null) return true;
  return filter === INCOMPLETE ? missing.has(id) : label === filter;
}

function rowId(annotation: Annotation | undefined): string | undefined {
  return annotation === undefined ? undefined : `row-${annotation.id}`;
}
