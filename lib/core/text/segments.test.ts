import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardText } from "@/lib/testing/awkward-text";
import { DocumentText } from "./document-text";
import { codePoint } from "./offsets";
import { Paragraphs } from "./paragraphs";
import { Segments, type Granularity, type Segment } from "./segments";

const segmentsOf = (text: string, locale = "en"): Segments =>
  Segments.of(Paragraphs.of(DocumentText.of(text)), locale);

function forward(segments: Segments, granularity: Granularity): readonly Segment[] {
  const found: Segment[] = [];
  for (
    let next = segments.next(granularity, codePoint(0));
    next !== null;
    next = segments.next(granularity, next.end)
  ) {
    found.push(next);
  }
  return found;
}

function backward(segments: Segments, granularity: Granularity): readonly Segment[] {
  const found: Segment[] = [];
  let previous = segments.previous(granularity, segments.text.length);
  for (; previous !== null; previous = segments.previous(granularity, previous.start))
    found.unshift(previous);
  return found;
}

describe("Segments", () => {
  it("finds words across paragraphs, and what is none between them", () => {
    const segments = segmentsOf("It’s so,\r\n\r\n“no”.");
    const words = forward(segments, "word").filter((word) => word.isWordLike);
    expect(words.map((word) => segments.text.slice(word.start, word.end))).toEqual(["It’s", "so", "no"]);
  });

  it("finds sentences", () => {
    const segments = segmentsOf("He left. She stayed!\nAll went.");
    const sentences = forward(segments, "sentence").map((sentence) =>
      segments.text.slice(sentence.start, sentence.end),
    );
    expect(sentences).toEqual(["He left. ", "She stayed!", "All went."]);
  });

  it("is nowhere on a terminator and at the end", () => {
    const segments = segmentsOf("a\r\nb");
    expect(
      [0, 1, 2, 3, 4].map((offset) => segments.at("grapheme", codePoint(offset))?.start ?? null),
    ).toEqual([0, null, null, 3, null]);
  });

  it.each(["grapheme", "word", "sentence"] as const)(
    "covers all but terminators with each %s once, both ways",
    (granularity) => {
      fc.assert(
        fc.property(awkwardText, (text) => {
          const segments = segmentsOf(text);
          const there = forward(segments, granularity);
          expect(there.map((each) => segments.text.slice(each.start, each.end)).join("")).toBe(
            text.replace(/[\r\n\u2028\u2029\u0085]/g, ""),
          );
          expect(backward(segments, granularity)).toEqual(there);
        }),
        { numRuns: 1000 },
      );
    },
  );

  it.each(["", "not a language", "x", "tlh-AQ"])("takes the unknown language %j for English", (locale) => {
    expect(forward(segmentsOf("one two", locale), "word")).toHaveLength(3);
  });
});
