import { codePoint, type CodePoint } from "../text/offsets";
import type { Segments } from "../text/segments";
import { nextToken, previousToken, unitAt, type Direction, type MoveUnit } from "../text/token-moves";
import type { Span } from "./span";

export type Side = "start" | "end";
export type Step = MoveUnit;
export type Heading = Direction;

/**
 * The span with one boundary moved by a step: an end goes to the next end of a word (sentence, paragraph), a start to
 * the next start; what lies between words is passed over, and sentences count from their first word to their last.
 * By character it goes over one grapheme. Null where the step would leave the text or empty the span.
 */
export function moveBoundary(
  segments: Segments,
  span: Span,
  side: Side,
  step: Step,
  heading: Heading,
): Span | null {
  const place = span[side];
  const moved =
    step === "character"
      ? graphemeEdge(segments, place, heading)
      : unitEdge(segments, place, side, step, heading);
  if (moved === null) return null;
  const next: Span = side === "start" ? { start: moved, end: span.end } : { start: span.start, end: moved };
  return next.start < next.end ? next : null;
}

/** The nearest edge of that kind strictly beyond `place`. */
function unitEdge(
  segments: Segments,
  place: CodePoint,
  side: Side,
  step: Exclude<Step, "character">,
  heading: Heading,
): CodePoint | null {
  const isForward = heading === "forward";
  const here = segments.at("word", place);
  let token = isForward
    ? nextToken(segments, here?.start ?? place)
    : previousToken(segments, here === null || here.start === place ? place : here.end);
  while (token !== null) {
    const unit =
      step === "word" ? token : fromFirstToLastWord(segments, unitAt(segments, step, token.start), token);
    const edge = unit[side];
    if (isForward ? edge > place : edge < place) return edge;
    token = isForward ? nextToken(segments, unit.end) : previousToken(segments, unit.start);
  }
  return null;
}

function fromFirstToLastWord(segments: Segments, whole: Span, token: Span): Span {
  return {
    start: nextToken(segments, whole.start)?.start ?? token.start,
    end: previousToken(segments, whole.end)?.end ?? token.end,
  };
}

/** Over one grapheme; a line's terminator counts as one. */
function graphemeEdge(segments: Segments, place: CodePoint, heading: Heading): CodePoint | null {
  const { text, paragraphs } = segments;
  if (heading === "forward") {
    if (place === text.length) return null;
    return segments.at("grapheme", place)?.end ?? paragraphs.endWithTerminator(paragraphs.paragraphAt(place));
  }
  if (place === 0) return null;
  const before = codePoint(place - 1);
  return segments.at("grapheme", before)?.start ?? paragraphs.end(paragraphs.paragraphAt(before));
}
