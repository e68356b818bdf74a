"use client";

import { useEffect, useMemo } from "react";
import type { Span } from "@/lib/core/span/span";
import type { ArticleSurface } from "@/lib/client/dom/surface";
import { chosenPlaces } from "@/lib/client/session/spread";
import { useEditorState, useFinderState } from "./workbench";

export interface ShownMatches {
  readonly places: readonly Span[];
  readonly current: Span | null;
}

const NONE: ShownMatches = { places: [], current: null };

/** The places that are pointed out in the text: those about to get a label, else those that were looked for. */
export function useShownMatches(): ShownMatches {
  const { spread } = useEditorState();
  const { found, current } = useFinderState();
  return useMemo(() => {
    if (spread !== null) {
      const place = spread.current === null ? undefined : spread.places[spread.current];
      return { places: chosenPlaces(spread), current: place ?? null };
    }
    if (found.length === 0) return NONE;
    return { places: found, current: (current === null ? undefined : found[current]) ?? null };
  }, [spread, found, current]);
}

/** Shows them in the article. */
export function MatchMarks({ surface }: { readonly surface: ArticleSurface | null }) {
  const { places, current } = useShownMatches();

  // The article in the page.
  useEffect(() => {
    surface?.setMatches(places, current);
  }, [surface, places, current]);

  return null;
}
