"use client";

import { useCallback, useEffect, useMemo, useState, type RefObject } from "react";
import { ArticleText } from "@/components/annotator/article-text";
import { surfaceLabels } from "@/components/annotator/article";
import { surfaceChange } from "@/components/annotator/surface-annotations";
import type { ArticleSurface, SurfaceAnnotation, SurfaceCallbacks } from "@/lib/client/dom/surface";
import type { Alignment } from "@/lib/core/review/alignment";
import type { DocumentText } from "@/lib/core/text/document-text";
import { firstMarkOf, pointOfMark, reviewMarks } from "./review-marks";
import { useReviewBench } from "./review-context";

export interface ReviewTextProps {
  readonly text: DocumentText;
  readonly language: string;
  readonly alignment: Alignment;
  readonly hostRef: RefObject<HTMLDivElement | null>;
}

/** The article with the readings of all sets upon it. */
export function ReviewText({ text, language, alignment, hostRef }: ReviewTextProps) {
  const { review, schema } = useReviewBench();
  const [surface, setSurface] = useState<ArticleSurface | null>(null);
  const labels = useMemo(() => surfaceLabels(schema), [schema]);
  const on = useMemo<SurfaceCallbacks>(
    () => ({
      onSelect: (span) => {
        if (span !== null) review.takeSpan(span);
      },
      onHit: (ids) => {
        const [first] = ids;
        const point = first === undefined ? null : pointOfMark(first);
        if (point !== null) review.goTo(point);
      },
    }),
    [review],
  );
  const take = useCallback((made: ArticleSurface | null) => setSurface(made), []);

  // The review's points, painted, with the current one in sight.
  useEffect(() => {
    if (surface === null) return;
    let shown: ReadonlyMap<string, SurfaceAnnotation> = new Map();
    let place = "";
    surface.setAnnotations([]);
    const paint = () => {
      const { current, draft } = review.state;
      const next = reviewMarks(review.state, alignment);
      const change = surfaceChange(shown, next);
      shown = next;
      if (change !== null) surface.change(change);
      const selected = current === null ? null : firstMarkOf(current, draft !== null);
      surface.select(selected);
      const point = review.state.points.find(({ key }) => key === current);
      const start = draft?.start ?? point?.cluster.members[0]?.annotation.start;
      const here = `${current ?? ""} ${start ?? ""}`;
      if (start !== undefined && place !== here) surface.reveal(start);
      place = here;
    };
    paint();
    return review.subscribe(paint);
  }, [surface, review, alignment]);

  return (
    <ArticleText text={text} language={language} labels={labels} on={on} onSurface={take} hostRef={hostRef} />
  );
}
