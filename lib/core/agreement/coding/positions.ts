import { groupBy } from "../../group-by";
import { checkUnits, unitsOf, type MeasuredDocument } from "../document";
import { coveredRuns } from "../spans/covered-runs";
import type { Item } from "./item";

/** The category of a character that no unit covers. Labels are never empty. */
export const OUTSIDE = "";

/**
 * The characters (or tokens, where the document counts those) as items: each annotator of the document put each into
 * the label that covers it, or outside. Characters that everybody sees alike are one item with their number for a
 * weight, so that the cost goes with the number of units and not with the length of the text.
 *
 * Units of one label that lie upon each other cover their characters once. With several labels no annotator may cover a
 * character with two: ask `haveOverlappingLabels` first.
 */
export function positionItems(document: MeasuredDocument, labels: readonly string[] | null): readonly Item[] {
  checkUnits(document);
  const edges = [...document.sets].flatMap(([annotator, set]) =>
    [...groupBy(unitsOf(set, labels), ({ label }) => label)].flatMap(([label, units]) =>
      coveredRuns(units).flatMap(({ start, end }) => [
        { place: start, annotator, category: label, isStart: true },
        { place: end, annotator, category: OUTSIDE, isStart: false },
      ]),
    ),
  );
  // Where one run ends and the next begins, the end comes first and does not undo the beginning.
  edges.sort((a, b) => a.place - b.place || Number(a.isStart) - Number(b.isStart));
  const current = new Map([...document.sets.keys()].map((annotator) => [annotator, OUTSIDE]));
  const items = new Map<string, { weight: number; readonly categories: ReadonlyMap<string, string> }>();
  let place = 0;
  const advance = (to: number): void => {
    if (to === place) return;
    const key = JSON.stringify([...current.values()]);
    const item = items.get(key);
    if (item === undefined) items.set(key, { weight: to - place, categories: new Map(current) });
    else item.weight += to - place;
    place = to;
  };
  for (const edge of edges) {
    advance(edge.place);
    current.set(edge.annotator, edge.category);
  }
  advance(document.length);
  return [...items.values()];
}

/** Whether an annotator covers a character with two different labels. */
export function haveOverlappingLabels(document: MeasuredDocument, labels: readonly string[] | null): boolean {
  return [...document.sets.values()].some((set) => {
    const runs = [...groupBy(unitsOf(set, labels), ({ label }) => label).values()]
      .flatMap(coveredRuns)
      .sort((a, b) => a.start - b.start);
    return runs.some(({ start }, index) => index > 0 && start < (runs[index - 1]?.end ?? 0));
  });
}
