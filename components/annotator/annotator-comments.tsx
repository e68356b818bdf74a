"use client";

import { CommentsDrawer, type CommentsDrawerProps } from "@/components/discussion/comments-drawer";
import type { DiscussionPlace } from "@/components/discussion/use-threads";
import { markdownOutline } from "@/components/ui/markdown-outline";
import type { ThreadView } from "@/lib/contracts/thread";
import { codePoint } from "@/lib/core/text/offsets";
import { useEditorState, useSessionState, useWorkbench } from "./workbench";

export interface AnnotatorCommentsProps extends Pick<
  CommentsDrawerProps,
  "isOpen" | "onOpenChange" | "discussion"
> {
  readonly guideline: string;
  /** Shows a stretch of the text. */
  readonly onReveal: (start: number) => void;
}

/** The comments on the set that is open; a new one is about what is selected. */
export function AnnotatorComments({ guideline, onReveal, ...drawer }: AnnotatorCommentsProps) {
  const { session, editor, text } = useWorkbench();
  const { set } = useSessionState();
  const { selected, place } = useEditorState();
  if (session === null) return null;
  const annotation = selected === null ? undefined : set.annotations.get(selected);
  const at: DiscussionPlace = {
    setId: set.id,
    annotationId: annotation?.id ?? null,
    span: annotation === undefined && place !== null ? place.span : null,
    quote: annotation?.quote ?? (place === null ? null : text.slice(place.span.start, place.span.end)),
  };
  const show = ({ annotationId, span }: ThreadView) => {
    if (annotationId !== null && set.annotations.get(annotationId)?.live === true)
      editor?.hit([annotationId]);
    else if (span !== null) onReveal(codePoint(span.start));
  };
  return (
    <CommentsDrawer
      {...drawer}
      sets={[{ id: set.id, name: "This set" }]}
      place={at}
      sections={markdownOutline(guideline).map((entry) => entry.text)}
      onGo={show}
    />
  );
}
