import { at } from "../at";

/**
 * The value below which `share` of the values lie, interpolated linearly: type 7 of Hyndman & Fan 1996, the default of
 * R and NumPy.
 * @throws RangeError where there are no values.
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = at(sorted, Math.floor(place));
  const high = at(sorted, Math.ceil(place));
  return low + (high - low) * (place - Math.floor(place));
}
