import { describe, expect, it } from "vitest";
import { titleOf } from "./first-line";

describe("titleOf", () => {
  it.each([
    ["Venezuela crisis\n\nRussia revealed", "Venezuela crisis"],
    ["Moscow \r\nnext", "Moscow"],
    ["\n \u2028 First\u2028second", "First"],
    ["a\u0085b", "a"],
    [" \n ", ""],
  ])("reads %j as %j", (text, title) => {
    expect(titleOf(text)).toBe(title);
  });

  it("cuts at 80 characters as a reader counts them", () => {
    expect(titleOf("x".repeat(81))).toBe("x".repeat(80));
    expect(titleOf("👨‍👩‍👧".repeat(90))).toBe("👨‍👩‍👧".repeat(80));
    expect(titleOf("e\u0301".repeat(80))).toBe("e\u0301".repeat(80));
  });
});
