import { describe, expect, it } from "vitest";
import type { Attribute } from "../schema/schema";
import { attributeReason } from "./attribute-reason";

const base = { name: "x", required: false } as const;
const ATTRIBUTES: readonly Attribute[] = [
  { ...base, key: "polarity", type: "enum", values: ["for", "against"], multiple: false },
  { ...base, key: "topics", type: "enum", values: ["war", "trade"], multiple: true },
  { ...base, key: "summary", type: "text", multiple: false },
  { ...base, key: "quoted", type: "boolean", multiple: false },
  { ...base, key: "weight", type: "number", multiple: false },
];

describe("attributeReason", () => {
  it.each([
    [
      { colour: "red" },
      "“claim” has no attribute “colour”. It has polarity, topics, summary, quoted, weight; ",
    ],
    [{ polarity: "maybe" }, '“polarity” of “claim” cannot be "maybe". Give one of “for”, “against”, or '],
    [{ topics: ["war", "war"] }, '“topics” of “claim” cannot be ["war","war"]. Give a list of some of '],
    [{ polarity: "for", summary: "x".repeat(10_001) }, '“summary” of “claim” cannot be "xxx'],
    [{ quoted: "yes" }, '“quoted” of “claim” cannot be "yes". Give true or false, or '],
    [{ weight: "5" }, '“weight” of “claim” cannot be "5". Give a number, or '],
  ])("names attribute and value of %o", (values, beginning) => {
    const reason = attributeReason("claim", ATTRIBUTES, values);
    expect(reason.slice(0, beginning.length)).toBe(beginning);
    expect(reason.length).toBeLessThan(400);
  });

  it("says of a long text what its limit is", () => {
    expect(attributeReason("claim", ATTRIBUTES, { summary: "x".repeat(10_001) })).toContain(
      "10,000 characters",
    );
  });
});
