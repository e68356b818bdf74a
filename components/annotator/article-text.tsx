"use client";

import { memo, useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from "react";
import type { DocumentText } from "@/lib/core/text/document-text";
import { Paragraphs } from "@/lib/core/text/paragraphs";
import { createArticleSurface } from "@/lib/client/dom/article-surface";
import type { ArticleSurface, SurfaceCallbacks, SurfaceLabel } from "@/lib/client/dom/surface";

export interface ArticleTextProps {
  readonly text: DocumentText;
  readonly language: string;
  readonly labels: readonly SurfaceLabel[];
  /** What the person does; other functions may come at each drawing. */
  readonly on: SurfaceCallbacks;
  /** Is told of the article once it stands, and of null when it is gone. */
  readonly onSurface: (surface: ArticleSurface | null) => void;
  readonly hostRef: RefObject<HTMLDivElement | null>;
}

const ROWS_FROM_SERVER = 100;
/** In the browser the surface makes the rows; what the server rendered it finds in the page. */
const isOnServer = typeof document === "undefined";

/**
 * The text in the page, and nothing of where its annotations come from. React makes its frame and the first rows; from
 * then on the surface owns what is inside.
 */
export const ArticleText = memo(function ArticleText({
  text,
  language,
  labels,
  on,
  onSurface,
  hostRef,
}: ArticleTextProps) {
  const current = useRef(on);
  const rows = useMemo(() => ({ __html: isOnServer ? firstRows(text) : "" }), [text]);

  // The surface outlives those who listen to it.
  useEffect(() => {
    current.current = on;
  }, [on]);

  // The article in the DOM, in the frame in which its page appears.
  useLayoutEffect(() => {
    const host = hostRef.current;
    if (host === null) return;
    const nonce = document.querySelector("meta[property=csp-nonce]")?.getAttribute("nonce") ?? "";
    const made = createArticleSurface(host, {
      text,
      locale: language,
      labels,
      nonce,
      onSelect: (span, means) => current.current.onSelect?.(span, means),
      onHit: (ids, at) => current.current.onHit?.(ids, at),
      onHover: (id) => current.current.onHover?.(id),
      onCaret: (span) => current.current.onCaret?.(span),
    });
    onSurface(made);
    return () => {
      onSurface(null);
      made.destroy();
    };
  }, [text, language, labels, onSurface, hostRef]);

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
