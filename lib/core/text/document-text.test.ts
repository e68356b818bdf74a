import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardText } from "@/lib/testing/awkward-text";
import { DocumentText } from "./document-text";
import { codePoint, utf16 } from "./offsets";

const cases = { numRuns: 1000 };

describe("offsets", () => {
  it.each([-1, 0.5, NaN, Infinity, 2 ** 53])("%s is refused as an offset", (n) => {
    expect(() => codePoint(n)).toThrow(RangeError);
    expect(() => utf16(n)).toThrow(RangeError);
  });
});

describe("DocumentText", () => {
  it("counts what Python counts", () => {
    const text = DocumentText.of("a😀b👨‍👩‍👧é\r\n");
    expect(text.length).toBe(3 + 5 + 3);
    expect(text.slice(codePoint(1), codePoint(3))).toBe("😀b");
  });

  it("slices like an array of code points", () => {
    fc.assert(
      fc.property(awkwardText, fc.nat(), fc.nat(), (string, a, b) => {
        const text = DocumentText.of(string);
        const points = Array.from(string);
        const start = Math.min(a, b) % (points.length + 1);
        const end = Math.max(start, Math.max(a, b) % (points.length + 1));
        expect(text.length).toBe(points.length);
        expect(text.slice(codePoint(start), codePoint(end))).toBe(points.slice(start, end).join(""));
      }),
      cases,
    );
  });

  it("brings every code point back from UTF-16, in order", () => {
    fc.assert(
      fc.property(awkwardText, (string) => {
        const text = DocumentText.of(string);
        const offsets = Array.from({ length: text.length + 1 }, (_, offset) => codePoint(offset));
        const units = offsets.map((offset) => text.toUtf16(offset));
        expect(units.map((unit) => text.toCodePoint(unit))).toEqual(offsets);
        expect(units.every((unit, index) => index === 0 || unit > (units[index - 1] ?? 0))).toBe(true);
        expect(units.at(-1)).toBe(string.length);
      }),
      cases,
    );
  });

  it("refuses exactly the code units inside a pair", () => {
    const text = DocumentText.of("a😀\u{10000}b");
    expect([0, 1, 2, 3, 4, 5, 6].filter((unit) => text.cutsPair(utf16(unit)))).toEqual([2, 4]);
    expect(() => text.toCodePoint(utf16(2))).toThrow(RangeError);
  });

  it("refuses what lies beyond the text", () => {
    const text = DocumentText.of("a😀");
    expect(() => text.toUtf16(codePoint(3))).toThrow(RangeError);
    expect(() => text.toCodePoint(utf16(4))).toThrow(RangeError);
    expect(() => text.slice(codePoint(0), codePoint(3))).toThrow(RangeError);
    expect(() => text.slice(codePoint(2), codePoint(1))).toThrow(RangeError);
  });

  it("counts a lone surrogate as one", () => {
    const text = DocumentText.of("\ud800a\udc00😀");
    expect(text.length).toBe(4);
    expect(text.toUtf16(codePoint(3))).toBe(3);
  });
});
