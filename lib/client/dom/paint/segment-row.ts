import type { Placed } from "@/lib/core/span/lanes";
import type { Span } from "@/lib/core/span/span";
import type { RowTable } from "../row-table";
import type { SurfaceAnnotation } from "../surface";
import type { RowPaint } from "./row-paint";

export type TextMark = "match" | "current" | "caret";

/** A stretch of a row in which nothing begins or ends. Offsets are UTF-16 code units in the row. */
export interface RowSegment {
  readonly from: number;
  readonly to: number;
  /** What covers it, outermost first. */
  readonly covering: readonly Placed<SurfaceAnnotation>[];
  /** What begins at `from`: in this very row, not continued from an earlier one. Outermost first. */
  readonly starting: readonly SurfaceAnnotation[];
  /** What ends at `to`, for good. Innermost first. */
  readonly ending: readonly SurfaceAnnotation[];
  readonly marks: readonly TextMark[];
}

/** Cuts a row at every edge of what is to be seen in it; the segments together are the row. */
export function segmentRow(table: RowTable, row: number, { placed, marks }: RowPaint): readonly RowSegment[] {
  const clipped = placed.flatMap((each) => {
    const clip = table.clip(row, each.item);
    return clip === null ? [] : [{ ...clip, each }];
  });
  const lines = [
    ...marks.matches.map((span) => ["match", span] as const),
    ["current", marks.current] as const,
    ["caret", marks.caret] as const,
  ].flatMap(([mark, span]: readonly [TextMark, Span | null]) => {
    const clip = span === null ? null : table.clip(row, span);
    return clip === null ? [] : [{ ...clip, mark }];
  });
  const start = table.paragraphs.start(row);
  const end = table.paragraphs.endWithTerminator(row);
  const edges = [...clipped, ...lines].flatMap(({ from, to }) => [from, to]);
  const cuts = [...new Set<number>([0, table.length(row), ...edges])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0;
    const here = clipped.filter((clip) => clip.from <= from && to <= clip.to);
    return {
      from,
      to,
      covering: here.map(({ each }) => each),
      starting: here
        .filter((clip) => clip.from === from && clip.each.item.start >= start)
        .map(({ each }) => each.item),
      ending: here
        .filter((clip) => clip.to === to && clip.each.item.end <= end)
        .map(({ each }) => each.item)
        .reverse(),
      marks: lines.filter((clip) => clip.from <= from && to <= clip.to).map(({ mark }) => mark),
    };
  });
}
