"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";
import { TimeAgo } from "@/components/ui/time-ago";
import type { OperationRecord } from "@/lib/contracts/operations";
import { recordWords } from "./record-words";
import { useWorkbench } from "./workbench";

const ROW_HEIGHT = 44;

export interface HistoryListProps {
  readonly records: readonly OperationRecord[];
  /** After which of them the set is shown. */
  readonly seq: number;
  readonly onGoTo: (seq: number) => void;
}

/** Everything that was done, the newest first. Only the rows in sight are in the page. */
export function HistoryList({ records, seq, onGoTo }: HistoryListProps) {
  const { schema } = useWorkbench();
  const scroller = useRef<HTMLDivElement>(null);
  const rowOf = (of: number): number => records.length - of;

  // The compiler cannot memoise what it returns, and need not: rows are cheap.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });

  // The list's own scroll position: the change that is looked at is in sight.
  const current = rowOf(seq);
  useEffect(() => {
    if (current < records.length) virtual.scrollToIndex(current, { align: "auto" });
  }, [current, records.length, virtual]);

  return (
    <div
      ref={scroller}
      role="list"
      aria-label="Changes, the newest first"
      tabIndex={0}
      className="min-h-0 flex-1 overflow-y-auto pb-3 -outline-offset-2"
    >
      <div role="presentation" className="relative w-full" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const record = records[records.length - 1 - index];
          if (record === undefined) return null;
          const isCurrent = record.seq === seq;
          return (
            <div
              key={record.id}
              role="listitem"
              aria-setsize={records.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)`, height: ROW_HEIGHT }}
              className="absolute top-0 left-0 w-full"
            >
              <button
                type="button"
                tabIndex={-1}
                aria-current={isCurrent ? "true" : undefined}
                onClick={() => onGoTo(record.seq)}
                className={classNames(
                  "flex size-full flex-col justify-center px-4 text-left",
                  isCurrent ? "bg-paper shadow-[inset_2px_0_var(--accent)]" : "hover:bg-hover",
                  record.seq > seq && "text-soft italic",
                )}
              >
                <span className="w-full truncate">{recordWords(record, schema)}</span>
                <span className="text-sm text-soft">
                  {record.actor === null ? "" : `${record.actor.name}, `}
                  <TimeAgo at={record.at} />
                </span>
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
