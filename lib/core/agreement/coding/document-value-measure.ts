import type { AttributeValue } from "../../schema/schema";
import type { MeasuredDocument } from "../document";
import type { Measure } from "../measure";
import { type Tally } from "../tally";
import { own } from "../../own";
import type { CodingCoefficient } from "./coding-coefficient";
import type { Item } from "./item";

/** A coding coefficient over what annotators said of whole documents; who said nothing of one did not code it. */
export function documentValueMeasure<T extends Tally>(
  coefficient: CodingCoefficient<T>,
  key: string,
): Measure<T> {
  return {
    accepts: { annotators: coefficient.annotators, overlaps: "not concerned", needs: ["document values"] },
    source: coefficient.source,
    nothing: coefficient.nothing,
    tally: (document) => coefficient.tally([documentItem(document, key)]),
    figures: (total) =>
      coefficient.values(total).map((value) => ({ name: coefficient.name, label: null, ...value })),
  };
}

function documentItem(document: MeasuredDocument, key: string): Item {
  const categories = [...document.sets].flatMap(([annotator, { values }]) => {
    const value = values === undefined ? undefined : own<AttributeValue>(values, key);
    return value === undefined ? [] : [[annotator, categoryOf(value)] as const];
  });
  return { weight: 1, categories: new Map(categories) };
}

/** A value as the name of its category: a number stays readable as one, a list is the set of its values. */
export function categoryOf(value: AttributeValue): string {
  return typeof value === "object" ? JSON.stringify([...value].sort()) : String(value);
}
