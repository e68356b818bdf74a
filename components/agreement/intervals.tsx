"use client";

import { createContext, use, useEffect, useState, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format-count";
import { callApi } from "@/lib/client/api/call-api";
import type { AgreementFilter, IntervalsView } from "@/lib/contracts/agreement";
import { searchOf } from "./agreement-address";
import { decimal } from "./figure-words";

interface Intervals {
  readonly view: IntervalsView | "coming" | "failed";
  readonly drawMore: () => void;
}
const IntervalsContext = createContext<Intervals>({ view: "coming", drawMore: () => undefined });

/** Enough for a look, and what a methods section should have. */
const A_LOOK = 500;
const TO_PRINT = 2_000;

export interface IntervalsProviderProps {
  readonly projectId: string;
  readonly filter: AgreementFilter;
  readonly children: ReactNode;
}

/** Fetches the intervals once the figures stand, because drawing them takes longer than a page should. */
export function IntervalsProvider({ projectId, filter, children }: IntervalsProviderProps) {
  const [answer, setAnswer] = useState<{ readonly to: string; readonly view: IntervalsView | "failed" }>();
  const [replicates, setReplicates] = useState(A_LOOK);
  const search = searchOf({ ...filter, replicates });
  useEffect(() => {
    const leaving = new AbortController();
    void callApi<IntervalsView>({
      method: "GET",
      path: `/projects/${projectId}/agreement/intervals${search}`,
      signal: leaving.signal,
    }).then((answer) => {
      if (!leaving.signal.aborted) setAnswer({ to: search, view: answer.ok ? answer.value : "failed" });
    });
    return () => leaving.abort();
  }, [projectId, search]);
  const view = answer?.to === search ? answer.view : "coming";
  return (
    <IntervalsContext value={{ view, drawMore: () => setReplicates(TO_PRINT) }}>{children}</IntervalsContext>
  );
}

/** From how many documents on an interval says something. */
const FEW_DOCUMENTS = 10;

/** Where the figure would lie with other documents of the kind; 95 % of replicates. */
export function IntervalText({
  figureKey,
  documents,
}: {
  readonly figureKey: string;
  readonly documents: number;
}) {
  const { view } = use(IntervalsContext);
  if (documents < 2) return null;
  if (view === "coming") return <span aria-hidden>…</span>;
  if (view === "failed") return <span>no interval</span>;
  const range = Object.hasOwn(view.intervals, figureKey) ? view.intervals[figureKey]?.range : undefined;
  if (range === null || range === undefined) return null;
  return (
    <span>
      {decimal(range.low)} to {decimal(range.high)}
      {documents < FEW_DOCUMENTS && <span className="block italic">few documents</span>}
    </span>
  );
}

/** How the intervals were made, once they are there. */
export function IntervalsNote() {
  const { view, drawMore } = use(IntervalsContext);
  return (
    <div role="status" className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
      {view === "coming" ? (
        "Computing the intervals…"
      ) : view === "failed" ? (
        "The intervals could not be computed. Reload the page to try again."
      ) : (
        <>
          <span>
            Below each figure: 95 % interval, percentile bootstrap over documents,{" "}
            {formatCount(view.replicates)} replicates, seed {view.seed}.
          </span>
          {view.replicates < TO_PRINT && (
            <Button size="small" variant="plain" onPress={drawMore}>
              Draw {formatCount(TO_PRINT)}
            </Button>
          )}
        </>
      )}
    </div>
  );
}
