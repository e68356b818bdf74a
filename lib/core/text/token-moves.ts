import type { Span } from "../span/span";
import type { CodePoint } from "./offsets";
import type { Segments } from "./segments";

export type MoveUnit = "character" | "word" | "sentence" | "paragraph";
export type Direction = "back" | "forward";

const SYMBOL = /\p{S}/u;

/** The first token that starts at `offset` or later: a word, or a symbol that stands for one, as an emoji does. */
export function nextToken(segments: Segments, offset: CodePoint): Span | null {
  for (let word = segments.next("word", offset); word !== null; word = segments.next("word", word.end)) {
    if (word.isWordLike || SYMBOL.test(segments.text.slice(word.start, word.end))) return spanOf(word);
  }
  return null;
}

/** The last token that ends at `offset` or before. */
export function previousToken(segments: Segments, offset: CodePoint): Span | null {
  for (
    let word = segments.previous("word", offset);
    word !== null;
    word = segments.previous("word", word.start)
  ) {
    if (word.isWordLike || SYMBOL.test(segments.text.slice(word.start, word.end))) return spanOf(word);
  }
  return null;
}

/** The token that holds the character after `offset`, or else the nearest one after it, or before it. */
export function tokenAt(segments: Segments, offset: CodePoint): Span | null {
  const word = segments.at("word", offset);
  return nextToken(segments, word?.start ?? offset) ?? previousToken(segments, offset);
}

/**
 * Where a token cursor on `from` goes. By sentence and paragraph it goes to the first token of the next one, or of
 * this one if it is further on; extending forward, to the last token instead, so that whole sentences are taken. By
 * character it goes into a longer stretch first: to its first character, or its last.
 * At an end of the text it stays.
 */
export function moveToken(
  segments: Segments,
  from: Span,
  unit: MoveUnit,
  direction: Direction,
  isExtending: boolean,
): Span {
  return target(segments, from, unit, direction, isExtending) ?? from;
}

function target(
  segments: Segments,
  from: Span,
  unit: MoveUnit,
  direction: Direction,
  isExtending: boolean,
): Span | null {
  const isForward = direction === "forward";
  switch (unit) {
    case "character": {
      const first = segments.at("grapheme", from.start);
      if (!isExtending && first !== null && first.end < from.end)
        return spanOf(isForward ? first : (segments.previous("grapheme", from.end) ?? first));
      const next = isForward
        ? segments.next("grapheme", from.end)
        : segments.previous("grapheme", from.start);
      return next && spanOf(next);
    }
    case "word":
      return isForward ? nextToken(segments, from.end) : previousToken(segments, from.start);
    case "sentence":
    case "paragraph": {
      const whole = (offset: CodePoint): Span => unitAt(segments, unit, offset);
      if (!isForward) {
        const first = nextToken(segments, whole(from.start).start);
        if (first !== null && first.start < from.start) return first;
        const previous = previousToken(segments, from.start);
        return previous && nextToken(segments, whole(previous.start).start);
      }
      if (!isExtending) return nextToken(segments, whole(from.start).end);
      const last = previousToken(segments, whole(from.start).end);
      if (last !== null && last.end > from.end) return last;
      const next = nextToken(segments, from.end);
      return next && previousToken(segments, whole(next.start).end);
    }
  }
}

/** The sentence or paragraph that holds the character after `offset`; a blank counts to its paragraph. */
export function unitAt(segments: Segments, unit: "sentence" | "paragraph", offset: CodePoint): Span {
  const { paragraphs } = segments;
  const paragraph = paragraphs.paragraphAt(offset);
  const whole = { start: paragraphs.start(paragraph), end: paragraphs.end(paragraph) };
  if (unit === "paragraph") return whole;
  const sentence = segments.at("sentence", offset);
  return sentence === null ? whole : spanOf(sentence);
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}
