"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import type { SetId } from "@/lib/core/ids";
import type { Reason } from "@/lib/core/review/reasons";
import type { Schema } from "@/lib/core/schema/schema";
import type { ReviewedSetView } from "@/lib/contracts/review";
import type { Review } from "@/lib/client/review/review";
import type { ReviewState } from "@/lib/client/review/review-state";
import type { ReviewCommandId } from "@/lib/core/keyboard/commands";

/** A set as the reviewer calls it. */
export interface SetColumn {
  readonly id: SetId;
  readonly letter: string;
  readonly name: string;
  readonly set: ReviewedSetView;
}

/** What all parts of the review screen work with. */
export interface ReviewBench {
  readonly review: Review;
  readonly schema: Schema;
  readonly columns: readonly SetColumn[];
  readonly reasons: readonly Reason[];
  readonly run: (id: ReviewCommandId) => void;
}

export const ReviewContext = createContext<ReviewBench | null>(null);

/** @throws RangeError outside of the review screen. */
export function useReviewBench(): ReviewBench {
  const bench = useContext(ReviewContext);
  if (bench === null) throw new RangeError("not on the review screen");
  return bench;
}

export function useReviewState(): ReviewState {
  const { review } = useReviewBench();
  return useSyncExternalStore(
    (notify) => review.subscribe(notify),
    () => review.state,
    () => review.state,
  );
}
