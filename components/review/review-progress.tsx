"use client";

import { CommandKbd } from "@/components/keyboard/command-kbd";
import { SetStateBadge } from "@/components/shell/set-state-badge";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import { Select } from "@/components/ui/select";
import type { Shown } from "@/lib/client/review/review-state";
import type { SetSummary } from "@/lib/contracts/set";
import { useReviewBench, useReviewState } from "./review-context";

/** How far the document is decided, whose sets it has, and which of them the text shows. */
export function ReviewProgress({ others }: { readonly others: readonly SetSummary[] }) {
  const { review, columns, run } = useReviewBench();
  const { points, decided, shown } = useReviewState();
  const unanimous = points.filter((point) => point.isUnanimous && !decided.has(point.key)).length;
  const choices: readonly { readonly value: Shown; readonly label: string }[] = [
    { value: "all", label: "All readings" },
    ...columns.map(({ id, letter, name }) => ({ value: id, label: `${letter} ${name}` })),
    { value: "gold", label: "What is decided" },
  ];
  return (
    <section aria-label="Progress" className="flex flex-col gap-2.5 border-b border-line p-3">
      <Progress
        label="Decided"
        value={decided.size}
        max={Math.max(points.length, 1)}
        valueLabel={`${decided.size} of ${points.length} decided`}
      />
      <div className="flex flex-wrap items-end gap-2">
        <Select
          label="In the text"
          hideLabel
          options={choices}
          value={shown}
          onChange={(value) => review.show(value)}
          className="min-w-40 flex-1"
        />
        {columns.length > 1 && (
          <Button size="small" isDisabled={unanimous === 0} onPress={() => run("review.unanimous")}>
            Accept {unanimous} unanimous <CommandKbd command="review.unanimous" />
          </Button>
        )}
        {columns.length > 0 && (
          <Button size="small" onPress={() => run("review.return")}>
            Send back <CommandKbd command="review.return" />
          </Button>
        )}
      </div>
      {others.length > 0 && (
        <ul aria-label="Not under review" className="flex flex-wrap gap-x-4 text-sm text-soft">
          {others.map(({ id, annotator, state }) => (
            <li key={id} className="inline-flex items-center gap-1.5">
              {annotator?.name ?? "Another set"} <SetStateBadge state={state} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
