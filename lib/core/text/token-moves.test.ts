import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardText } from "@/lib/testing/awkward-text";
import { DocumentText } from "./document-text";
import { codePoint } from "./offsets";
import { Paragraphs } from "./paragraphs";
import { Segments } from "./segments";
import { moveToken, nextToken, previousToken, tokenAt, type Direction, type MoveUnit } from "./token-moves";

const segmentsOf = (text: string): Segments => Segments.of(Paragraphs.of(DocumentText.of(text)), "en");
const article = segmentsOf("One two. Three four!\n\n“Five”, six 👍 end.");
const wordAt = (word: string) => {
  const token = tokenAt(article, codePoint(article.text.string.indexOf(word)));
  if (token === null) throw new Error(`no token ${word}`);
  return token;
};
const moved = (from: string, unit: MoveUnit, direction: Direction, isExtending = false): string => {
  const { start, end } = moveToken(article, wordAt(from), unit, direction, isExtending);
  return article.text.slice(start, end);
};

describe("moveToken", () => {
  it.each([
    ["One", "word", "forward", "two"],
    ["four", "word", "forward", "Five"],
    ["six", "word", "forward", "👍"],
    ["Five", "word", "back", "four"],
    ["One", "word", "back", "One"],
    ["end", "word", "forward", "end"],
    ["One", "sentence", "forward", "Three"],
    ["four", "sentence", "forward", "Five"],
    ["four", "sentence", "back", "Three"],
    ["Three", "sentence", "back", "One"],
    ["two", "paragraph", "forward", "Five"],
    ["six", "paragraph", "back", "Five"],
    ["Five", "paragraph", "back", "One"],
    ["One", "character", "forward", "O"],
    ["Three", "character", "back", "e"],
  ] as const)("from %s by %s %s to %s", (from, unit, direction, to) => {
    expect(moved(from, unit, direction)).toBe(to);
  });

  it.each([
    ["One", "sentence", "two"],
    ["two", "sentence", "four"],
    ["One", "paragraph", "four"],
    ["four", "paragraph", "end"],
  ] as const)("extends from %s by %s to its last word, %s", (from, unit, to) => {
    expect(moved(from, unit, "forward", true)).toBe(to);
  });

  it("visits every token once, the same ones both ways, and ends", () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const segments = segmentsOf(text);
        const there: number[] = [];
        for (
          let token = nextToken(segments, codePoint(0));
          token !== null;
          token = nextToken(segments, token.end)
        )
          there.push(token.start);
        const back: number[] = [];
        let token = previousToken(segments, segments.text.length);
        for (; token !== null; token = previousToken(segments, token.start)) back.unshift(token.start);
        expect(back).toEqual(there);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds a token at every offset of a text that has one", () => {
    fc.assert(
      fc.property(awkwardText, fc.nat(), (text, place) => {
        const segments = segmentsOf(text);
        const offset = codePoint(place % (segments.text.length + 1));
        expect(tokenAt(segments, offset) === null).toBe(nextToken(segments, codePoint(0)) === null);
      }),
      { numRuns: 1000 },
    );
  });
});
