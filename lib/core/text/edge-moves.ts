import type { Span } from "../span/span";
import type { CodePoint } from "./offsets";
import type { Granularity, Segments } from "./segments";
import { nextToken, previousToken, unitAt, type Direction, type MoveUnit } from "./token-moves";

/**
 * The span with one edge moved by a unit: an end goes to the next or previous end of one, a start to a start. Null
 * where nothing would be left of it, or there is nowhere to go.
 */
export function moveEdge(
  segments: Segments,
  span: Span,
  edge: "start" | "end",
  unit: MoveUnit,
  direction: Direction,
): Span | null {
  const tokens = edgeUnits(segments, unit);
  const isForward = direction === "forward";
  switch (edge) {
    case "end": {
      const next = isForward ? tokens.endAfter(span.end) : tokens.endBefore(span.end);
      return next === null || next <= span.start ? null : { start: span.start, end: next };
    }
    case "start": {
      const next = isForward ? tokens.startAfter(span.start) : tokens.startBefore(span.start);
      return next === null || next >= span.end ? null : { start: next, end: span.end };
    }
  }
}

interface EdgeUnits {
  endAfter(offset: CodePoint): CodePoint | null;
  endBefore(offset: CodePoint): CodePoint | null;
  startAfter(offset: CodePoint): CodePoint | null;
  startBefore(offset: CodePoint): CodePoint | null;
}

/** Where units of this kind begin and end; sentences and paragraphs from their first token to their last. */
function edgeUnits(segments: Segments, unit: MoveUnit): EdgeUnits {
  const trimmed = (whole: Span): Span | null => {
    const first = nextToken(segments, whole.start);
    const last = previousToken(segments, whole.end);
    return first === null || last === null || first.start >= last.end
      ? null
      : { start: first.start, end: last.end };
  };
  const next = (offset: CodePoint): Span | null => {
    switch (unit) {
      case "character":
        return segments.next("grapheme", offset);
      case "word":
        return nextToken(segments, offset);
      case "sentence":
      case "paragraph": {
        const token = nextToken(segments, offset);
        return token && trimmed(unitAt(segments, unit, token.start));
      }
    }
  };
  const previous = (offset: CodePoint): Span | null => {
    switch (unit) {
      case "character":
        return segments.previous("grapheme", offset);
      case "word":
        return previousToken(segments, offset);
      case "sentence":
      case "paragraph": {
        const token = previousToken(segments, offset);
        return token && trimmed(unitAt(segments, unit, token.start));
      }
    }
  };
  return {
    endAfter: (offset) => {
      const here = holding(segments, unit, offset);
      return here !== null && here.end > offset ? here.end : (next(offset)?.end ?? null);
    },
    endBefore: (offset) => {
      const last = previous(offset);
      return last === null ? null : last.end < offset ? last.end : (previous(last.start)?.end ?? null);
    },
    startAfter: (offset) => {
      const first = next(offset);
      return first === null ? null : first.start > offset ? first.start : (next(first.end)?.start ?? null);
    },
    startBefore: (offset) => {
      const here = holding(segments, unit, offset);
      return here !== null && here.start < offset ? here.start : (previous(offset)?.start ?? null);
    },
  };
}

/** The grapheme or word that `offset` cuts, if it cuts one. */
function holding(segments: Segments, unit: MoveUnit, offset: CodePoint): Span | null {
  const granularity: Granularity | null = unit === "character" ? "grapheme" : unit === "word" ? "word" : null;
  const here = granularity === null ? null : segments.at(granularity, offset);
  return here !== null && here.start < offset && here.isWordLike ? here : null;
}
