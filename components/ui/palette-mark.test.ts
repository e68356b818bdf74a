import { describe, expect, it } from "vitest";
import { PALETTE } from "@/lib/core/schema/schema";
import { paletteMark } from "./palette-mark";

describe("paletteMark", () => {
  it("draws the first three labels solid, dotted and dashed", () => {
    expect([0, 1, 2].map((index) => paletteMark("amber", index).style)).toEqual([
      "solid",
      "dotted",
      "dashed",
    ]);
  });

  it("gives fifty labels that walk through the palette fifty marks", () => {
    const marks = Array.from({ length: 50 }, (_, index) => {
      const color = PALETTE[index % PALETTE.length];
      if (color === undefined) throw new RangeError(`No colour at ${index}`);
      const { line, style } = paletteMark(color, index);
      return `${line} ${style}`;
    });
    expect(new Set(marks).size).toBe(50);
  });

  it("refuses a place that cannot be", () => {
    expect(() => paletteMark("amber", -1)).toThrow(RangeError);
  });
});
