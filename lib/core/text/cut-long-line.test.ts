import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardText } from "@/lib/testing/awkward-text";
import { cutsIn, LONGEST_PIECE } from "./cut-long-line";

function piecesOf(line: string): readonly string[] {
  const cuts = [0, ...cutsIn(line), line.length];
  return cuts.slice(1).map((end, index) => line.slice(cuts[index], end));
}

describe("a line", () => {
  it("of ordinary length is not cut", () => {
    expect(cutsIn("")).toEqual([]);
    expect(cutsIn("x".repeat(LONGEST_PIECE))).toEqual([]);
  });

  it.each([
    ["behind a sentence", "The levy hurts. ".repeat(1000), /\. $/],
    ["behind a sentence of a script without blanks", "政府警告。".repeat(3000), /。$/],
    ["behind a blank where no sentence ends", "levy 3.14 ".repeat(3000), / $/],
  ])("that is too long is cut %s", (_where, line, end) => {
    const pieces = piecesOf(line);
    expect(pieces.length).toBeGreaterThan(1);
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(end);
  });

  it("without any blank is cut between two characters, and a character stays whole", () => {
    const families = piecesOf("👨‍👩‍👧‍👦".repeat(2_000));
    for (const piece of families) expect(piece).toMatch(/^(👨‍👩‍👧‍👦)+$/u);
    expect(piecesOf(`e${"\u0301".repeat(LONGEST_PIECE)}`)).toHaveLength(1);
  });

  it("gives itself back from its pieces, none of them empty or too long", () => {
    fc.assert(
      fc.property(awkwardText, fc.integer({ min: 1, max: 2_000 }), (text, times) => {
        const line = text.replaceAll(/[\n\r\u2028\u2029\u0085]/g, "").repeat(times);
        const pieces = piecesOf(line);
        expect(pieces.join("")).toBe(line);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThan(LONGEST_PIECE + 1_001);
          expect(piece.isWellFormed()).toBe(line.isWellFormed());
          if (line !== "") expect(piece).not.toBe("");
        }
      }),
      { numRuns: 60 },
    );
  });

  it("of ten megabytes is cut without delay", () => {
    expect(cutsIn("x".repeat(10 * 1024 * 1024))).toHaveLength(1_048);
  });
});
