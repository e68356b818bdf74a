import { byLabel, type Unit } from "../document";
import { coveredRuns } from "../spans/covered-runs";

/** A span that enough annotators stand for, and how many (at the place where they are fewest). */
export interface VotedSpan {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly votes: number;
}

/** k of m annotators: one is enough, more than half, all. */
export function votesNeeded(rule: "union" | "majority" | "intersection", annotators: number): number {
  switch (rule) {
    case "union":
      return 1;
    case "majority":
      return Math.floor(annotators / 2) + 1;
    case "intersection":
      return annotators;
  }
}

/** The spans that at least `needed` annotators marked with the same borders and label. An annotator votes once. */
export function voteOnSpans(annotators: readonly (readonly Unit[])[], needed: number): readonly VotedSpan[] {
  const spans = new Map<string, VotedSpan>();
  for (const units of annotators) {
    const own = new Map(units.map((unit) => [`${unit.start} ${unit.end} ${unit.label}`, unit]));
    for (const [key, { start, end, label }] of own)
      spans.set(key, { start, end, label, votes: (spans.get(key)?.votes ?? 0) + 1 });
  }
  return inOrder([...spans.values()].filter(({ votes }) => votes >= needed));
}

/** For each label the longest runs of characters that at least `needed` annotators cover with it. */
export function voteOnCharacters(
  annotators: readonly (readonly Unit[])[],
  needed: number,
): readonly VotedSpan[] {
  const labels = new Set(annotators.flat().map(({ label }) => label));
  return inOrder(
    [...labels].flatMap((label) => {
      const edges = annotators
        .flatMap((units) => coveredRuns(byLabel(units).get(label) ?? []))
        .flatMap(({ start, end }) => [
          { place: start, step: 1 },
          { place: end, step: -1 },
        ])
        .sort((a, b) => a.place - b.place);
      return runsOf(edges, label, needed);
    }),
  );
}

function runsOf(
  edges: readonly { readonly place: number; readonly step: number }[],
  label: string,
  needed: number,
): readonly VotedSpan[] {
  const runs: VotedSpan[] = [];
  let votes = 0;
  let open: { readonly start: number; least: number } | null = null;
  for (const [index, { place, step }] of edges.entries()) {
    votes += step;
    if (edges[index + 1]?.place === place) continue;
    if (votes >= needed) {
      open ??= { start: place, least: votes };
      open.least = Math.min(open.least, votes);
    } else if (open !== null) {
      runs.push({ start: open.start, end: place, label, votes: open.least });
      open = null;
    }
  }
  return runs;
}

function inOrder(spans: readonly VotedSpan[]): readonly VotedSpan[] {
  return spans.toSorted((a, b) => a.start - b.start || a.end - b.end || (a.label < b.label ? -1 : 1));
}
