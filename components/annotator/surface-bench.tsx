"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { paletteMark } from "@/components/ui/palette-mark";
import { DocumentText } from "@/lib/core/text/document-text";
import { utf16 } from "@/lib/core/text/offsets";
import type { Span } from "@/lib/core/span/span";
import type { ArticleSurface, SurfaceAnnotation, SurfaceLabel } from "@/lib/client/dom/surface";
import { ArticleText } from "./article-text";

/** What a program that measures surfaces may ask of this page. Offsets are UTF-16 code units. */
interface Bench {
  /** Settled once the page stands, empty and idle, with the article's font. */
  readonly ready: Promise<void>;
  load(text: string, spans: readonly BenchSpan[]): Promise<void>;
  /** What letting go of the mouse leads to. */
  create(start: number, end: number, label: string): Promise<void>;
  /** Whether a highlight that touches the stretch can be drawn now. */
  painted(start: number, end: number): boolean;
  range(start: number, end: number): Range;
  /** The label that the next stretch selected by mouse gets. */
  arm(label: string): void;
  scroller(): Element;
  /** The article itself, to ask more of it than other surfaces can be asked. */
  surface(): ArticleSurface;
}

interface BenchSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

declare global {
  interface Window {
    __bench?: Bench;
  }
}

const LABELS: readonly SurfaceLabel[] = [
  { key: "claim", name: "Claim", ...paletteMark("amber", 0) },
  { key: "actor", name: "Actor", ...paletteMark("blue", 1) },
  { key: "stance", name: "Stance", ...paletteMark("rose", 2) },
];

/** The article as the annotate screen has it, with nothing around, and a hook for measuring. */
export function SurfaceBench() {
  const scroller = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const surface = useRef<ArticleSurface | null>(null);
  const [string, setString] = useState("");
  const text = useMemo(() => DocumentText.of(string), [string]);
  const shown = useRef(text);
  const [armed, setArmed] = useState<string | null>(null);
  const take = useCallback((made: ArticleSurface | null) => {
    surface.current = made;
  }, []);

  // The text that offsets are about.
  useEffect(() => {
    shown.current = text;
  }, [text]);

  // The hook on the page's window.
  useEffect(() => {
    const spanOf = (start: number, end: number): Span => ({
      start: shown.current.toCodePoint(utf16(start)),
      end: shown.current.toCodePoint(utf16(end)),
    });
    const standing = (): ArticleSurface => {
      if (surface.current === null) throw new RangeError("the article does not stand yet");
      return surface.current;
    };
    window.__bench = {
      ready: fontOf(host.current),
      load: (given, spans) => {
        flushSync(() => setString(given));
        const annotations = spans.map(({ id, start, end, label }): SurfaceAnnotation => ({
          ...spanOf(start, end),
          id,
          label,
          state: "saved",
        }));
        standing().setAnnotations(annotations);
        return Promise.resolve();
      },
      create: (start, end, label) => {
        create(standing(), spanOf(start, end), label);
        return Promise.resolve();
      },
      painted: (start, end) => isHighlighted(standing().rangeOf(spanOf(start, end))),
      range: (start, end) => standing().rangeOf(spanOf(start, end)),
      arm: (label) => flushSync(() => setArmed(label)),
      scroller: () => scroller.current ?? document.documentElement,
      surface: standing,
    };
    return () => {
      delete window.__bench;
    };
  }, []);

  const on = {
    onSelect: (span: Span | null) => {
      if (span !== null && armed !== null && surface.current !== null) create(surface.current, span, armed);
    },
    onHit: (ids: readonly string[]) => surface.current?.select(ids[0] ?? null),
  };
  return (
    <main ref={scroller} className="h-dvh overflow-y-auto bg-paper">
      <h1 className="sr-only">Surface bench</h1>
      <div className="relative mx-auto max-w-[calc(var(--container-measure)+3rem)] px-6 pt-8 pb-[40vh]">
        <ArticleText text={text} language="en" labels={LABELS} on={on} onSurface={take} hostRef={host} />
      </div>
    </main>
  );
}

/** As the annotate screen does it when a label is given to a place. */
function create(surface: ArticleSurface, span: Span, label: string): void {
  const id = crypto.randomUUID();
  surface.change({ added: [{ ...span, id, label, state: "saved" }] });
  surface.setSelection(null);
  surface.select(id);
}

/** Fetches the font in which the article is set, as a page that has shown an article before has it. */
async function fontOf(host: HTMLElement | null): Promise<void> {
  if (host === null) return;
  const { fontSize, fontFamily } = getComputedStyle(host);
  await document.fonts.load(`${fontSize} ${fontFamily}`);
}

function isHighlighted({ startContainer, startOffset, endContainer, endOffset }: Range): boolean {
  const isOver = (drawn: AbstractRange): boolean =>
    drawn.startContainer === startContainer
      ? drawn.startOffset < (endContainer === startContainer ? endOffset : Infinity) &&
        startOffset < drawn.endOffset
      : drawn.startContainer === endContainer && drawn.startOffset < endOffset;
  return [...CSS.highlights.values()].some((highlight) => [...highlight].some(isOver));
}
