"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Spinner } from "@/components/ui/spinner";
import { TimeAgo } from "@/components/ui/time-ago";
import { subjectOf } from "@/lib/core/annotation/past";
import type { OperationRecord } from "@/lib/contracts/operations";
import type { ArticleSurface } from "@/lib/client/dom/surface";
import type { HistoryState, SetHistory } from "@/lib/client/session/set-history";
import { HistoryList } from "./history-list";
import { recordWords } from "./record-words";
import { useWorkbench } from "./workbench";

export interface HistoryPanelProps {
  readonly history: SetHistory;
  readonly state: Exclude<HistoryState, { kind: "closed" }>;
  readonly surface: ArticleSurface | null;
  /** Back to the work as it is now. */
  readonly onClose: () => void;
}

/** In the place of inspector and list: everything that was done to the set, and a way to any time between. */
export function HistoryPanel({ history, state, surface, onClose }: HistoryPanelProps) {
  return (
    <aside
      aria-label="History"
      className="flex min-h-0 flex-col bg-ground max-lg:absolute max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 max-lg:h-[55%] max-lg:rounded-t-xl max-lg:border-t max-lg:border-line max-lg:shadow-float lg:w-88 lg:shrink-0 lg:border-l lg:border-line"
    >
      <header className="flex items-center gap-2 px-4 pt-3">
        <h2 className="flex-1 text-sm font-semibold tracking-wide text-soft uppercase">History</h2>
        <Button size="small" onPress={onClose}>
          Back to now
        </Button>
      </header>
      {state.kind === "reading" && <Spinner label="Reading the history" className="m-4 size-4" />}
      {state.kind === "unavailable" && (
        <p role="alert" className="px-4 py-3 text-soft">
          The history is with the server, which cannot be reached. Your work goes on without it.
        </p>
      )}
      {state.kind === "open" && <TimeLine history={history} state={state} surface={surface} />}
    </aside>
  );
}

interface TimeLineProps {
  readonly history: SetHistory;
  readonly state: Extract<HistoryState, { kind: "open" }>;
  readonly surface: ArticleSurface | null;
}

function TimeLine({ history, state, surface }: TimeLineProps) {
  const { schema } = useWorkbench();
  const { records, seq, set } = state;
  const slider = useRef<HTMLInputElement>(null);
  const record = records[seq - 1];
  const subject = subjectOf(record?.change ?? null, set);

  // The keyboard: the slider's as soon as there is one.
  useEffect(() => slider.current?.focus(), []);

  // The article: what was changed then stands out in it.
  useEffect(() => {
    surface?.select(subject);
    if (subject !== null) surface?.reveal(subject);
    return () => surface?.select(null);
  }, [surface, subject, seq]);

  return (
    <>
      <div className="flex items-center gap-1 px-3 pt-2">
        <IconButton
          icon={ChevronLeft}
          label="One change earlier"
          isDisabled={seq === 0}
          onPress={() => history.goTo(seq - 1)}
        />
        <input
          ref={slider}
          type="range"
          min={0}
          max={records.length}
          value={seq}
          aria-label="Point in time"
          aria-valuetext={`${seq} of ${records.length}: ${record === undefined ? BEGINNING : whatHappened(record, schema)}`}
          onChange={(event) => history.goTo(Number(event.target.value))}
          className="h-6 min-w-0 flex-1 accent-accent"
        />
        <IconButton
          icon={ChevronRight}
          label="One change later"
          isDisabled={seq === records.length}
          onPress={() => history.goTo(seq + 1)}
        />
      </div>
      <p className="border-b border-line px-4 pb-2 text-soft" data-testid="point-in-time">
        {record === undefined ? (
          BEGINNING
        ) : (
          <>
            As it was after change {seq} of {records.length}, <TimeAgo at={record.at} />.
          </>
        )}{" "}
        Nothing can be changed here.
      </p>
      <HistoryList records={records} seq={seq} onGoTo={(to) => history.goTo(to)} />
    </>
  );
}

const BEGINNING = "Before the first change.";

function whatHappened(record: OperationRecord, schema: Parameters<typeof recordWords>[1]): string {
  const words = recordWords(record, schema);
  return record.actor === null ? words : `${record.actor.name}: ${words}`;
}
