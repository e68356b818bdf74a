import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardText } from "@/lib/testing/awkward-text";
import { DocumentText } from "./document-text";
import { codePoint } from "./offsets";
import { Paragraphs } from "./paragraphs";

const paragraphsOf = (text: string): Paragraphs => Paragraphs.of(DocumentText.of(text));
const indexes = (paragraphs: Paragraphs): readonly number[] =>
  Array.from({ length: paragraphs.count }, (_, index) => index);

describe("Paragraphs", () => {
  it.each([
    ["", [""]],
    ["a", ["a"]],
    ["a\n", ["a"]],
    ["a\n\nb", ["a", "", "b"]],
    ["\n", [""]],
    ["\r\n\r\n", ["", ""]],
    ["a\r\nb\rc\nd\u2028e\u2029f\u0085g", ["a", "b", "c", "d", "e", "f", "g"]],
    ["a\n\rb", ["a", "", "b"]],
  ])("reads %j as the lines %j", (text, lines) => {
    const paragraphs = paragraphsOf(text);
    expect(indexes(paragraphs).map((index) => paragraphs.textOf(index))).toEqual(lines);
  });

  it("gives the text back, terminators and all", () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const paragraphs = paragraphsOf(text);
        const all = indexes(paragraphs).map(
          (index) => paragraphs.textOf(index) + paragraphs.terminator(index),
        );
        expect(all.join("")).toBe(text);
        expect(
          indexes(paragraphs).some((index) => /[\n\r\u2028\u2029\u0085]/.test(paragraphs.textOf(index))),
        ).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it("counts a line that is too long as several, with nothing between them", () => {
    const line = "🚲 The levy hurts. ".repeat(1_500);
    const paragraphs = paragraphsOf(`${line}\r\nShort.`);
    const all = indexes(paragraphs);
    expect(all.length).toBeGreaterThan(3);
    expect(all.map((index) => paragraphs.terminator(index)).slice(0, -1)).toEqual([
      ...all.slice(2).map(() => ""),
      "\r\n",
    ]);
    expect(all.map((index) => paragraphs.textOf(index)).join("")).toBe(`${line}Short.`);
    for (const index of all.slice(1)) expect(paragraphs.paragraphAt(paragraphs.start(index))).toBe(index);
  });

  it("finds every offset in the one paragraph that holds it", () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const paragraphs = paragraphsOf(text);
        const isMisplaced = (offset: number): boolean => {
          const index = paragraphs.paragraphAt(codePoint(offset));
          return paragraphs.start(index) > offset || paragraphs.endWithTerminator(index) <= offset;
        };
        expect(
          Array.from({ length: paragraphs.text.length }, (_, offset) => offset).filter(isMisplaced),
        ).toEqual([]);
        expect(paragraphs.paragraphAt(paragraphs.text.length)).toBe(paragraphs.count - 1);
      }),
      { numRuns: 1000 },
    );
  });

  it("knows nothing beyond the text", () => {
    expect(() => paragraphsOf("ab").paragraphAt(codePoint(3))).toThrow(RangeError);
    expect(() => paragraphsOf("ab").start(1)).toThrow(RangeError);
  });
});
