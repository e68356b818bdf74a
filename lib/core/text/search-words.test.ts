import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { searchTerms, searchWords } from "./search-words";

/** Whether a document of `text` is found by `typed`. */
function finds(text: string, typed: string): boolean {
  const words = [...searchWords(text)];
  const terms = searchTerms(typed);
  return (
    terms.length > 0 &&
    terms.every(({ word, prefix }) => words.some((one) => (prefix ? one.startsWith(word) : one === word)))
  );
}

describe("searchWords", () => {
  it("folds case, full width and diacritics", () => {
    expect([...searchWords("Nicolás MADURO Ｐｕｔｉｎ")]).toEqual(["nicolas", "maduro", "putin"]);
  });

  it("gives each word once and no punctuation", () => {
    expect([...searchWords("“Stop,” stop: the S-300 (don’t)!")]).toEqual([
      "stop",
      "the",
      "s",
      "300",
      "don",
      "t",
    ]);
  });

  it("stays below what Postgres takes, for any text", () => {
    const ideographs = Array.from({ length: 200_000 }, (_, index) =>
      String.fromCodePoint(0x20000 + ((index * 7919) % 40_000)),
    ).join("");
    const hyphenated = Array.from({ length: 60_000 }, (_, index) =>
      String.fromCodePoint(0x4e00 + (index % 20_000), 0x2d),
    ).join("");
    const oneLongWord = "a".repeat(10_000_000);
    for (const text of [ideographs, hyphenated, oneLongWord]) {
      const words = [...searchWords(text)];
      expect(words.reduce((bytes, word) => bytes + new TextEncoder().encode(word).length, 0)).toBeLessThan(
        1_048_575,
      );
      expect(Math.max(...words.map((word) => new TextEncoder().encode(word).length))).toBeLessThan(2_046);
    }
  });

  it("holds nothing that means something in a query of the database", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect([...searchWords(text)].filter((word) => !/^[^\s'"\\:*&|!()<>,\0]+$/u.test(word))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("searchTerms", () => {
  it("lets the last word be unfinished, and only the last", () => {
    expect(finds("Venezuela crisis", "crisis venez")).toBe(true);
    expect(finds("Venezuela crisis", "venez crisis")).toBe(false);
  });

  it("finds parts of words with hyphens as they are typed", () => {
    expect(finds("the stand-off", "stand-o")).toBe(true);
    expect(finds("afp-77", "afp-7")).toBe(true);
  });

  it("finds words of scripts that write no spaces, from one character on", () => {
    const text = "中国政府警告，日本語のテキスト";
    for (const typed of ["政府", "政", "中国政府", "告", "ト", "日本"]) expect(finds(text, typed)).toBe(true);
    expect(finds(text, "府中")).toBe(false);
  });

  it("finds emoji", () => {
    expect(finds("Mayor Ruiz 🚲 backs a car ban", "🚲")).toBe(true);
  });

  it("asks for nothing where nothing can be searched for", () => {
    expect(searchTerms("  ’ — !!")).toEqual([]);
  });

  it("finds every text by its own beginning", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("Ana", "été", "中国", "กรุง", " ", "-", "🚲", "x1", "Σίσυφος", "ﬁn"), {
          minLength: 1,
        }),
        (pieces) => {
          const text = pieces.join("");
          if (searchTerms(text).length > 0) expect(finds(text, text)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
