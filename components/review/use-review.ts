"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { showToast } from "@/components/ui/show-toast";
import { callApi } from "@/lib/client/api/call-api";
import { reviewApi } from "@/lib/client/api/review-api";
import { Review } from "@/lib/client/review/review";
import { browserEnvironment } from "@/lib/client/session/browser-environment";
import { reviewedSets } from "@/lib/contracts/reviewed-sets";
import type { ReviewView } from "@/lib/contracts/review";
import type { ProjectId, UserId } from "@/lib/core/ids";
import { alignSets } from "@/lib/core/review/align-sets";
import type { Alignment } from "@/lib/core/review/alignment";
import { labelOf, type Schema } from "@/lib/core/schema/schema";
import type { DocumentText } from "@/lib/core/text/document-text";
import { Paragraphs } from "@/lib/core/text/paragraphs";
import { Segments } from "@/lib/core/text/segments";

export interface ReviewRequest {
  readonly projectId: ProjectId;
  readonly view: ReviewView;
  readonly text: DocumentText;
  readonly language: string;
  readonly schema: Schema;
  readonly me: { readonly id: UserId; readonly name: string };
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

export interface OpenedReview {
  readonly review: Review;
  readonly alignment: Alignment;
  readonly finish: () => Promise<void>;
  readonly reopen: () => Promise<void>;
}

/** The work on one document's review for as long as the screen stands; other sets or decisions begin it anew. */
export function useReview(request: ReviewRequest): OpenedReview {
  const { projectId, view, text, language, schema, me, say, complain } = request;
  const router = useRouter();
  const alignment = useMemo(() => alignmentOf(view, text), [view, text]);
  const make = useCallback(
    () =>
      new Review({
        alignment,
        decisions: view.decisions,
        goldState: view.gold?.state ?? "new",
        reasons: view.reasons.map(({ key }) => key),
        segments: Segments.of(Paragraphs.of(text), language),
        me,
        nameOfLabel: (key) => labelOf(schema, key)?.name ?? key,
        api: reviewApi({ userId: me.id, projectId, documentId: view.documentId }),
        environment: browserEnvironment,
        say,
        complain,
      }),
    [alignment, view, text, language, me, schema, projectId, say, complain],
  );
  const [opened, setOpened] = useState(() => ({ make, review: make() }));
  if (opened.make !== make) setOpened({ make, review: make() });
  const { review } = opened;

  // What has not been sent yet: asked about before the page is left; sent when the connection is back.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (review.state.waiting > 0) event.preventDefault();
    };
    const retry = () => review.retry();
    window.addEventListener("beforeunload", ask);
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("online", retry);
    };
  }, [review]);

  const finish = useCallback(async () => {
    const { waiting } = review.state;
    if (waiting > 0) {
      complain("The last decisions are still being saved. Try again in a moment.");
      return;
    }
    const answer = await callApi({
      method: "POST",
      path: `/projects/${projectId}/documents/${view.documentId}/review/acceptance`,
      body: {},
    });
    if (!answer.ok) {
      complain(answer.problem.message);
      return;
    }
    review.goldBecame("accepted");
    say("The document is accepted as gold.");
    showToast({ title: "Accepted as gold", tone: "ok" });
    router.refresh();
  }, [review, projectId, view.documentId, complain, say, router]);

  const reopen = useCallback(async () => {
    const answer = await callApi({
      method: "DELETE",
      path: `/projects/${projectId}/documents/${view.documentId}/review/acceptance`,
    });
    if (!answer.ok) {
      complain(answer.problem.message);
      return;
    }
    review.goldBecame("in_progress");
    say("The document can be decided anew.");
    router.refresh();
  }, [review, projectId, view.documentId, complain, say, router]);

  return { review, alignment, finish, reopen };
}

function alignmentOf({ sets }: ReviewView, text: DocumentText): Alignment {
  return sets.length === 0 ? { sets: [], clusters: [], relations: [] } : alignSets(reviewedSets(sets, text));
}
