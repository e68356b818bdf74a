import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardText, placesIn } from "@/lib/testing/awkward-text";
import { DocumentText } from "./document-text";
import { moveEdge } from "./edge-moves";
import { codePoint } from "./offsets";
import { Paragraphs } from "./paragraphs";
import { Segments } from "./segments";

const segmentsOf = (text: string): Segments => Segments.of(Paragraphs.of(DocumentText.of(text)), "en");
type Move = readonly ["start" | "end", "character" | "word" | "sentence" | "paragraph", "back" | "forward"];

/** Moves an edge of what stands between the bars; shows the span between bars again. */
function moved(marked: string, ...[edge, unit, direction]: Move): string | null {
  const [before = "", quote = "", after = ""] = marked.split("|");
  const segments = segmentsOf(before + quote + after);
  const start = DocumentText.of(before).length;
  const end = codePoint(start + DocumentText.of(quote).length);
  const span = moveEdge(segments, { start, end }, edge, unit, direction);
  if (span === null) return null;
  const { text } = segments;
  return `${text.slice(codePoint(0), span.start)}|${text.slice(span.start, span.end)}|${text.slice(span.end, text.length)}`;
}

describe("moveEdge", () => {
  it.each<[string, Move, string | null]>([
    ["a |b| c, d", ["end", "word", "forward"], "a |b c|, d"],
    ["a |b c|, d", ["end", "word", "forward"], "a |b c, d|"],
    ["a |b c|, d", ["end", "word", "back"], "a |b| c, d"],
    ["a |b| c", ["end", "word", "back"], null],
    ["a |b| c", ["start", "word", "back"], "|a b| c"],
    ["a |b c|", ["start", "word", "forward"], "a b |c|"],
    ["min|ist|er x", ["end", "word", "forward"], "min|ister| x"],
    ["min|ist|er x", ["start", "word", "back"], "|minist|er x"],
    ["a |b| c", ["end", "character", "forward"], "a |b |c"],
    ["|👍🏽x|", ["end", "character", "back"], "|👍🏽|x"],
    ["|👍🏽|", ["end", "character", "back"], null],
    ["One |two| three. Four five.", ["end", "sentence", "forward"], "One |two three|. Four five."],
    ["One |two three|. Four five.", ["end", "sentence", "forward"], "One |two three. Four five|."],
    ["One. Two |three|.", ["start", "sentence", "back"], "One. |Two three|."],
    ["|One two|.\nThree four.", ["end", "paragraph", "forward"], "|One two.\nThree four|."],
    ["last |word|", ["end", "word", "forward"], null],
  ])("%j by %j gives %j", (marked, move, to) => {
    expect(moved(marked, ...move)).toBe(to);
  });

  it("moves one edge only, the way it was told, and leaves a span", () => {
    const selections = awkwardText
      .filter((text) => text.length > 0)
      .chain((text) => fc.tuple(fc.constant(text), placesIn(Array.from(text).length)));
    const moves = fc.tuple(
      fc.constantFrom("start" as const, "end" as const),
      fc.constantFrom("character" as const, "word" as const, "sentence" as const, "paragraph" as const),
      fc.constantFrom("back" as const, "forward" as const),
    );
    fc.assert(
      fc.property(selections, moves, ([text, [start, end]], [edge, unit, direction]) => {
        const span = { start: codePoint(start), end: codePoint(end) };
        const next = moveEdge(segmentsOf(text), span, edge, unit, direction);
        if (next === null) return;
        const other = edge === "start" ? "end" : "start";
        expect(next[other]).toBe(span[other]);
        expect(Math.sign(next[edge] - span[edge])).toBe(direction === "forward" ? 1 : -1);
        expect(next.start).toBeLessThan(next.end);
      }),
      { numRuns: 2000 },
    );
  });
});
