import { describe, expect, it } from "vitest";
import { AttributeChange, GivenAttributes } from "./attribute-values";

const faultsOf = (result: { readonly error?: { readonly issues: readonly object[] } | undefined }) =>
  result.error?.issues ?? [];

describe("attributes that are given", () => {
  it("are not set where they are null", () => {
    expect(GivenAttributes.parse({ polarity: null, weight: 2, topics: ["war"] })).toEqual({
      weight: 2,
      topics: ["war"],
    });
  });

  it("may have 10,000 characters, however many units those take", () => {
    expect(GivenAttributes.safeParse({ summary: "🚲".repeat(10_000) }).success).toBe(true);
  });

  it.each([
    [{ summary: "x".repeat(10_001) }, "too_big", "“summary” has more than 10,000 characters. Shorten it."],
    [
      { topics: ["a", "x".repeat(10_001)] },
      "too_big",
      "“topics” has more than 10,000 characters. Shorten it.",
    ],
    [{ topics: Array(1001).fill("a") }, "too_big", "“topics” has more than 1000 values. Leave some out."],
    [{ summary: "a\0b" }, "nul_char", "“summary”: Contains a NUL character (U+0000). Remove it."],
    [
      { summary: "a\ud800" },
      "ill_formed_unicode",
      "“summary”: Contains half of a surrogate pair. Encode the text as UTF-8 again.",
    ],
  ])("are refused by name: %#", (given, code, message) => {
    expect(faultsOf(GivenAttributes.safeParse(given))).toMatchObject([
      { path: [Object.keys(given)[0]], message, params: { code } },
    ]);
  });

  it.each([{ a: {} }, { a: Infinity }, { a: [1] }, { a: undefined }])(
    "are one of four kinds: not %o",
    (given) => {
      expect(faultsOf(GivenAttributes.safeParse(given))).toMatchObject([
        { path: ["a"], message: "Must be a string, a number, true, false or a list of strings." },
      ]);
    },
  );
});

describe("a change of an attribute", () => {
  it("names it where its value is too long", () => {
    expect(faultsOf(AttributeChange.safeParse({ key: "summary", value: "x".repeat(10_001) }))).toMatchObject([
      { path: ["value"], message: "“summary” has more than 10,000 characters. Shorten it." },
    ]);
  });

  it("clears by null", () => {
    expect(AttributeChange.parse({ key: "summary", value: null })).toEqual({ key: "summary", value: null });
  });
});
