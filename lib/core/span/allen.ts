import type { Span } from "./span";

/** The thirteen ways in which two intervals can lie to each other (Allen 1983). */
export type Relation =
  | "before"
  | "meets"
  | "overlaps"
  | "starts"
  | "during"
  | "finishes"
  | "equals"
  | "finished-by"
  | "contains"
  | "started-by"
  | "overlapped-by"
  | "met-by"
  | "after";

/** How `a` lies to `b`: exactly one relation holds, and swapping the spans gives its converse. */
export function allen(a: Span, b: Span): Relation {
  if (a.end < b.start) return "before";
  if (a.end === b.start) return "meets";
  if (b.end < a.start) return "after";
  if (b.end === a.start) return "met-by";
  if (a.start === b.start) return a.end === b.end ? "equals" : a.end < b.end ? "starts" : "started-by";
  if (a.end === b.end) return a.start > b.start ? "finishes" : "finished-by";
  if (a.start < b.start) return a.end < b.end ? "overlaps" : "contains";
  return a.end > b.end ? "overlapped-by" : "during";
}

const CONVERSE: Readonly<Record<Relation, Relation>> = {
  before: "after",
  meets: "met-by",
  overlaps: "overlapped-by",
  starts: "started-by",
  during: "contains",
  finishes: "finished-by",
  equals: "equals",
  "finished-by": "finishes",
  contains: "during",
  "started-by": "starts",
  "overlapped-by": "overlaps",
  "met-by": "meets",
  after: "before",
};

/** How `b` lies to `a`, when `a` lies to `b` like this. */
export function converse(relation: Relation): Relation {
  return CONVERSE[relation];
}
