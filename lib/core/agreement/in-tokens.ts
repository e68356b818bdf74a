import type { MeasuredDocument, Unit } from "./document";

/**
 * The document counted in tokens: a unit covers each token with which it shares a character. `tokens` are [start, end)
 * in the unit of the document, in text order and apart from each other. A unit that reaches no token falls away.
 */
export function inTokens(
  document: MeasuredDocument,
  tokens: readonly { readonly start: number; readonly end: number }[],
): MeasuredDocument {
  const place = (unit: Unit): readonly Unit[] => {
    const start = firstIndex(tokens.length, (index) => (tokens[index]?.end ?? 0) > unit.start);
    const end = firstIndex(tokens.length, (index) => (tokens[index]?.start ?? 0) >= unit.end);
    return start < end ? [{ ...unit, start, end }] : [];
  };
  const sets = [...document.sets].map(
    ([annotator, set]) => [annotator, { ...set, units: set.units.flatMap(place) }] as const,
  );
  return { ...document, length: tokens.length, sets: new Map(sets) };
}

/** The least index for which `holds` is true, if it stays true from there on; `length` where it never is. */
function firstIndex(length: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
