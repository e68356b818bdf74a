"use client";

import { memo, useEffect, useMemo, useRef, useState, type RefObject } from "react";
import { paletteMark } from "@/components/ui/palette-mark";
import type { Schema } from "@/lib/core/schema/schema";
import type { DocumentText } from "@/lib/core/text/document-text";
import { Paragraphs } from "@/lib/core/text/paragraphs";
import { createArticleSurface } from "@/lib/client/dom/article-surface";
import type { ArticleSurface, SurfaceAnnotation, SurfaceLabel } from "@/lib/client/dom/surface";
import type { AnnotationSession } from "@/lib/client/session/annotation-session";
import type { Editor } from "@/lib/client/session/editor";
import { surfaceAnnotations, surfaceChange } from "./surface-annotations";

export interface ArticleProps {
  readonly text: DocumentText;
  readonly language: string;
  readonly schema: Schema;
  readonly session: AnnotationSession | null;
  readonly editor: Editor | null;
  /** Is told of the article once it stands, and of null when it is gone. */
  readonly onSurface: (surface: ArticleSurface | null) => void;
  readonly hostRef: RefObject<HTMLDivElement | null>;
}

const ROWS_FROM_SERVER = 100;

/** The text in the page. React makes its frame and the first rows; from then on the surface owns what is inside. */
export const Article = memo(function Article({
  text,
  language,
  schema,
  session,
  editor,
  onSurface,
  hostRef,
}: ArticleProps) {
  const [surface, setSurface] = useState<ArticleSurface | null>(null);
  const current = useRef(editor);
  const rows = useMemo(() => ({ __html: firstRows(text) }), [text]);
  const labels = useMemo(() => surfaceLabels(schema), [schema]);

  // The surface outlives the sessions and editors that listen to it.
  useEffect(() => {
    current.current = editor;
  }, [editor]);

  // The article in the DOM.
  useEffect(() => {
    const host = hostRef.current;
    if (host === null) return;
    const nonce = document.querySelector("meta[property=csp-nonce]")?.getAttribute("nonce") ?? "";
    const made = createArticleSurface(host, {
      text,
      locale: language,
      labels,
      nonce,
      onSelect: (span, means) => current.current?.selectedText(span, means),
      onHit: (ids) => current.current?.hit(ids),
      onCaret: (span) => current.current?.caretMoved(span),
    });
    setSurface(made);
    onSurface(made);
    return () => {
      onSurface(null);
      made.destroy();
    };
  }, [text, language, labels, onSurface, hostRef]);

  // What the editor points at, shown in the article.
  useEffect(() => {
    editor?.attach(surface);
    return () => editor?.attach(null);
  }, [surface, editor]);

  // The session's annotations, painted.
  useEffect(() => {
    if (surface === null || session === null) return;
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
  }, [surface, session]);

  return (
    <div
      ref={hostRef}
      tabIndex={0}
      role="application"
      aria-label="Article text"
      aria-roledescription="annotatable text"
      lang={language}
      data-testid="article-text"
      className="-ml-3.5 border-l-2 border-transparent pl-3 font-serif text-reading [overflow-wrap:anywhere] outline-none focus-visible:border-accent focus-visible:outline-none [&>p]:min-h-[1em] [&>p]:whitespace-pre-wrap [&>p+p]:mt-3"
      // The rows stay as they are here; React neither compares nor changes them.
      suppressHydrationWarning
      dangerouslySetInnerHTML={rows}
    />
  );
});

function firstRows(text: DocumentText): string {
  const paragraphs = Paragraphs.of(text);
  const count = Math.min(ROWS_FROM_SERVER, paragraphs.count);
  return Array.from({ length: count }, (_, row) => `<p>${escaped(paragraphs.textOf(row))}</p>`).join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function surfaceLabels({ labels }: Schema): readonly SurfaceLabel[] {
  return labels.map(({ key, name, color }, index) => ({ key, name, ...paletteMark(color, index) }));
}
