import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BICYCLE } from "@/lib/testing/annotation-builders";
import { awkwardText, placesIn } from "@/lib/testing/awkward-text";
import { DocumentText } from "../text/document-text";
import { codePoint } from "../text/offsets";
import { placeSpans } from "./offset-unit";

const text = DocumentText.of(BICYCLE);
const nothing = { stated: null, usual: null };
const inCodePoints = [
  { start: 0, end: 10, quote: "Mayor Ruiz" },
  { start: 13, end: 28, quote: "backs a car ban" },
  { start: 34, end: 45, quote: "Green Party" },
];
const inUtf16 = [
  { start: 0, end: 10, quote: "Mayor Ruiz" },
  { start: 14, end: 29, quote: "backs a car ban" },
  { start: 35, end: 46, quote: "Green Party" },
];
const spans = inCodePoints.map(({ start, end }) => ({ start, end }));

describe("placeSpans", () => {
  it("finds the unit by the quotes", () => {
    expect(placeSpans(inCodePoints, text, nothing)).toEqual({ spans, unit: "codepoint" });
    expect(placeSpans(inUtf16, text, nothing)).toEqual({ spans, unit: "utf16" });
  });

  it("says nothing of the unit where both come to the same", () => {
    expect(placeSpans(inCodePoints.slice(0, 1), text, nothing)).toEqual({
      spans: spans.slice(0, 1),
      unit: null,
    });
  });

  it("without quotes takes what the line states, then what the file has, and guesses nothing", () => {
    const bare = inUtf16.map((one) => ({ ...one, quote: null }));
    expect(placeSpans(bare, text, { stated: "utf16", usual: null })).toEqual({ spans, unit: "utf16" });
    expect(placeSpans(bare, text, { stated: null, usual: "utf16" })).toEqual({ spans, unit: null });
    expect(placeSpans(bare, text, nothing)).toMatchObject({
      code: "offset_unit_unknown",
      message: expect.stringContaining("14 to 29 is “acks a car ban;” in code points") as unknown,
    });
    expect(placeSpans(bare.slice(0, 1), text, nothing)).toEqual({ spans: spans.slice(0, 1), unit: null });
  });

  it("never mixes units within a line", () => {
    expect(
      placeSpans(
        [inCodePoints[1], inUtf16[2]].flatMap((one) => one ?? []),
        text,
        nothing,
      ),
    ).toMatchObject({ code: "offset_mismatch" });
  });

  it("does not believe a stated unit against the quotes", () => {
    expect(placeSpans(inUtf16, text, { stated: "codepoint", usual: null })).toMatchObject({
      code: "offset_mismatch",
    });
  });

  it.each([
    ["one off", { start: 12, end: 27, quote: "backs a car ban" }],
    ["bytes", { start: 16, end: 31, quote: "backs a car ban" }],
    ["half of the bicycle", { start: 11, end: 12, quote: "🚲 " }],
    ["beyond the text", { start: 50, end: 90, quote: "ects." }],
  ])("refuses offsets that are %s, and shows both texts", (_, span) => {
    const result = placeSpans([span], text, nothing);
    expect(result).toMatchObject({
      code: "offset_mismatch",
      message: expect.stringContaining(span.quote.trim()) as string,
    });
  });

  it("finds every span of every text again, from either unit", () => {
    const cases = awkwardText
      .filter((string) => string.length > 0)
      .chain((string) => {
        const document = DocumentText.of(string);
        return fc.tuple(
          fc.constant(document),
          fc.array(placesIn(document.length), { minLength: 1, maxLength: 4 }),
        );
      });
    fc.assert(
      fc.property(cases, fc.boolean(), ([document, places], asUtf16) => {
        const expected = places.map(([start, end]) => ({ start: codePoint(start), end: codePoint(end) }));
        const given = expected.map(({ start, end }) => ({
          start: asUtf16 ? document.toUtf16(start) : start,
          end: asUtf16 ? document.toUtf16(end) : end,
          quote: document.slice(start, end),
        }));
        const stated = asUtf16 ? "utf16" : "codepoint";
        expect(placeSpans(given, document, { stated, usual: null })).toMatchObject({ spans: expected });
        const found = placeSpans(given, document, { stated: null, usual: stated });
        expect(found).toMatchObject({ spans: expected });
      }),
      { numRuns: 1000 },
    );
  });
});
