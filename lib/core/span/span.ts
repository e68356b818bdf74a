import { codePoint, type CodePoint } from "../text/offsets";

/** A stretch of text [start, end), in code points; never empty. */
export interface Span {
  readonly start: CodePoint;
  readonly end: CodePoint;
}

/** @throws RangeError unless 0 <= start < end. */
export function span(start: CodePoint, end: CodePoint): Span {
  if (!(start >= 0 && start < end)) throw new RangeError(`[${start}, ${end}) is no span`);
  return { start, end };
}

/** Whether every character of `inner` is one of `outer`; a span contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the character after `offset` is in the span. */
export function holds(span: Span, offset: CodePoint): boolean {
  return span.start <= offset && offset < span.end;
}

/** Whether two spans share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether two spans share an edge but no character: one begins where the other ends. */
export function touches(a: Span, b: Span): boolean {
  return a.end === b.start || b.end === a.start;
}

export function equal(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** Text order: by start, then the longer first, so that a span comes before what is nested in it. */
export function compare(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** The order of a choice among spans in one place: the shortest first, then by start. */
export function compareBySize(a: Span, b: Span): number {
  return a.end - a.start - (b.end - b.start) || a.start - b.start;
}

/** From where the first of two spans begins to where the last one ends. */
export function hull(a: Span, b: Span): Span {
  return { start: codePoint(Math.min(a.start, b.start)), end: codePoint(Math.max(a.end, b.end)) };
}
