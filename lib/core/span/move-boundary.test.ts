import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardText } from "@/lib/testing/awkward-text";
import { DocumentText } from "../text/document-text";
import { codePoint } from "../text/offsets";
import { Paragraphs } from "../text/paragraphs";
import { Segments } from "../text/segments";
import { moveBoundary, type Heading, type Side, type Step } from "./move-boundary";

const segmentsOf = (text: string) => Segments.of(Paragraphs.of(DocumentText.of(text)), "en");
const TEXT = "“We recommend,” said Zakharova 👩‍👩‍👧.\r\nNext line";

function moved(from: string, side: Side, step: Step, heading: Heading): string | null {
  const segments = segmentsOf(TEXT);
  const characters = Array.from(TEXT);
  const unit = TEXT.indexOf(from);
  const start = codePoint(Array.from(TEXT.slice(0, unit)).length);
  const result = moveBoundary(
    segments,
    { start, end: codePoint(start + Array.from(from).length) },
    side,
    step,
    heading,
  );
  return result === null ? null : characters.slice(result.start, result.end).join("");
}

describe("moving a boundary", () => {
  it.each([
    ["We recommend", "end", "forward", "We recommend,” said"],
    ["We recommend", "end", "back", "We"],
    ["We recommend", "start", "forward", "recommend"],
    ["said", "start", "back", "recommend,” said"],
    ["Zakharova", "end", "forward", "Zakharova 👩‍👩‍👧"],
    ["Next", "start", "back", "👩‍👩‍👧.\r\nNext"],
    ["khar", "end", "forward", "kharova"],
    ["khar", "start", "back", "Zakhar"],
  ] as const)("by words takes %j, moves its %s %s and gives %j", (from, side, heading, to) => {
    expect(moved(from, side, "word", heading)).toBe(to);
  });

  it.each([
    ["Zakharova ", "end", "forward", "Zakharova 👩‍👩‍👧"],
    ["👩‍👩‍👧.", "end", "forward", "👩‍👩‍👧.\r\n"],
    ["Next", "start", "back", "\r\nNext"],
    ["We", "start", "forward", "e"],
  ] as const)("by characters takes %j, moves its %s %s and gives %j", (from, side, heading, to) => {
    expect(moved(from, side, "character", heading)).toBe(to);
  });

  it.each([
    ["We", "end", "sentence", "forward", "We recommend,” said Zakharova 👩‍👩‍👧"],
    ["said", "start", "sentence", "back", "We recommend,” said"],
    ["line", "start", "sentence", "back", "Next line"],
    ["Zakharova 👩‍👩‍👧", "end", "paragraph", "forward", "Zakharova 👩‍👩‍👧.\r\nNext line"],
    ["Next", "start", "paragraph", "back", "We recommend,” said Zakharova 👩‍👩‍👧.\r\nNext"],
  ] as const)("takes %j, moves its %s by a %s %s and gives %j", (from, side, step, heading, to) => {
    expect(moved(from, side, step, heading)).toBe(to);
  });

  it("does not empty the span, nor leave the text", () => {
    expect(moved("We", "end", "word", "back")).toBeNull();
    expect(moved("line", "end", "word", "forward")).toBeNull();
    expect(moved("“", "start", "character", "back")).toBeNull();
  });

  it("always goes the way it was told, and stays in the text", () => {
    const choice = fc.record({
      side: fc.constantFrom<Side>("start", "end"),
      step: fc.constantFrom<Step>("word", "character", "sentence", "paragraph"),
      heading: fc.constantFrom<Heading>("back", "forward"),
    });
    fc.assert(
      fc.property(awkwardText, fc.nat(), fc.nat(), choice, (text, a, b, { side, step, heading }) => {
        const segments = segmentsOf(text);
        const { length } = segments.text;
        if (length < 1) return;
        const [one, other] = [a % (length + 1), b % (length + 1)];
        if (one === other) return;
        const span = { start: codePoint(Math.min(one, other)), end: codePoint(Math.max(one, other)) };
        const result = moveBoundary(segments, span, side, step, heading);
        if (result === null) return;
        const distance = result[side] - span[side];
        expect(Math.sign(distance)).toBe(heading === "forward" ? 1 : -1);
        expect(result.start >= 0 && result.start < result.end && result.end <= length).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
