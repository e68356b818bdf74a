import type { Lane, Placed } from "@/lib/core/span/lanes";
import type { Span } from "@/lib/core/span/span";
import type { SurfaceAnnotation } from "../surface";

/** Stretches that stand out whatever is annotated there. */
export interface Marks {
  readonly selected: string | null;
  readonly hovered: string | null;
  readonly caret: Span | null;
  readonly matches: readonly Span[];
  readonly current: Span | null;
}

export const NO_MARKS: Marks = { selected: null, hovered: null, caret: null, matches: [], current: null };

/** All that is to be seen in one row. */
export interface RowPaint {
  readonly placed: readonly Placed<SurfaceAnnotation>[];
  readonly marks: Marks;
}

/** Draws rows; knows nothing of the index, the viewport or the person. */
export interface Painter {
  /** Draws the row anew. */
  paint(row: number, paint: RowPaint): void;
  /** The same where only the marks differ from what was painted. */
  paintMarks(row: number, paint: RowPaint): void;
  erase(row: number): void;
  /** The labels have other names, colours or places. All rows must be painted again. */
  reset(labels: LabelIndex): void;
  destroy(): void;
}

/** The place of each label among the styles; labels that are not in the schema share the last one. */
export type LabelIndex = (label: string) => number;

/** The names under which things are drawn: of highlights, and of classes. */
export const paintNames = (prefix: string) => ({
  annotation: (label: number, lane: Lane, isFilled: boolean) =>
    `${prefix}-${label}-${lane}${isFilled ? "" : "-bare"}`,
  strong: (label: number) => `${prefix}-${label}-strong`,
  state: (state: SurfaceAnnotation["state"]) => `${prefix}-${state}`,
  mark: (mark: "selected" | "dim" | "caret" | "match" | "current") => `${prefix}-${mark}`,
});

export type PaintNames = ReturnType<typeof paintNames>;

/** Whether an annotation in this state has a fill, or only its line. */
export function isFilled(state: SurfaceAnnotation["state"]): boolean {
  switch (state) {
    case "saved":
    case "pending":
    case "refused":
      return true;
    case "other":
    case "suggested":
      return false;
  }
}
