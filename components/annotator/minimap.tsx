"use client";

import { useEffect, useMemo, useState, type PointerEvent, type RefObject } from "react";
import { paletteMark } from "@/components/ui/palette-mark";
import { liveAnnotations } from "@/lib/core/annotation/annotation-set";
import { personColor } from "@/components/ui/person-color";
import { placeOf } from "./company";
import { useShownMatches } from "./use-shown-matches";
import { useAnnotationSet, useEditorState, useSurroundings, useWorkbench } from "./workbench";

/** So many places are told apart: a mark is at least three pixels high. */
const PLACES = 240;

/** Shares of the height of all that scrolls. */
interface View {
  readonly top: number;
  readonly height: number;
  readonly textTop: number;
  readonly textHeight: number;
}

export interface MinimapProps {
  readonly scroller: HTMLElement | null;
  readonly textRef: RefObject<HTMLElement | null>;
}

/** Where annotations lie in the whole article, and which part of it is in view. A click goes there. */
export function Minimap({ scroller, textRef }: MinimapProps) {
  const { schema, text: document } = useWorkbench();
  const set = useAnnotationSet();
  const { selected } = useEditorState();
  const view = useView(scroller, textRef);
  const marks = useMemo(() => {
    const places = new Map<number, { readonly label: string; readonly isSelected: boolean }>();
    for (const { id, label, start } of liveAnnotations(set)) {
      const place = Math.floor((start / Math.max(1, document.length)) * PLACES);
      if (id === selected || !places.has(place)) places.set(place, { label, isSelected: id === selected });
    }
    return [...places];
  }, [set, selected, document.length]);
  const { company } = useSurroundings();
  const matches = useShownMatches();
  const found = useMemo(() => {
    const placeOf = (start: number): number => Math.floor((start / Math.max(1, document.length)) * PLACES);
    return [...new Set(matches.places.map(({ start }) => placeOf(start)))];
  }, [matches, document.length]);
  if (view === null || scroller === null || view.height >= 1) return null;

  const go = (event: PointerEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    scroller.scrollTo({ top: ((event.clientY - top) / height - view.height / 2) * scroller.scrollHeight });
  };
  return (
    <div
      aria-hidden
      onPointerDown={go}
      className="absolute inset-y-2 right-4 w-3 cursor-pointer max-sm:hidden"
    >
      <span
        className="absolute inset-x-0 rounded-sm border border-edge bg-hover"
        style={{ top: `${view.top * 100}%`, height: `${view.height * 100}%` }}
      />
      {found.map((place) => (
        <span
          key={`found ${place}`}
          data-match
          className="absolute -inset-x-1 h-0.5 bg-warn"
          style={{ top: `${(view.textTop + (place / PLACES) * view.textHeight) * 100}%` }}
        />
      ))}
      {marks.map(([place, { label, isSelected }]) => {
        const color = schema.labels.find(({ key }) => key === label)?.color ?? "slate";
        const top = `${(view.textTop + (place / PLACES) * view.textHeight) * 100}%`;
        return (
          <span
            key={place}
            className={`absolute rounded-[1px] ${isSelected ? "inset-x-0 h-1.5" : "inset-x-0.5 h-1"}`}
            style={{ top, background: paletteMark(color, 0).line }}
          />
        );
      })}
      {company.map((person) => (
        <span
          key={person.user.id}
          data-person={person.user.name}
          className="absolute -left-2.5 size-2 -translate-y-1/2 rounded-full border-4"
          style={{
            top: `${(view.textTop + (placeOf(person) / Math.max(1, document.length)) * view.textHeight) * 100}%`,
            borderColor: `var(--palette-${personColor(person.user.name)}-line)`,
          }}
        />
      ))}
    </div>
  );
}

/** The scroll position and the layout, as they change. */
function useView(scroller: HTMLElement | null, textRef: RefObject<HTMLElement | null>): View | null {
  const [view, setView] = useState<View | null>(null);

  // The scroller in the page.
  useEffect(() => {
    const text = textRef.current;
    if (scroller === null || text === null) return;
    const measure = () => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      const offset = text.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scrollTop;
      setView({
        top: scrollTop / scrollHeight,
        height: clientHeight / scrollHeight,
        textTop: offset / scrollHeight,
        textHeight: text.offsetHeight / scrollHeight,
      });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    observer.observe(text);
    scroller.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener("scroll", measure);
    };
  }, [scroller, textRef]);

  return view;
}
