import { describe, expect, it } from "vitest";
import type { Attribute } from "@/lib/core/schema/schema";
import { digitChoice } from "./digit-choice";

const attribute = (type: "enum" | "text", multiple = false): Attribute =>
  type === "enum"
    ? { key: "a", name: "A", required: false, type, multiple, values: ["demand", "factual", "other"] }
    : { key: "a", name: "A", required: false, type, multiple };

describe("a digit", () => {
  it("chooses the value that stands at its place", () => {
    expect(digitChoice(attribute("enum"), null, "2")).toEqual({ value: "factual" });
    expect(digitChoice(attribute("enum"), "demand", "1")).toEqual({ value: "demand" });
  });

  it("chooses nothing where there is no value at its place, or values are typed", () => {
    expect(digitChoice(attribute("enum"), null, "4")).toBeNull();
    expect(digitChoice(attribute("text"), null, "1")).toBeNull();
    expect(digitChoice(attribute("enum"), null, "x")).toBeNull();
  });

  it("takes a value in and out where there may be several, in the schema's order", () => {
    expect(digitChoice(attribute("enum", true), ["other"], "1")).toEqual({ value: ["demand", "other"] });
    expect(digitChoice(attribute("enum", true), ["other"], "3")).toEqual({ value: null });
  });

  it("says yes and no", () => {
    const flag: Attribute = { key: "f", name: "F", required: false, type: "boolean", multiple: false };
    expect([digitChoice(flag, null, "1"), digitChoice(flag, null, "2")]).toEqual([
      { value: true },
      { value: false },
    ]);
  });
});
