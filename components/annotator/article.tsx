"use client";

import { memo, useCallback, useEffect, useMemo, useState, type RefObject } from "react";
import { paletteMark } from "@/components/ui/palette-mark";
import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Schema } from "@/lib/core/schema/schema";
import type { DocumentText } from "@/lib/core/text/document-text";
import type {
  ArticleSurface,
  SurfaceAnnotation,
  SurfaceCallbacks,
  SurfaceLabel,
} from "@/lib/client/dom/surface";
import type { AnnotationSession } from "@/lib/client/session/annotation-session";
import type { Editor } from "@/lib/client/session/editor";
import { ArticleText } from "./article-text";
import { surfaceAnnotations, surfaceChange } from "./surface-annotations";

export interface ArticleProps {
  readonly text: DocumentText;
  readonly language: string;
  readonly schema: Schema;
  readonly session: AnnotationSession | null;
  readonly editor: Editor | null;
  /** Shown instead of what the session holds. */
  readonly past: AnnotationSet | null;
  /** Is told of the article once it stands, and of null when it is gone. */
  readonly onSurface: (surface: ArticleSurface | null) => void;
  readonly hostRef: RefObject<HTMLDivElement | null>;
}

/** The article with one person's work in it: what the session holds is painted, what is done goes to the editor. */
export const Article = memo(function Article({
  text,
  language,
  schema,
  session,
  editor,
  past,
  onSurface,
  hostRef,
}: ArticleProps) {
  const [surface, setSurface] = useState<ArticleSurface | null>(null);
  const labels = useMemo(() => surfaceLabels(schema), [schema]);
  const on = useMemo<SurfaceCallbacks>(
    () => ({
      onSelect: (span, means) => editor?.selectedText(span, means),
      onHit: (ids) => editor?.hit(ids),
      onCaret: (span) => editor?.caretMoved(span),
    }),
    [editor],
  );
  const take = useCallback(
    (made: ArticleSurface | null) => {
      setSurface(made);
      onSurface(made);
    },
    [onSurface],
  );

  // What the editor points at, shown in the article.
  useEffect(() => {
    editor?.attach(surface);
    return () => editor?.attach(null);
  }, [surface, editor]);

  // The session's annotations, painted; or those that it once had.
  useEffect(() => {
    if (surface === null || session === null) return;
    if (past !== null) {
      const { save } = session.state;
      surface.setAnnotations([...surfaceAnnotations({ set: past, pending: [], save }).values()]);
      return;
    }
    let shown: ReadonlyMap<string, SurfaceAnnotation> = new Map();
    surface.setAnnotations([]);
    const paint = () => {
      const next = surfaceAnnotations(session.state);
      const change = surfaceChange(shown, next);
      shown = next;
      if (change !== null) surface.change(change);
    };
    paint();
    return session.subscribe(paint);
  }, [surface, session, past]);

  return (
    <ArticleText text={text} language={language} labels={labels} on={on} onSurface={take} hostRef={hostRef} />
  );
});

/** The labels of a schema as the article draws them. */
export function surfaceLabels({ labels }: Schema): readonly SurfaceLabel[] {
  return labels.map(({ key, name, color }, index) => ({ key, name, ...paletteMark(color, index) }));
}
