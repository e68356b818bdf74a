import { describe, expect, it } from "vitest";
import { textCounts } from "./text-counts";

describe("textCounts", () => {
  it("counts an emoji as one character and four bytes", () => {
    expect(textCounts("Mayor Ruiz 🚲 backs a car ban; the Green Party objects.")).toEqual({
      characters: 54,
      words: 11,
      bytes: 57,
    });
  });

  it("counts nothing in an empty text", () => {
    expect(textCounts("")).toEqual({ characters: 0, words: 0, bytes: 0 });
  });

  it("parts words at every kind of space", () => {
    expect(textCounts("a\u00A0b\u2003c\r\nd").words).toBe(4);
  });
});
