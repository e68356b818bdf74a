import type { Span } from "../span/span";
import { codePoint, type CodePoint } from "./offsets";
import { endsAbbreviation, outerBlanks, outerPunctuation } from "./outer-punctuation";
import type { Segments } from "./segments";

/**
 * What a person meant who selected roughly this: every word touched is taken whole; blanks, sentence punctuation and
 * the quotation marks around the whole stay outside. A selection of punctuation alone keeps it. Null where nothing
 * but blanks is selected.
 * @throws RangeError beyond the end of the text.
 */
export function snapToWords(segments: Segments, selection: Span): Span | null {
  const first = segments.at("word", selection.start);
  const last = segments.at("word", codePoint(selection.end - 1));
  const start = first?.isWordLike === true ? first.start : selection.start;
  const end = last?.isWordLike === true ? withFullStop(segments, last.start, last.end) : selection.end;
  const whole = uncut(segments, start, end);
  const quote = segments.text.slice(whole.start, whole.end);
  const { leading, trailing } = outerPunctuation(quote);
  return leading + trailing < quote.length
    ? uncut(segments, codePoint(whole.start + leading), codePoint(whole.end - trailing))
    : snapToGraphemes(segments, whole);
}

/** The selection as made, but for blanks at its ends and cut graphemes, which are completed. Null if all is blank. */
export function snapToGraphemes(segments: Segments, selection: Span): Span | null {
  const quote = segments.text.slice(selection.start, selection.end);
  const { leading, trailing } = outerBlanks(quote);
  if (leading + trailing >= quote.length) return null;
  return uncut(segments, codePoint(selection.start + leading), codePoint(selection.end - trailing));
}

/** Widened to the edges of the graphemes in which it begins and ends. */
function uncut(segments: Segments, start: CodePoint, end: CodePoint): Span {
  const first = segments.at("grapheme", start);
  const last = segments.at("grapheme", codePoint(end - 1));
  return { start: first?.start ?? start, end: last?.end ?? end };
}

function withFullStop(segments: Segments, start: CodePoint, end: CodePoint): CodePoint {
  const { text } = segments;
  if (end === text.length) return end;
  const after = codePoint(end + 1);
  return text.slice(end, after) === "." && endsAbbreviation(text.slice(start, end)) ? after : end;
}
