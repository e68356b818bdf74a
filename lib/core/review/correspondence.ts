import { iouOf } from "../agreement/matching/match-units";
import type { Annotation } from "../annotation/annotation";
import { own } from "../own";
import type { AttributeValue } from "../schema/schema";

/** So many times more is an identical annotation worth than one that merely overlaps. */
const IDENTICAL = 1_000;
/** Together with a stranger: more than one mere overlap outweighs. */
const STRANGERS = -2;
/** Equal attributes decide only among annotations that lie alike. */
const ATTRIBUTES = 0.01;
/** From how much overlap annotations of different labels are taken for the same thing. */
const RELABELLED = 0.5;

/**
 * How much speaks for two annotations of different sets standing for the same thing: first that they are identical in
 * span and label, then that they share label and characters, then that they share most characters under different
 * labels. Negative where nothing does.
 */
export function correspondence(a: Annotation, b: Annotation): number {
  const iou = iouOf(a, b);
  if (iou === 0 || (a.label !== b.label && iou < RELABELLED)) return STRANGERS;
  const place = a.label !== b.label ? iou : iou === 1 ? IDENTICAL : 1 + iou;
  return place + ATTRIBUTES * attributeLikeness(a, b);
}

/** Whether two values say the same: of a list the values count, not their order. */
export function sameValue(a: AttributeValue | undefined, b: AttributeValue | undefined): boolean {
  return a === b || (typeof a === "object" && typeof b === "object" && valueKey(a) === valueKey(b));
}

/** A value as a key; a list as the set of its values, an absent one as null. */
export function valueKey(value: AttributeValue | undefined): string {
  return JSON.stringify(typeof value === "object" ? [...value].sort() : (value ?? null));
}

function attributeLikeness(a: Annotation, b: Annotation): number {
  const keys = new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)]);
  if (keys.size === 0) return 1;
  return (
    [...keys].filter((key) => sameValue(own(a.attributes, key), own(b.attributes, key))).length / keys.size
  );
}
