import type { DocumentText } from "../text/document-text";
import { codePoint, utf16 } from "../text/offsets";
import type { Span } from "../span/span";
import { fault, type LineFault } from "./line-fault";

/** What the offsets of a file count. */
export const OFFSET_UNITS = ["codepoint", "utf16"] as const;
export type OffsetUnit = (typeof OFFSET_UNITS)[number];

/** Offsets as a file gives them, in a unit still to be found, and the text that they should enclose. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
  readonly quote: string | null;
}

/** Spans in code points, and the unit they had: null where both units come to the same. */
export interface PlacedSpans {
  readonly spans: readonly Span[];
  readonly unit: OffsetUnit | null;
}

const SHOWN = 60;

/**
 * Finds the unit in which every `quote` is the text between its offsets and gives the spans in code points. Where no
 * quote decides and the units come to different places, `stated` does, then `usual` (what the file as a whole has);
 * nothing is guessed: a span at the wrong place looks like one at the right place.
 */
export function placeSpans(
  given: readonly QuotedSpan[],
  text: DocumentText,
  { stated, usual }: { readonly stated: OffsetUnit | null; readonly usual: OffsetUnit | null },
): PlacedSpans | LineFault {
  const candidates = stated === null ? unitsOfQuotes(given, text) : [stated];
  const [first] = candidates;
  if (first === undefined) return misfit(given, text, OFFSET_UNITS);
  const isTold = candidates.length === 1;
  const differing = isTold ? -1 : given.findIndex((one) => !isSameInBoth(one, text));
  const unit = isTold || differing === -1 ? first : usual;
  if (unit === null) return unknownUnit(given, differing, text);
  const spans = given.map((one) => place(one, text, unit));
  if (!spans.every((span, index) => span !== null && isQuoteOf(given[index], span, text)))
    return misfit(given, text, isTold || differing !== -1 ? [unit] : OFFSET_UNITS);
  return { spans: spans.flatMap((span) => span ?? []), unit: isTold ? unit : null };
}

/** The unit that a line's quotes prove, or that it states: null where it leaves both possible, or neither. */
export function provenUnit(
  given: readonly QuotedSpan[],
  text: DocumentText,
  stated: OffsetUnit | null,
): OffsetUnit | null {
  const [unit = null, other] = stated === null ? unitsOfQuotes(given, text) : [stated];
  return other === undefined ? unit : null;
}

function unitsOfQuotes(given: readonly QuotedSpan[], text: DocumentText): readonly OffsetUnit[] {
  const quoted = given.filter(({ quote }) => quote !== null);
  return OFFSET_UNITS.filter((unit) =>
    quoted.every((one) => {
      const span = place(one, text, unit);
      return span !== null && isQuoteOf(one, span, text);
    }),
  );
}

function isSameInBoth(one: QuotedSpan, text: DocumentText): boolean {
  const [counted, converted] = [place(one, text, "codepoint"), place(one, text, "utf16")];
  return counted?.start === converted?.start && counted?.end === converted?.end;
}

function unknownUnit(given: readonly QuotedSpan[], index: number, text: DocumentText): LineFault {
  const one = given[index];
  if (one === undefined) throw new RangeError("the units agree on every span");
  const read = (unit: OffsetUnit) => {
    const span = place(one, text, unit);
    return span === null ? "no place" : shown(text.slice(span.start, span.end));
  };
  return fault(
    "offset_unit_unknown",
    `spans[${index}]: ${one.start} to ${one.end} is ${read("codepoint")} in code points, but ${read("utf16")} in UTF-16 units, and no quote tells which is meant. Add a “quote” to the spans, or "offset_unit":"codepoint" (or "utf16") to the line.`,
  );
}

function place({ start, end }: QuotedSpan, text: DocumentText, unit: OffsetUnit): Span | null {
  if (unit === "codepoint")
    return end <= text.length ? { start: codePoint(start), end: codePoint(end) } : null;
  if (end > text.string.length) return null;
  const [from, to] = [utf16(start), utf16(end)];
  if (text.cutsPair(from) || text.cutsPair(to)) return null;
  return { start: text.toCodePoint(from), end: text.toCodePoint(to) };
}

function isQuoteOf(given: QuotedSpan | undefined, { start, end }: Span, text: DocumentText): boolean {
  return given?.quote == null || text.slice(start, end) === given.quote;
}

/** Names the first span that does not fit, in the unit in which the most do. */
function misfit(
  given: readonly QuotedSpan[],
  text: DocumentText,
  candidates: readonly OffsetUnit[],
): LineFault {
  const firsts = candidates.map((unit) => {
    const spans = given.map((one) => place(one, text, unit));
    return {
      spans,
      index: spans.findIndex((span, index) => span === null || !isQuoteOf(given[index], span, text)),
    };
  });
  const { spans, index } = firsts.reduce((best, one) => (one.index > best.index ? one : best));
  const one = given[index];
  const span = spans[index];
  const where = `spans[${index}]`;
  if (one === undefined) throw new RangeError("no span misfits");
  if (one.quote === null) {
    return fault(
      "out_of_text",
      `${where}: ends at ${one.end}, but the text has ${text.length} characters. Correct the offsets.`,
    );
  }
  const found =
    span == null
      ? "there is no such place in the text"
      : `the text there is ${shown(text.slice(span.start, span.end))}`;
  return fault(
    "offset_mismatch",
    `${where}: ${one.start} to ${one.end} should be ${shown(one.quote)}, but ${found}. Count code points, as Python does, or UTF-16 units.`,
  );
}

function shown(quote: string): string {
  const points = [...quote.slice(0, 2 * SHOWN + 1)];
  return points.length > SHOWN ? `“${points.slice(0, SHOWN).join("")}…”` : `“${quote}”`;
}
