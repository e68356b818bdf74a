import { groupBy } from "../../group-by";
import { inTextOrder, unitsOf, type CompletedSet, type Unit } from "../document";

/** A stretch of an annotator's continuum: a unit with its label, or a gap between units. */
export interface Section {
  readonly start: number;
  readonly end: number;
  /** Null: a gap. */
  readonly label: string | null;
}

/** The units of one annotator with nothing lying upon each other, and how many were lost in making them so. */
export interface Flattened {
  readonly units: readonly Unit[];
  readonly lost: number;
}

/**
 * Unites the units of one label that share a character. Units that only touch stay two: where one ends and the next
 * begins is part of what unitizing measures compare.
 */
export function flatten(set: CompletedSet, labels: readonly string[] | null): Flattened {
  const chosen = unitsOf(set, labels);
  const units = [...groupBy(chosen, ({ label }) => label)].flatMap(([label, ofLabel]) => {
    const united: { start: number; end: number; readonly label: string }[] = [];
    for (const { start, end } of inTextOrder(ofLabel)) {
      const last = united.at(-1);
      if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
      else united.push({ start, end, label });
    }
    return united;
  });
  return { units: inTextOrder(units), lost: chosen.length - units.length };
}

/** Units that do not overlap, in text order, with the gaps between them: together all of [0, length). */
export function sectionsOf(units: readonly Unit[], length: number): readonly Section[] {
  const sections: Section[] = [];
  let place = 0;
  for (const { start, end, label } of units) {
    if (start > place) sections.push({ start: place, end: start, label: null });
    sections.push({ start, end, label });
    place = end;
  }
  if (length > place) sections.push({ start: place, end: length, label: null });
  return sections;
}
