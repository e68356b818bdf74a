/** Lists count so far and no further. */
export const COUNTED = 10_000;

/** How many there are in all; where `capped`, at least so many. */
export interface Total {
  readonly value: number;
  readonly capped: boolean;
}

/** Some rows of a list, and how many there are in all. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly total: Total;
}

/** What was counted with a limit of `COUNTED + 1`. */
export function totalOf(count: number): Total {
  return { value: Math.min(count, COUNTED), capped: count > COUNTED };
}
