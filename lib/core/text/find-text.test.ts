import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardText } from "@/lib/testing/awkward-text";
import { DocumentText } from "./document-text";
import { findText, MOST_FOUND, type FindOptions } from "./find-text";

const LOOSE: FindOptions = { matchCase: false, wholeWords: false };
const MENTION: FindOptions = { matchCase: true, wholeWords: true };

function found(text: string, query: string, options: FindOptions = LOOSE): readonly string[] {
  const document = DocumentText.of(text);
  return findText(document, query, options).map(
    ({ start, end }) => `${start}: ${document.slice(start, end)}`,
  );
}

describe("findText", () => {
  it("counts code points, whatever stands before", () => {
    expect(found("🇻🇪 Maduro. 👩‍👩‍👧 maduro", "maduro")).toEqual(["3: Maduro", "17: maduro"]);
  });

  it("takes blanks for any blanks, and straight quotation marks for all kinds", () => {
    expect(found("the\r\nUnited\u00a0States", "the united states")).toEqual(["0: the\r\nUnited\u00a0States"]);
    expect(found("He said “no”, Maria’s word", `"no", maria's`)).toEqual(["8: “no”, Maria’s"]);
  });

  it("takes what is typed as it is, not as a pattern", () => {
    expect(found("5% (five) [a-z]+ a/b", "[a-z]+")).toEqual(["10: [a-z]+"]);
    expect(found("U.S. and UxSx", "U.S.")).toEqual(["0: U.S."]);
    expect(found("a/b-c|d & e~f", "a/b-c|d & e~f")).toEqual(["0: a/b-c|d & e~f"]);
  });

  it("finds whole words only, also before a possessive or a hyphen", () => {
    expect(found("Maduro, Maduros, Maduro’s and Maduro-led; maduro", "Maduro", MENTION)).toEqual([
      "0: Maduro",
      "17: Maduro",
      "30: Maduro",
    ]);
    expect(found("(U.S.) U.S.A. U.S. aid", "U.S.", MENTION)).toEqual(["1: U.S.", "14: U.S."]);
  });

  it("asks for no borders in scripts that show none", () => {
    expect(found("俄罗斯外交部表示", "外交部", MENTION)).toEqual(["3: 外交部"]);
  });

  it("does not take a letter out of a letter with an accent", () => {
    expect(found("cafe\u0301 cafe", "cafe")).toEqual(["6: cafe"]);
  });

  it("finds nothing for blanks, and stops at so many places", () => {
    expect(found("a b", "  ")).toEqual([]);
    expect(found("a ".repeat(MOST_FOUND + 5), "a")).toHaveLength(MOST_FOUND);
  });

  it("finds each piece of a text in it, at its own offsets", () => {
    fc.assert(
      fc.property(awkwardText, fc.nat(30), fc.integer({ min: 1, max: 8 }), (given, from, length) => {
        const text = DocumentText.of(given);
        const piece = Array.from(given)
          .slice(from, from + length)
          .join("")
          .trim();
        for (const { start, end } of findText(text, piece, { matchCase: true, wholeWords: false })) {
          const blankless = (one: string) => one.replaceAll(/\s+/g, " ").replaceAll(/['"‘’‚‛“”„‟«»]/g, "'");
          expect(blankless(text.slice(start, end))).toBe(blankless(piece));
        }
      }),
    );
  });
});
