import { at } from "../../at";
import type { Unit } from "../document";
import { assign } from "./assignment";
import { componentsOf } from "./components";

/** When two units may be matched: equal borders, or so much in common; `labelled` units also need the same label. */
export type Criterion = { readonly labelled: boolean } & (
  | { readonly borders: "equal" }
  /** At least `iou` of the characters that either has are common; 0 asks for one common character. */
  | { readonly borders: "overlap"; readonly iou: number }
);

/** Two units that stand for the same thing, by their places in the lists they came from. */
export interface Match {
  readonly a: number;
  readonly b: number;
}

/** How much else speaks for a match, 0 to 1. It decides only among matchings that are equally good. */
export type Affinity = (a: number, b: number) => number;

/** Far below any real difference of two sums of IoU, far above what rounding does to them. */
const LEAST = 1e-9;

/**
 * The best one-to-one matching: of all with the most matches, one with the greatest sum of IoU, and of those one with
 * the greatest sum of affinity. Duplicates are units of their own. Matches come in the order of `a`.
 *
 * Equal borders are found by hash, in O(n). Otherwise a sweep finds the pairs that may be matched, they fall into
 * components, and each component is solved by itself: near-linear on texts as they are, cubic in the largest component.
 */
export function matchUnits(
  a: readonly Unit[],
  b: readonly Unit[],
  criterion: Criterion,
  affinity: Affinity | null = null,
): readonly Match[] {
  const matches =
    criterion.borders === "equal"
      ? matchEqual(a, b, criterion.labelled, affinity)
      : componentsOf(candidatesOf(a, b, criterion)).flatMap((pairs) => solve(pairs, affinity));
  return matches.sort((one, other) => one.a - other.a);
}

/** The shared characters of two units over all that either has. */
export function iouOf(a: Pick<Unit, "start" | "end">, b: Pick<Unit, "start" | "end">): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared <= 0 ? 0 : shared / (a.end - a.start + (b.end - b.start) - shared);
}

interface Candidate extends Match {
  readonly iou: number;
}

function matchEqual(
  a: readonly Unit[],
  b: readonly Unit[],
  labelled: boolean,
  affinity: Affinity | null,
): Match[] {
  const keyOf = ({ start, end, label }: Unit): string => `${start} ${end}${labelled ? ` ${label}` : ""}`;
  const places = new Map<string, { readonly a: number[]; readonly b: number[] }>();
  for (const [index, unit] of a.entries()) {
    const key = keyOf(unit);
    const there = places.get(key);
    if (there === undefined) places.set(key, { a: [index], b: [] });
    else there.a.push(index);
  }
  for (const [index, unit] of b.entries()) places.get(keyOf(unit))?.b.push(index);
  return [...places.values()].flatMap((alike) => {
    if (affinity === null || (alike.a.length === 1 && alike.b.length === 1))
      return alike.b.slice(0, alike.a.length).map((place, index) => ({ a: at(alike.a, index), b: place }));
    return solve(
      alike.a.flatMap((one) => alike.b.map((other) => ({ a: one, b: other, iou: 1 }))),
      affinity,
    );
  });
}

/** All pairs that the criterion allows, by a sweep over the text. */
function candidatesOf(
  a: readonly Unit[],
  b: readonly Unit[],
  { labelled, iou: least }: Extract<Criterion, { borders: "overlap" }>,
): readonly Candidate[] {
  const all = [
    ...a.map((unit, place) => ({ unit, place, ofA: true })),
    ...b.map((unit, place) => ({ unit, place, ofA: false })),
  ].sort((one, other) => one.unit.start - other.unit.start);
  const candidates: Candidate[] = [];
  let open: typeof all = [];
  for (const entry of all) {
    open = open.filter(({ unit }) => unit.end > entry.unit.start);
    for (const other of open) {
      if (other.ofA === entry.ofA || (labelled && other.unit.label !== entry.unit.label)) continue;
      const iou = iouOf(other.unit, entry.unit);
      if (iou <= 0 || iou < least) continue;
      const [one, two] = entry.ofA ? [entry, other] : [other, entry];
      candidates.push({ a: one.place, b: two.place, iou });
    }
    open.push(entry);
  }
  return candidates;
}

/** Maximum cardinality, then ΣIoU, then affinity, as one weight: a match more outweighs all the rest. */
function solve(pairs: readonly Candidate[], affinity: Affinity | null): Match[] {
  const [only] = pairs;
  if (only !== undefined && pairs.length === 1) return [{ a: only.a, b: only.b }];
  const rows = [...new Set(pairs.map((pair) => pair.a))];
  const columns = [...new Set(pairs.map((pair) => pair.b))];
  const rowOf = new Map(rows.map((place, index) => [place, index]));
  const columnOf = new Map(columns.map((place, index) => [place, index]));
  const one = Math.min(rows.length, columns.length) + 1;
  const isFlipped = rows.length > columns.length;
  const costs = Array.from(
    { length: Math.min(rows.length, columns.length) },
    () => new Float64Array(Math.max(rows.length, columns.length)),
  );
  for (const { a, b, iou } of pairs) {
    const [row, column] = [rowOf.get(a) ?? 0, columnOf.get(b) ?? 0];
    const weight = one + iou + LEAST * (affinity?.(a, b) ?? 0);
    if (isFlipped) at(costs, column)[row] = -weight;
    else at(costs, row)[column] = -weight;
  }
  return assign(costs).flatMap((assigned, index) => {
    if (at(at(costs, index), assigned) === 0) return [];
    const [row, column] = isFlipped ? [assigned, index] : [index, assigned];
    return [{ a: at(rows, row), b: at(columns, column) }];
  });
}
