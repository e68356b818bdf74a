"use client";

import { CommentsDrawer, type CommentsDrawerProps } from "@/components/discussion/comments-drawer";
import type { DiscussionPlace } from "@/components/discussion/use-threads";
import { markdownOutline } from "@/components/ui/markdown-outline";
import { pointOf } from "@/lib/client/review/review-state";
import type { ThreadView } from "@/lib/contracts/thread";
import { useReviewBench, useReviewState } from "./review-context";

export interface ReviewCommentsProps extends Pick<
  CommentsDrawerProps,
  "isOpen" | "onOpenChange" | "discussion"
> {
  readonly guideline: string;
}

/** The comments on all sets under review; a new one is about what the first of them has at the current point. */
export function ReviewComments({ guideline, ...drawer }: ReviewCommentsProps) {
  const { review, columns } = useReviewBench();
  const state = useReviewState();
  const member = pointOf(state, state.current)?.cluster.members[0];
  const [first] = columns;
  const whole: DiscussionPlace | null =
    first === undefined ? null : { setId: first.id, annotationId: null, span: null, quote: null };
  const place =
    member === undefined
      ? whole
      : {
          setId: member.setId,
          annotationId: member.annotation.id,
          span: null,
          quote: member.annotation.quote,
        };
  const show = ({ setId, annotationId, span }: ThreadView) => {
    const point = state.points.find(({ cluster }) =>
      cluster.members.some(
        ({ setId: own, annotation }) =>
          (own === setId && annotation.id === annotationId) ||
          (span !== null && annotation.start < span.end && span.start < annotation.end),
      ),
    );
    if (point !== undefined) review.goTo(point.key);
  };
  return (
    <CommentsDrawer
      {...drawer}
      sets={columns.map(({ id, letter, name }) => ({ id, name: `${letter} ${name}` }))}
      place={place}
      sections={markdownOutline(guideline).map((entry) => entry.text)}
      onGo={show}
    />
  );
}
