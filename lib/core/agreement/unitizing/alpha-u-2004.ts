import { defined, oneMinus, undefinedBecause, type Coefficient } from "../coefficient";
import { checkUnits, type MeasuredDocument, type Unit } from "../document";
import type { Measure } from "../measure";
import { flatten, sectionsOf, type Section } from "./sections";

/** Documents that have a value, and the sum of their values. */
export type AlphaU2004Tally = {
  readonly documents: number;
  readonly values: number;
  readonly marked: number;
  readonly flattened: number;
};

/**
 * αU as of Krippendorff 1995 and 2004 (Content Analysis, 2nd ed., p. 251–256), for comparison with older figures: it is
 * what dkpro-statistics and INCEpTION compute, document by document with the mean over documents. Not comparable with
 * uα of 2016, whose authors say that this definition misbehaves for more than two annotators.
 */
export function alphaU2004(labels: readonly string[] | null = null): Measure<AlphaU2004Tally> {
  return {
    accepts: { annotators: { min: 2, max: null }, overlaps: "united", needs: ["units"] },
    source: "Krippendorff 2004",
    nothing: { documents: 0, values: 0, marked: 0, flattened: 0 },
    tally: (document) => {
      const sets = [...document.sets.values()].map((set) => flatten(set, labels));
      const { value } = alphaU2004Of(document, labels).alpha;
      return {
        documents: value === null ? 0 : 1,
        values: value ?? 0,
        marked: sets.reduce((sum, { units }) => sum + units.length, 0),
        flattened: sets.reduce((sum, { lost }) => sum + lost, 0),
      };
    },
    figures: ({ documents, values, marked }) => {
      const none = undefinedBecause(marked === 0 ? "no_units" : "single_annotator");
      const coefficient = documents === 0 ? none : defined(values / documents);
      return [{ name: "alphaU", label: null, annotators: null, coefficient }];
    },
  };
}

export interface AlphaU2004 {
  readonly alpha: Coefficient;
  /** Means over labels. */
  readonly observed: number;
  readonly expected: number;
  readonly labels: readonly AlphaU2004OfLabel[];
}

export interface AlphaU2004OfLabel {
  readonly label: string;
  readonly observed: number;
  readonly expected: number;
  readonly alpha: Coefficient;
}

/** αU of one document: over all labels 1 − ΣDo/ΣDe, and of each. Units of different labels may overlap. */
export function alphaU2004Of(document: MeasuredDocument, labels: readonly string[] | null): AlphaU2004 {
  checkUnits(document);
  const flattened = [...document.sets.values()].map((set) => flatten(set, labels).units);
  const used = [...new Set(flattened.flat().map(({ label }) => label))].sort();
  const nothing = { observed: 0, expected: 0, labels: [] };
  if (used.length === 0) return { ...nothing, alpha: undefinedBecause("no_units") };
  if (flattened.length < 2) return { ...nothing, alpha: undefinedBecause("single_annotator") };
  const ofLabels = used.map((label) => {
    const units = flattened.map((all) => all.filter((unit) => unit.label === label));
    const observed = observedDisagreement(units, document.length);
    const expected = expectedDisagreement(units, document.length);
    return { label, observed, expected, alpha: oneMinus(observed, expected) };
  });
  const meanOver = (number: (one: AlphaU2004OfLabel) => number): number =>
    ofLabels.reduce((sum, one) => sum + number(one), 0) / ofLabels.length;
  const [observed, expected] = [meanOver((one) => one.observed), meanOver((one) => one.expected)];
  return { alpha: oneMinus(observed, expected), observed, expected, labels: ofLabels };
}

/** Do = Σ_i Σ_{j≠i} Σ_gh δ² / (m(m−1)L²). */
function observedDisagreement(units: readonly (readonly Unit[])[], length: number): number {
  const continua = units.map((ofOne) => sectionsOf(ofOne, length));
  let sum = 0;
  for (const [index, one] of continua.entries())
    for (const other of continua.slice(index + 1)) sum += 2 * distance(one, other);
  return sum / (continua.length * (continua.length - 1) * length ** 2);
}

/** Σ δ² of two continua: borders of units that overlap, and whole units that lie in the other's gap. */
function distance(a: readonly Section[], b: readonly Section[]): number {
  let [sum, i, j] = [0, 0, 0];
  for (;;) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined || other === undefined) return sum;
    if (one.label !== null && other.label !== null)
      sum += (one.start - other.start) ** 2 + (one.end - other.end) ** 2;
    else if (one.label !== null && lies(one, other)) sum += (one.end - one.start) ** 2;
    else if (other.label !== null && lies(other, one)) sum += (other.end - other.start) ** 2;
    if (one.end <= other.end) i += 1;
    if (other.end <= one.end) j += 1;
  }
}

function lies(inner: Section, outer: Section): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * De = (2/L) Σ_g [ (N−1)/3 · (2l³−3l²+l) + l² Σ_{gaps >= l} (gap−l+1) ] / (mL(mL−1) − Σ l(l−1)). In doubles: l³·N passes
 * 2^53 for long texts, where it only rounds.
 */
function expectedDisagreement(units: readonly (readonly Unit[])[], length: number): number {
  const lengths = units.flat().map(({ start, end }) => end - start);
  const gaps = units
    .flatMap((ofOne) => sectionsOf(ofOne, length))
    .filter(({ label }) => label === null)
    .map(({ start, end }) => end - start);
  const terms = lengths.map((l) => {
    const room = gaps.reduce((sum, gap) => sum + (gap >= l ? gap - l + 1 : 0), 0);
    return ((lengths.length - 1) / 3) * (2 * l ** 3 - 3 * l ** 2 + l) + l ** 2 * room;
  });
  const all = units.length * length;
  const freedom = all * (all - 1) - lengths.reduce((sum, l) => sum + l * (l - 1), 0);
  if (freedom === 0) return 0;
  return ((2 / length) * terms.reduce((sum, term) => sum + term, 0)) / freedom;
}
