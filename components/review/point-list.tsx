"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Swatch } from "@/components/ui/swatch";
import { DIFFERENCE_NAMES } from "@/lib/client/review/point-words";
import { isOpen } from "@/lib/client/review/review-state";
import type { Point, PointState } from "@/lib/core/review/points";
import { relationTypeOf } from "@/lib/core/schema/schema";
import { useReviewBench, useReviewState } from "./review-context";
import { verdictWords } from "./verdict-words";

type Filter = "different" | "undecided" | "all";

/** Everything that is to be decided, in the order of the text. */
export function PointList() {
  const { review, columns } = useReviewBench();
  const { points, decided, current } = useReviewState();
  const [filter, setFilter] = useState<Filter>(columns.length > 1 ? "different" : "all");
  const list = useRef<HTMLUListElement>(null);
  const shown = useMemo(
    () =>
      points.filter((point) => {
        if (point.key === current) return true;
        if (filter === "all") return true;
        return filter === "undecided" ? !decided.has(point.key) : isOpen(point);
      }),
    [points, decided, current, filter],
  );

  // The list's own scroll position: the current point is in sight.
  useEffect(() => {
    list.current?.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
  }, [current, filter]);

  return (
    <section aria-label="Differences" className="flex min-h-0 flex-1 flex-col border-t border-line">
      <div className="flex items-center justify-between gap-2 px-3 py-2">
        <SegmentedControl
          label="Show"
          hideLabel
          size="small"
          segments={[
            { value: "different", label: "Differences" },
            { value: "undecided", label: "Undecided" },
            { value: "all", label: "All" },
          ]}
          value={filter}
          onChange={(value) => setFilter(value ?? "all")}
        />
        <span className="text-sm text-soft tabular-nums">{shown.length}</span>
      </div>
      <ul
        ref={list}
        aria-label="Points in the order of the text"
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto pb-2 -outline-offset-2"
      >
        {shown.map((point) => (
          <li key={point.key} className="[contain-intrinsic-size:auto_3.25rem] [content-visibility:auto]">
            <PointRow
              point={point}
              state={decided.get(point.key) ?? null}
              isCurrent={point.key === current}
              onGo={() => review.goTo(point.key)}
            />
          </li>
        ))}
        {shown.length === 0 && (
          <li className="px-3 py-4 text-soft">
            {points.length === 0
              ? "Nobody has marked anything in this document."
              : "There is nothing of this kind."}
          </li>
        )}
      </ul>
    </section>
  );
}

interface PointRowProps {
  readonly point: Point;
  readonly state: PointState | null;
  readonly isCurrent: boolean;
  readonly onGo: () => void;
}

function PointRow({ point, state, isCurrent, onGo }: PointRowProps) {
  const { schema, reasons } = useReviewBench();
  const first = point.cluster.members[0]?.annotation;
  const label = schema.labels.find(({ key }) => key === first?.label);
  const kinds = [...new Set(point.differences.map(({ kind }) => kind))];
  const name =
    point.of === "relation"
      ? (relationTypeOf(schema, point.relation.type)?.name ?? point.relation.type)
      : (label?.name ?? first?.label ?? "");
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-current={isCurrent}
      onClick={onGo}
      className={classNames(
        "block w-full border-l-2 px-3 py-1.5 text-left -outline-offset-2",
        isCurrent ? "border-accent bg-paper" : "border-transparent hover:bg-hover",
      )}
    >
      <span className="flex items-center gap-2">
        <Swatch color={label?.color ?? "slate"} className="size-3" />
        <span className="font-medium">{name}</span>
        <span className="ml-auto">
          <PointBadge state={state} isUnanimous={point.isUnanimous} words={verdictWords(state, reasons)} />
        </span>
      </span>
      <span className="mt-0.5 flex items-baseline gap-2 text-sm text-soft">
        <span className="min-w-0 flex-1 truncate font-serif">{first?.quote}</span>
        <span className="shrink-0">{kinds.map((kind) => DIFFERENCE_NAMES[kind]).join(", ")}</span>
      </span>
    </button>
  );
}

function PointBadge({
  state,
  isUnanimous,
  words,
}: {
  readonly state: PointState | null;
  readonly isUnanimous: boolean;
  readonly words: string;
}) {
  if (state === null)
    return (
      <Badge tone="neutral" shape="empty">
        {isUnanimous ? "all agree" : "open"}
      </Badge>
    );
  if (state.changed.length > 0)
    return (
      <Badge tone="warn" shape="back">
        changed since
      </Badge>
    );
  return (
    <Badge tone="ok" shape="check">
      {words}
    </Badge>
  );
}
