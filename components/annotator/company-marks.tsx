"use client";

import { useCallback, useEffect, useState } from "react";
import { initials } from "@/components/ui/initials";
import { personColor } from "@/components/ui/person-color";
import { codePoint } from "@/lib/core/text/offsets";
import type { DocumentText } from "@/lib/core/text/document-text";
import type { PersonHere } from "@/lib/contracts/live";
import type { ArticleSurface } from "@/lib/client/dom/surface";
import { placeOf } from "./company";
import { useSurroundings, useWorkbench } from "./workbench";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Mark {
  readonly id: string;
  readonly name: string;
  /** The line they are at. */
  readonly line: Box;
  /** The lines of what they have selected. */
  readonly selected: readonly Box[];
}

/** More lines than these say no more. */
const MOST_LINES = 40;

/**
 * Where the others are: initials in the margin, and a line under what they have selected. It lies over the text and
 * moves nothing; who they are stands, to be read aloud, in the head of the article.
 */
export function CompanyMarks({ surface }: { readonly surface: ArticleSurface | null }) {
  const { text } = useWorkbench();
  const { company } = useSurroundings();
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const marks = useMarks({ surface, frame, company, text });
  return (
    <div ref={setFrame} aria-hidden data-company className="pointer-events-none absolute inset-0">
      {marks.map(({ id, name, line, selected }) => {
        const color = personColor(name);
        return (
          <div key={id} data-person={name}>
            <span
              className="absolute left-0 grid size-4 place-items-center rounded-full text-[0.5rem] font-semibold text-ink transition-[top] duration-[140ms] select-none sm:left-0.5"
              style={{
                top: line.top + line.height / 2 - 8,
                background: `var(--palette-${color}-strong)`,
              }}
            >
              {initials(name)}
            </span>
            {selected.map(({ left, top, width, height }) => (
              <span
                key={`${left} ${top}`}
                data-selected
                className="absolute border-b-2"
                style={{ left, top, width, height: height + 3, borderColor: `var(--palette-${color}-line)` }}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

interface Ground {
  readonly surface: ArticleSurface | null;
  readonly frame: HTMLElement | null;
  readonly company: readonly PersonHere[];
  readonly text: DocumentText;
}

/** Where the marks lie in `frame`; measured anew when the text is laid out anew. */
function useMarks({ surface, frame, company, text }: Ground): readonly Mark[] {
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const measure = useCallback((): readonly Mark[] => {
    if (surface === null || frame === null) return [];
    const origin = frame.getBoundingClientRect();
    const boxes = (start: number, end: number): readonly Box[] =>
      [...surface.rangeOf({ start: codePoint(start), end: codePoint(end) }).getClientRects()]
        .filter(({ width }) => width > 0)
        .slice(0, MOST_LINES)
        .map(({ left, top, width, height }) => ({
          left: left - origin.left,
          top: top - origin.top,
          width,
          height,
        }));
    return company.flatMap((person): readonly Mark[] => {
      const at = Math.min(placeOf(person), text.length - 1);
      const [line] = at < 0 ? [] : boxes(at, at + 1);
      const { selected } = person.place;
      if (line === undefined) return [];
      const end = Math.min(selected?.end ?? 0, text.length);
      return [
        {
          id: person.user.id,
          name: person.user.name,
          line,
          selected: end > at && selected !== null ? boxes(at, end) : [],
        },
      ];
    });
  }, [surface, frame, company, text]);

  // The layout of the text.
  useEffect(() => {
    if (frame === null) return;
    const observer = new ResizeObserver(() => setMarks(measure()));
    observer.observe(frame);
    return () => observer.disconnect();
  }, [frame, measure]);

  return marks;
}
