/** Why a coefficient has no value. */
export const UNDEFINED_REASONS = [
  /** Nothing was marked, or nothing that could be compared. */
  "no_units",
  /** Everything fell into one category, so that chance would agree as well. */
  "no_variation",
  /** Nobody else completed what one annotator did. */
  "single_annotator",
  /** One annotator's units lie upon each other, which this measure cannot read. */
  "overlaps_present",
] as const;
export type UndefinedReason = (typeof UNDEFINED_REASONS)[number];

/** A number, or the reason why there is none. Never NaN, and never a 0 or 1 that stands for "cannot be said". */
export type Coefficient =
  | { readonly value: number; readonly reason: null }
  | { readonly value: null; readonly reason: UndefinedReason };

/** @throws RangeError unless `value` is finite. */
export function defined(value: number): Coefficient {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is no coefficient`);
  return { value, reason: null };
}

export function undefinedBecause(reason: UndefinedReason): Coefficient {
  return { value: null, reason };
}

/** `part / whole`, or undefined where there is no whole. */
export function ratio(part: number, whole: number, reason: UndefinedReason = "no_units"): Coefficient {
  return whole === 0 ? undefinedBecause(reason) : defined(part / whole);
}

/** `1 − observed / expected`, the form of every coefficient that is corrected for chance. */
export function oneMinus(observed: number, expected: number): Coefficient {
  return expected === 0 ? undefinedBecause("no_variation") : defined(1 - observed / expected);
}

/** The mean of those that have a value; if none has, the first one's reason, and `single_annotator` of none at all. */
export function meanOf(coefficients: readonly Coefficient[]): Coefficient {
  const values = coefficients.flatMap(({ value }) => value ?? []);
  if (values.length > 0) return defined(values.reduce((sum, value) => sum + value, 0) / values.length);
  return coefficients[0] ?? undefinedBecause("single_annotator");
}
