import type { SetId } from "@/lib/core/ids";
import type { Fixed, AnnotationRef } from "@/lib/core/review/decision";
import type { Point, PointState } from "@/lib/core/review/points";
import type { SetState } from "@/lib/core/workflow/set-state";
import type { DecisionView } from "@/lib/contracts/review";
import type { DecisionSaving } from "./decision-outbox";

/** What the article shows: all readings at once, one set, or what has been decided. */
export type Shown = "all" | "gold" | SetId;

/** A correction that is being worded. */
export interface Draft extends Fixed {
  readonly point: string;
  readonly from: AnnotationRef;
}

export interface ReviewState {
  readonly points: readonly Point[];
  /** The decided points by key. */
  readonly decided: ReadonlyMap<string, PointState>;
  /** All decisions that hold or that another has taken the place of, those not saved yet among them. */
  readonly decisions: readonly DecisionView[];
  readonly current: string | null;
  readonly draft: Draft | null;
  readonly shown: Shown;
  readonly saving: DecisionSaving;
  readonly waiting: number;
  readonly goldState: SetState;
  readonly canUndo: boolean;
}

/** Whether sets differ here, or there is one only, so that each thing is looked at. */
export function isOpen({ isUnanimous }: Point): boolean {
  return !isUnanimous;
}

export function pointOf({ points }: ReviewState, key: string | null): Point | null {
  return points.find((point) => point.key === key) ?? null;
}
