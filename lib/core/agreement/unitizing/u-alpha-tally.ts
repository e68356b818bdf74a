import { groupBy } from "../../group-by";
import { checkUnits, haveOverlap, type MeasuredDocument } from "../document";
import { countBy, sumTallies, type Counts } from "../tally";
import { flatten, sectionsOf, type Section } from "./sections";

/**
 * Sums over documents with m >= 2 annotators. Lengths are of intersections of one annotator's section with another's,
 * over all ordered pairs of annotators, divided by m − 1.
 */
export type UAlphaTally = {
  /** ℓ_ck: characters that one has in a unit of label c and the other in one of label k. */
  readonly units: Readonly<Record<string, Counts>>;
  /** ℓ_cφ = ℓ_φc: in a unit of label c, and in a gap. */
  readonly unitsInGaps: Counts;
  /** ℓ_φφ */
  readonly gaps: number;
  /** W_c: the squared lengths of the units of label c. */
  readonly squares: Counts;
  /** W_φ: the lengths of the gaps, not squared. */
  readonly gapLengths: number;
  /** W*_c: the squared lengths of what another covers of a unit of label c. */
  readonly coveredSquares: Counts;
  readonly marked: number;
  readonly compared: number;
  /** Units lost by uniting those of one label that overlap. */
  readonly flattened: number;
  /** Documents in which an annotator's units of different labels overlap. */
  readonly overlapping: number;
};

export const NO_SECTIONS: UAlphaTally = {
  units: {},
  unitsInGaps: {},
  gaps: 0,
  squares: {},
  gapLengths: 0,
  coveredSquares: {},
  marked: 0,
  compared: 0,
  flattened: 0,
  overlapping: 0,
};

/** What the document adds. With fewer than two annotators only how much was marked. */
export function tallySections(document: MeasuredDocument, labels: readonly string[] | null): UAlphaTally {
  checkUnits(document);
  const sets = [...document.sets.values()].map((set) => flatten(set, labels));
  const marked = sets.reduce((sum, { units }) => sum + units.length, 0);
  const flattened = sets.reduce((sum, { lost }) => sum + lost, 0);
  const counted = { ...NO_SECTIONS, marked, flattened };
  if (sets.length < 2) return counted;
  if (sets.some(({ units }) => haveOverlap(units))) return { ...counted, overlapping: 1 };
  const continua = sets.map(({ units }) => sectionsOf(units, document.length));
  const shared = continua.flatMap((one, index) =>
    continua.slice(index + 1).map((other) => tallyPair(one, other, continua.length - 1)),
  );
  const all = continua.flat();
  const own: UAlphaTally = {
    ...counted,
    compared: 1,
    squares: countBy(
      all.flatMap(({ start, end, label }) => (label === null ? [] : [[label, (end - start) ** 2] as const])),
    ),
    gapLengths: all.reduce((sum, { start, end, label }) => sum + (label === null ? end - start : 0), 0),
  };
  return sumTallies([own, ...shared], NO_SECTIONS);
}

/** Both directions of one pair of annotators, by one walk along both continua. */
function tallyPair(a: readonly Section[], b: readonly Section[], others: number): UAlphaTally {
  const both: (readonly [string, string, number])[] = [];
  const inGaps: (readonly [string, number])[] = [];
  const coveredOfA = new Float64Array(a.length);
  const coveredOfB = new Float64Array(b.length);
  let [gaps, i, j] = [0, 0, 0];
  for (;;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) break;
    const length = Math.min(one.end, other.end) - Math.max(one.start, other.start);
    if (one.label !== null && other.label !== null) {
      both.push([one.label, other.label, length], [other.label, one.label, length]);
      coveredOfA[i] = (coveredOfA[i] ?? 0) + length;
      coveredOfB[j] = (coveredOfB[j] ?? 0) + length;
    } else if (one.label !== null) inGaps.push([one.label, length]);
    else if (other.label !== null) inGaps.push([other.label, length]);
    else gaps += 2 * length;
    if (one.end <= other.end) i += 1;
    if (other.end <= one.end) j += 1;
  }
  const squaresOf = (sections: readonly Section[], covered: Float64Array): (readonly [string, number])[] =>
    sections.flatMap(({ label }, index) =>
      label === null ? [] : [[label, (covered[index] ?? 0) ** 2 / others] as const],
    );
  const rows = groupBy(both, ([c]) => c);
  return {
    ...NO_SECTIONS,
    units: Object.fromEntries(
      [...rows].map(([c, row]) => [c, countBy(row.map(([, k, length]) => [k, length / others]))]),
    ),
    unitsInGaps: countBy(inGaps.map(([label, length]) => [label, length / others])),
    gaps: gaps / others,
    coveredSquares: countBy([...squaresOf(a, coveredOfA), ...squaresOf(b, coveredOfB)]),
  };
}
