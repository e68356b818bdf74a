"use client";

import { useCallback, useEffect, useState, type PointerEvent } from "react";
import { classNames } from "@/components/ui/class-names";
import type { Annotation } from "@/lib/core/annotation/annotation";
import type { Side } from "@/lib/core/span/move-boundary";
import type { Span } from "@/lib/core/span/span";
import type { Segments } from "@/lib/core/text/segments";
import type { ArticleSurface } from "@/lib/client/dom/surface";
import { useAnnotationSet, useEditorState, useWorkbench } from "./workbench";

interface HandlePlace {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** Two grips at the ends of the selected annotation. Dragged they follow the words, with Alt the characters. */
export function BoundaryHandles({ surface }: { readonly surface: ArticleSurface | null }) {
  const { editor, segments } = useWorkbench();
  const { selected, linking } = useEditorState();
  const set = useAnnotationSet();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const [preview, setPreview] = useState<Span | null>(null);
  const annotation = selected === null || linking !== null ? undefined : set.annotations.get(selected);
  const isShown = surface !== null && annotation?.live === true && editor?.canEdit === true;
  const span = preview ?? (isShown ? annotation : null);
  const places = useHandlePlaces(surface, frame, span);

  const drag = (side: Side) => (event: PointerEvent<HTMLElement>) => {
    if (
      surface === null ||
      annotation === undefined ||
      !event.currentTarget.hasPointerCapture(event.pointerId)
    )
      return;
    // The grip itself lies over the text that is asked about.
    const { style } = event.currentTarget;
    style.pointerEvents = "none";
    const next = draggedTo(
      segments,
      annotation,
      side,
      surface.offsetAt(event.clientX, event.clientY),
      event.altKey,
    );
    style.pointerEvents = "";
    if (next === null) return;
    setPreview(next);
    surface.setMatches([next], next);
  };
  const drop = () => {
    surface?.setMatches([]);
    if (preview !== null && annotation !== undefined) editor?.reshaper.resize(annotation.id, preview);
    setPreview(null);
  };

  return (
    // While text is being selected the handles are out of the way: over one, the selection would leap to the end.
    <div
      ref={setFrame}
      aria-hidden
      className="pointer-events-none absolute inset-0 [[data-testid=article-text]:active~&_[data-handle]]:pointer-events-none"
    >
      {isShown &&
        (["start", "end"] as const).map((side) => {
          const place = places?.[side];
          if (place === undefined) return null;
          return (
            <span
              key={side}
              data-handle={side}
              style={place}
              onPointerDown={(event) => {
                event.preventDefault();
                event.currentTarget.setPointerCapture(event.pointerId);
              }}
              onPointerMove={drag(side)}
              onPointerUp={drop}
              onPointerCancel={drop}
              className={classNames(
                "pointer-events-auto absolute w-2.5 cursor-ew-resize touch-none pointer-coarse:w-11",
                side === "start" ? "-translate-x-full" : "",
                "after:absolute after:top-0 after:h-full after:w-0.5 after:rounded-full after:bg-accent",
                side === "start" ? "after:right-0" : "after:left-0",
                "before:absolute before:size-2 before:rounded-full before:bg-accent",
                side === "start"
                  ? "before:-top-1 before:-right-[3px]"
                  : "before:-bottom-1 before:-left-[3px]",
              )}
            />
          );
        })}
    </div>
  );
}

/** Where the ends of `span` lie in `frame`; measured anew when the text is laid out anew. */
function useHandlePlaces(
  surface: ArticleSurface | null,
  frame: HTMLElement | null,
  span: Span | Annotation | null,
) {
  const [places, setPlaces] = useState<Readonly<Record<Side, HandlePlace>> | null>(null);
  const [start, end] = [span?.start, span?.end];
  const measure = useCallback(() => {
    if (surface === null || frame === null || start === undefined || end === undefined) return null;
    const rects = [...surface.rangeOf({ start, end }).getClientRects()].filter(({ width }) => width > 0);
    const [first, last] = [rects[0], rects.at(-1)];
    if (first === undefined || last === undefined) return null;
    const { left, top } = frame.getBoundingClientRect();
    return {
      start: { left: first.left - left, top: first.top - top, height: first.height },
      end: { left: last.right - left, top: last.top - top, height: last.height },
    };
  }, [surface, frame, start, end]);

  // The layout of the text.
  useEffect(() => {
    if (frame === null) return;
    const observer = new ResizeObserver(() => setPlaces(measure()));
    observer.observe(frame);
    return () => observer.disconnect();
  }, [frame, measure]);

  return places;
}

function draggedTo(
  segments: Segments,
  from: Span,
  side: Side,
  offset: Span["start"] | null,
  isExact: boolean,
): Span | null {
  if (offset === null) return null;
  const piece = segments.at(isExact ? "grapheme" : "word", offset);
  if (piece === null || (!isExact && !piece.isWordLike)) return null;
  const next =
    side === "start" ? { start: piece.start, end: from.end } : { start: from.start, end: piece.end };
  return next.start < next.end ? next : null;
}
