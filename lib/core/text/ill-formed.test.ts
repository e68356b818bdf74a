import { describe, expect, it } from "vitest";
import { textProblem } from "./ill-formed";

describe("textProblem", () => {
  it.each([
    ["", "empty"],
    [" ", "empty"],
    ["\ufeff\r\n\u2028\u00a0\t", "empty"],
    ["a\0b", "nul_char"],
    ["a\ud800", "ill_formed_unicode"],
    ["\udc00\ud800", "ill_formed_unicode"],
    ["\ud83d \ude00", "ill_formed_unicode"],
  ])("refuses %j as %s", (text, problem) => {
    expect(textProblem(text)).toBe(problem);
  });

  it.each(["a", " a ", "😀", "\ufeff\r\n\u2028.", "\u200d", "\uffff"])("takes %j", (text) => {
    expect(textProblem(text)).toBeNull();
  });
});
