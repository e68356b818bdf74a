import { defined, oneMinus, undefinedBecause, type Coefficient } from "../coefficient";
import { keysOf, type Counts } from "../tally";
import { own } from "../../own";
import type { UAlphaTally } from "./u-alpha-tally";

/*
 * All coefficients are 1 − Do/De with sums over what lies off the diagonal: ℓ − Σ ℓ_cc is Σ_{c≠k} ℓ_ck, and since
 * Σ_ck ε_ck = ℓ, ℓ − Σ ε_cc is Σ_{c≠k} ε_ck. Sums of non-negative terms are 0 exactly when every term is, which a
 * difference of rounded numbers is not.
 */

/** uα: units of all labels, and gaps, as the categories of the characters. */
export function uAlpha(tally: UAlphaTally): Coefficient {
  const reason = reasonAgainst(tally);
  if (reason !== null) return reason;
  const { unitMargins, gapMargin, length } = marginsOf(tally);
  const margins = [...unitMargins.values(), gapMargin];
  const observed = offDiagonal(tally.units) + 2 * sumOf(tally.unitsInGaps);
  return oneMinus(observed, (length * unlikePairs(margins)) / (length ** 2 - correction(tally)));
}

/** |uα: only whether characters are in units or in gaps. With one label it equals uα. */
export function unitGapAlpha(tally: UAlphaTally): Coefficient {
  const reason = reasonAgainst(tally);
  if (reason !== null) return reason;
  const { gapMargin, length } = marginsOf(tally);
  const expected = (length * gapMargin * (length - gapMargin)) / (length ** 2 - correction(tally));
  return oneMinus(sumOf(tally.unitsInGaps), expected);
}

/**
 * cuα: whether units that intersect have the same label. Undefined where they all have, or where so few annotators of
 * many intersect that the correction for a unit's own length leaves no expectation (ℓ*² <= ΣW*).
 */
export function cuAlpha(tally: UAlphaTally): Coefficient {
  const reason = reasonAgainst(tally);
  if (reason !== null) return reason;
  const margins = intersectingMargins(tally);
  const length = total(margins);
  if (length === 0) return undefinedBecause("no_units");
  const freedom = length - sumOf(tally.coveredSquares) / length;
  if (freedom <= 0) return undefinedBecause("no_variation");
  return oneMinus(offDiagonal(tally.units), unlikePairs([...margins.values()]) / freedom);
}

/** ℓ* over ℓ: the share of the continua on which cuα rests. */
export function cuCoverage(tally: UAlphaTally): Coefficient {
  const reason = reasonAgainst(tally);
  return reason ?? defined(total(intersectingMargins(tally)) / marginsOf(tally).length);
}

/**
 * (k)uα of each label: how reliably it is told from other labels where units intersect. Written without the common
 * factor of ε*. Where no units intersect at all there is nothing to say by label.
 */
export function kuAlphas(
  tally: UAlphaTally,
): readonly { readonly label: string; readonly alpha: Coefficient; readonly coverage: Coefficient }[] {
  if (reasonAgainst(tally) !== null) return [];
  const margins = intersectingMargins(tally);
  const length = total(margins);
  if (length === 0) return [];
  const { unitMargins } = marginsOf(tally);
  return [...unitMargins].map(([label, margin]) => {
    const intersecting = margins.get(label) ?? 0;
    return {
      label,
      alpha: kuAlpha(tally, label, intersecting, length),
      coverage: defined(intersecting / margin),
    };
  });
}

function kuAlpha(tally: UAlphaTally, label: string, margin: number, length: number): Coefficient {
  if (margin === 0) return undefinedBecause("no_units");
  const row = own(tally.units, label) ?? {};
  const unlike = sumOf(row) - (own(row, label) ?? 0);
  const others = total(new Map([...intersectingMargins(tally)].filter(([other]) => other !== label)));
  const expectedOfLabel = margin * length - (own(tally.coveredSquares, label) ?? 0);
  return oneMinus((expectedOfLabel / margin) * unlike, margin * others);
}

function reasonAgainst({ marked, compared, overlapping }: UAlphaTally): Coefficient | null {
  if (overlapping > 0) return undefinedBecause("overlaps_present");
  if (marked === 0) return undefinedBecause("no_units");
  return compared === 0 ? undefinedBecause("single_annotator") : null;
}

/** ℓ_c of each label that was used, ℓ_φ, and ℓ. */
function marginsOf(tally: UAlphaTally): {
  readonly unitMargins: ReadonlyMap<string, number>;
  readonly gapMargin: number;
  readonly length: number;
} {
  const unitMargins = new Map(
    keysOf(tally.units, tally.unitsInGaps).flatMap((label) => {
      const margin = sumOf(own(tally.units, label) ?? {}) + (own(tally.unitsInGaps, label) ?? 0);
      return margin > 0 ? [[label, margin] as const] : [];
    }),
  );
  const gapMargin = tally.gaps + sumOf(tally.unitsInGaps);
  return { unitMargins, gapMargin, length: total(unitMargins) + gapMargin };
}

/** ℓ*_c of each label that intersects with any. */
function intersectingMargins(tally: UAlphaTally): ReadonlyMap<string, number> {
  return new Map(
    keysOf(tally.units).flatMap((label) => {
      const margin = sumOf(own(tally.units, label) ?? {});
      return margin > 0 ? [[label, margin] as const] : [];
    }),
  );
}

/** W: what is paired with itself. */
function correction(tally: UAlphaTally): number {
  return sumOf(tally.squares) + tally.gapLengths;
}

/** Σ_{c≠k} x_c·x_k */
function unlikePairs(margins: readonly number[]): number {
  let [sum, before] = [0, 0];
  for (const margin of margins) {
    sum += 2 * margin * before;
    before += margin;
  }
  return sum;
}

function offDiagonal(units: UAlphaTally["units"]): number {
  return Object.entries(units).reduce(
    (sum, [c, row]) =>
      sum + Object.entries(row).reduce((rest, [k, length]) => rest + (c === k ? 0 : length), 0),
    0,
  );
}

function sumOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function total(margins: ReadonlyMap<string, number>): number {
  return [...margins.values()].reduce((sum, margin) => sum + margin, 0);
}
