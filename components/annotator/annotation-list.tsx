"use client";

import { History } from "lucide-react";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useCommandKeys } from "@/components/keyboard/keyboard-context";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import type { Annotation } from "@/lib/core/annotation/annotation";
import { liveAnnotations } from "@/lib/core/annotation/annotation-set";
import type { CommandId } from "@/lib/core/keyboard/commands";
import { missingIn } from "@/lib/core/annotation/completeness";
import { AnnotationRow, ROW_HEIGHT } from "./annotation-row";
import { deletedAnnotations } from "./deleted-annotations";
import { missingWords } from "./missing-words";
import { ListFilter } from "./list-filter";
import { EVERYTHING, isNarrowed, viewed, type Sort } from "./list-view";
import { useAuthors } from "./use-authors";
import { useEditorState, useSessionState, useWorkbench } from "./workbench";

/** So few can be looked through without a filter. */
const FEW = 8;

/** All annotations, to look through and to go to. Only the rows in sight are in the page. */
export function AnnotationList({ onRun }: { readonly onRun: (id: CommandId) => void }) {
  const { schema, editor } = useWorkbench();
  const { set, pending, save } = useSessionState();
  const { selected, linking } = useEditorState();
  const authorOf = useAuthors();
  const keysOf = useCommandKeys();
  const [view, setView] = useState(EVERYTHING);
  const scroller = useRef<HTMLDivElement>(null);

  const missing = useMemo(() => missingWords(missingIn(set, schema), schema), [set, schema]);
  const all = useMemo(() => liveAnnotations(set), [set]);
  const shown = useMemo(() => {
    const unsaved = new Set<string>(pending.map(({ target }) => target));
    const labels = schema.labels.map(({ key }) => key);
    return viewed(view, { annotations: all, incomplete: missing, unsaved, labels });
  }, [view, all, missing, pending, schema]);
  const deleted = deletedAnnotations(set).length;
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
        {deleted > 0 && (
          <button
            type="button"
            onClick={() => onRun("deleted")}
            className="rounded-md px-1.5 text-sm text-soft hover:bg-hover hover:text-ink"
          >
            {deleted} deleted
          </button>
        )}
        {(missing.size > 0 || view.onlyIncomplete) && (
          <button
            type="button"
            aria-pressed={view.onlyIncomplete}
            onClick={() => setView({ ...view, onlyIncomplete: !view.onlyIncomplete })}
            className={classNames(
              "rounded-md px-1.5 text-sm font-semibold text-warn hover:bg-hover",
              view.onlyIncomplete && "bg-warn-wash",
            )}
          >
            {missing.size} incomplete
          </button>
        )}
        <IconButton
          icon={History}
          size="small"
          label="The article as it was"
          keys={keysOf("history")[0]}
          onPress={() => onRun("history")}
        />
      </header>
      {(all.length > FEW || isNarrowed(view) || view.sort !== "text") && (
        <ListFilter
          view={view}
          onView={setView}
          hasUnsaved={pending.length > 0 && (save.kind === "offline" || save.kind === "signed-out")}
          onLeave={() => scroller.current?.focus()}
        />
      )}
      <div
        ref={scroller}
        role="listbox"
        tabIndex={shown.length === 0 ? -1 : 0}
        aria-label={LIST_NAMES[view.sort]}
        aria-activedescendant={index < 0 ? undefined : rowId(shown[index])}
        onKeyDown={step}
        className="min-h-0 flex-1 overflow-y-auto pb-3 -outline-offset-2"
      >
        {shown.length === 0 && isNarrowed(view) && (
          <p role="option" aria-selected={false} aria-disabled className="px-4 py-2 text-soft">
            None of the {all.length} annotations is like that.
          </p>
        )}
        <div role="presentation" className="relative w-full" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const annotation = shown[item.index];
            if (annotation === undefined) return null;
            const author = authorOf(annotation);
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
                author={author === null || author.isSelf ? null : author.name}
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

const LIST_NAMES: Readonly<Record<Sort, string>> = {
  text: "Annotations in the order of the text",
  newest: "Annotations, the newest first",
  label: "Annotations by label",
};

function rowId(annotation: Annotation | undefined): string | undefined {
  return annotation === undefined ? undefined : `row-${annotation.id}`;
}
