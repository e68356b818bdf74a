import type { Annotation } from "@/lib/core/annotation/annotation";
import type { AnnotationId } from "@/lib/core/ids";
import type { Span } from "@/lib/core/span/span";
import type { DocumentText } from "@/lib/core/text/document-text";
import { findText } from "@/lib/core/text/find-text";
import type { Direction } from "@/lib/core/text/token-moves";
import type { AnnotationIndex } from "./annotation-index";
import type { Environment } from "./environment";
import type { Intent } from "./intent";
import { quoted } from "./reshape";

/** The same words elsewhere, about to get the label of `from`. */
export interface Spread {
  readonly from: AnnotationId;
  /** Where the text says the same, in order, and nothing of that label lies yet. */
  readonly places: readonly Span[];
  /** How many places besides carry the label already. */
  readonly marked: number;
  /** Which of the places the person looks at; null before they have looked. */
  readonly current: number | null;
  /** Which of the places they want left as they are. */
  readonly leftOut: ReadonlySet<number>;
}

/** The words as they are written, where they stand as words of their own. */
export function startSpread(index: AnnotationIndex, text: DocumentText, from: Annotation): Spread {
  const found = findText(text, from.quote, { matchCase: true, wholeWords: true });
  const elsewhere = found.filter(({ start, end }) => end <= from.start || from.end <= start);
  const isMarked = (place: Span): boolean =>
    index.overlapping(place).some(({ label }) => label === from.label);
  const places = elsewhere.filter((place) => !isMarked(place));
  return {
    from: from.id,
    places,
    marked: elsewhere.length - places.length,
    current: null,
    leftOut: new Set(),
  };
}

/** To the next place, first to the one that follows `here`; round at the ends. */
export function stepSpread(spread: Spread, here: Span, direction: Direction): Spread {
  const { places, current } = spread;
  const ahead = places.findIndex(({ start }) => start >= here.end);
  const first = ahead === -1 ? 0 : ahead;
  const from = current ?? (direction === "forward" ? first - 1 : first);
  const next = (from + (direction === "forward" ? 1 : places.length - 1)) % places.length;
  return { ...spread, current: (next + places.length) % places.length };
}

/** Leaves out the place that is looked at, or takes it in again. */
export function toggleSpread(spread: Spread): Spread {
  const { current, leftOut } = spread;
  if (current === null) return spread;
  const without = new Set(leftOut);
  if (!without.delete(current)) without.add(current);
  return { ...spread, leftOut: without };
}

export function chosenPlaces({ places, leftOut }: Spread): readonly Span[] {
  return places.filter((_, index) => !leftOut.has(index));
}

/** The same label and attributes for each place: it is the same thing that is spoken of. */
export function spreadIntents(
  spread: Spread,
  { label, attributes }: Annotation,
  text: DocumentText,
  newId: Environment["newId"],
): readonly Intent[] {
  return chosenPlaces(spread).map((place): Intent => ({
    kind: "annotation.create",
    target: newId(),
    body: { label, ...quoted(text, place), attributes },
  }));
}
