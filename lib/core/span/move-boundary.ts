import { codePoint, type CodePoint } from "../text/offsets";
import type { Segments } from "../text/segments";
import type { Span } from "./span";

export type Side = "start" | "end";
export type Step = "word" | "character";
export type Heading = "back" | "forward";

/**
 * The span with one boundary moved by a step: an end goes to the next end of a word, a start to the next start of a
 * word; punctuation and blanks between words are passed over. By character it goes over one grapheme. Null where the
 * step would leave the text or empty the span.
 */
export function moveBoundary(
  segments: Segments,
  span: Span,
  side: Side,
  step: Step,
  heading: Heading,
): Span | null {
  const place = side === "start" ? span.start : span.end;
  const moved =
    step === "word" ? wordEdge(segments, place, side, heading) : graphemeEdge(segments, place, heading);
  if (moved === null) return null;
  const { start, end } =
    side === "start" ? { start: moved, end: span.end } : { start: span.start, end: moved };
  return start < end ? { start, end } : null;
}

/** The nearest edge of that kind, of a word, strictly beyond `place`. */
function wordEdge(segments: Segments, place: CodePoint, side: Side, heading: Heading): CodePoint | null {
  const isBeyond = (edge: CodePoint): boolean => (heading === "forward" ? edge > place : edge < place);
  let word =
    segments.at("word", codePoint(Math.min(place, segments.text.length))) ??
    neighbour(segments, place, heading);
  while (word !== null) {
    if (word.isWordLike && isBeyond(word[side])) return word[side];
    word = heading === "forward" ? segments.next("word", word.end) : segments.previous("word", word.start);
  }
  return null;
}

function neighbour(segments: Segments, place: CodePoint, heading: Heading): ReturnType<Segments["next"]> {
  return heading === "forward" ? segments.next("word", place) : segments.previous("word", place);
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
