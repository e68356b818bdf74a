import type { Coefficient } from "../coefficient";
import type { Tally } from "../tally";
import type { Item } from "./item";

/** A coefficient over coded items, whatever the items are: characters, attribute values, documents. */
export interface CodingCoefficient<T extends Tally = Tally> {
  readonly name: string;
  readonly source: string;
  readonly annotators: { readonly min: number; readonly max: number | null };
  readonly nothing: T;
  tally(items: readonly Item[]): T;
  /** Its values: over all annotators, and of each pair or panel where it tells them apart. */
  values(total: T): readonly CodingValue[];
}

export interface CodingValue {
  readonly annotators: readonly string[] | null;
  readonly coefficient: Coefficient;
}
