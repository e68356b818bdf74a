import { inTextOrder, type Unit } from "../document";

/** A stretch of characters [start, end) of one kind. */
export interface Run {
  readonly start: number;
  readonly end: number;
}

/** The characters that any of the units covers, as maximal runs in text order. */
export function coveredRuns(units: readonly Pick<Unit, "start" | "end" | "label">[]): readonly Run[] {
  const runs: { start: number; end: number }[] = [];
  for (const { start, end } of inTextOrder(units)) {
    const last = runs.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else runs.push({ start, end });
  }
  return runs;
}
