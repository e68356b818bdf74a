import { oneMinus, undefinedBecause, type Coefficient } from "./coefficient";

/** What turns one segmentation into another. A transposition moves a boundary by one place. */
export interface BoundaryEdits {
  readonly matches: number;
  readonly transpositions: number;
  readonly additions: number;
}

/** A boundary that is one place off counts half of one that is missing (n_t = 2). */
const TRANSPOSITION = 1 / 2;

/**
 * B = 1 − (additions + transpositions/2) / (additions + transpositions + matches) of two segmentations of one whole
 * text, given by the lengths of their segments (Fournier 2013, "Evaluating text segmentation using boundary edit
 * distance", ACL, with n_t = 2). Spans leave gaps, so this is no measure of theirs.
 * @throws RangeError where the segmentations are of different lengths.
 */
export function boundarySimilarity(a: readonly number[], b: readonly number[]): Coefficient {
  const { matches, transpositions, additions } = boundaryEdits(a, b);
  const all = matches + transpositions + additions;
  return all === 0 ? undefinedBecause("no_units") : oneMinus(additions + transpositions * TRANSPOSITION, all);
}

export function boundaryEdits(a: readonly number[], b: readonly number[]): BoundaryEdits {
  const [ofA, ofB] = [boundariesOf(a), boundariesOf(b)];
  if (ofA.length !== ofB.length) throw new RangeError(`${ofA.length} and ${ofB.length} are not one text`);
  const matches = [...ofA.places].filter((place) => ofB.places.has(place)).length;
  const alone = [
    ...[...ofA.places].filter((place) => !ofB.places.has(place)).map((place) => ({ place, isOfA: true })),
    ...[...ofB.places].filter((place) => !ofA.places.has(place)).map((place) => ({ place, isOfA: false })),
  ].sort((one, other) => one.place - other.place);
  let transpositions = 0;
  for (let index = 1; index < alone.length; index += 1) {
    const [before, here] = [alone[index - 1], alone[index]];
    if (before === undefined || here === undefined) continue;
    if (here.place - before.place !== 1 || here.isOfA === before.isOfA) continue;
    transpositions += 1;
    index += 1;
  }
  return { matches, transpositions, additions: alone.length - 2 * transpositions };
}

function boundariesOf(lengths: readonly number[]): {
  readonly places: ReadonlySet<number>;
  readonly length: number;
} {
  const places = new Set<number>();
  let place = 0;
  for (const [index, length] of lengths.entries()) {
    if (index > 0) places.add(place);
    place += length;
  }
  return { places, length: place };
}
