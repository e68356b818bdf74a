"use client";

import { Button } from "@/components/ui/button";
import { CommandKbd } from "@/components/keyboard/command-kbd";
import { Notice } from "@/components/ui/notice";
import { TimeAgo } from "@/components/ui/time-ago";
import { pointOf } from "@/lib/client/review/review-state";
import type { CommandId } from "@/lib/core/keyboard/commands";
import type { Point } from "@/lib/core/review/points";
import { FixForm } from "./fix-form";
import { ReadingCards } from "./reading-cards";
import { RelationCards } from "./relation-cards";
import { useReviewBench, useReviewState } from "./review-context";
import { verdictWords } from "./verdict-words";

const ACTS = [
  { command: "review.both", words: "Accept all" },
  { command: "review.fix", words: "Correct" },
  { command: "review.reject", words: "Reject" },
  { command: "review.nothing", words: "Nothing here" },
] as const satisfies readonly { readonly command: CommandId; readonly words: string }[];

/** What the sets have at the current point, and what can be decided about it. */
export function PointPanel() {
  const { run } = useReviewBench();
  const state = useReviewState();
  const point = pointOf(state, state.current);
  if (point === null)
    return <p className="px-4 py-5 text-soft">There is nothing to decide in this document.</p>;
  const isCorrecting = state.draft !== null && state.draft.point === point.key;
  return (
    <section aria-label="Current difference" className="flex flex-col gap-3 p-3">
      <Standing point={point} />
      {point.of === "annotation" ? <ReadingCards point={point} /> : <RelationCards point={point} />}
      {isCorrecting && point.of === "annotation" ? (
        <FixForm key={point.key} />
      ) : (
        <div className="flex flex-wrap gap-2">
          {ACTS.filter(({ command }) => isFor(command, point)).map(({ command, words }) => (
            <Button key={command} size="small" onPress={() => run(command)}>
              {words}
              <CommandKbd command={command} />
            </Button>
          ))}
        </div>
      )}
    </section>
  );
}

function isFor(command: CommandId, point: Point): boolean {
  if (point.of === "relation") return command === "review.reject";
  return command !== "review.both" || point.differences.some(({ kind }) => kind !== "missing");
}

/** What was decided, by whom and when, what has changed since, and who objects. */
function Standing({ point }: { readonly point: Point }) {
  const { reasons, columns } = useReviewBench();
  const { decided, decisions } = useReviewState();
  const state = decided.get(point.key) ?? null;
  if (state === null) return null;
  const view = decisions.find(({ decision }) => decision.id === state.decision.id);
  const changedBy = [...new Set(state.changed.map(({ setId }) => setId))].map(
    (id) => columns.find((column) => column.id === id)?.name ?? "a set that is not shown",
  );
  return (
    <div className="flex flex-col gap-2">
      <p className="text-sm text-soft">
        <span className="text-ink">{verdictWords(state, reasons)}</span>
        {view?.reviewer !== null && view?.reviewer !== undefined && <> by {view.reviewer.name}</>}
        {view !== undefined && (
          <>
            {" "}
            <TimeAgo at={view.at} />
          </>
        )}
        {state.decision.comment !== null && <> · “{state.decision.comment}”</>}
      </p>
      {changedBy.length > 0 && (
        <Notice tone="warn" title="Changed since it was decided">
          {changedBy.join(", ")} changed what stood here. Decide it anew.
        </Notice>
      )}
      {view?.contests.map((contest) => (
        <Notice key={contest.setId} tone="warn" title={`${contest.by.name} objects`}>
          {contest.reason}
        </Notice>
      ))}
    </div>
  );
}
