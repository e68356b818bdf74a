/** Lists count so far and no further. */
export const COUNTED = 10_000;

/** Some rows of a list, and how many there are in all: `COUNTED + 1` stands for more than `COUNTED`. */
export interface Found<Row> {
  readonly rows: readonly Row[];
  readonly count: number;
}
