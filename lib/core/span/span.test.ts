import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePoint } from "../text/offsets";
import { allen, converse } from "./allen";
import { compare, compareBySize, contains, equal, holds, overlaps, span, touches, type Span } from "./span";

const of = (start: number, end: number): Span => span(codePoint(start), codePoint(end));
const anySpan = fc
  .tuple(fc.nat(8), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]) => of(start, start + length));
const characters = (s: Span): readonly number[] =>
  Array.from({ length: s.end - s.start }, (_, index) => s.start + index);
const cases = { numRuns: 2000 };

describe("span", () => {
  it.each([
    [3, 3],
    [4, 3],
  ])("[%d, %d) is refused", (start, end) => {
    expect(() => of(start, end)).toThrow(RangeError);
  });
});

describe("two spans", () => {
  it("overlap where they share a character, and contain where they share all", () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const shared = characters(a).filter((character) => characters(b).includes(character)).length;
        const reach = Math.max(a.end, b.end) - Math.min(a.start, b.start);
        expect(overlaps(a, b)).toBe(shared > 0);
        expect(contains(a, b)).toBe(shared === b.end - b.start);
        expect(equal(a, b)).toBe(contains(a, b) && contains(b, a));
        expect(touches(a, b)).toBe(shared === 0 && reach === a.end - a.start + b.end - b.start);
        expect(holds(a, b.start)).toBe(characters(a).includes(b.start));
      }),
      cases,
    );
  });

  it("have one Allen relation, whose converse holds the other way round", () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        const relation = allen(a, b);
        expect(allen(b, a)).toBe(converse(relation));
        expect(["before", "meets", "met-by", "after"].includes(relation)).toBe(!overlaps(a, b));
        expect(["meets", "met-by"].includes(relation)).toBe(touches(a, b));
        expect(["contains", "started-by", "finished-by", "equals"].includes(relation)).toBe(contains(a, b));
        expect(relation === "equals").toBe(equal(a, b));
        expect(relation === "overlaps" || relation === "overlapped-by").toBe(
          overlaps(a, b) && !contains(a, b) && !contains(b, a),
        );
      }),
      cases,
    );
  });

  it("are ordered before what is nested in them, and after it in a choice by size", () => {
    fc.assert(
      fc.property(anySpan, anySpan, (a, b) => {
        if (equal(a, b) || !contains(a, b)) return;
        expect(compare(a, b)).toBeLessThan(0);
        expect(compareBySize(a, b)).toBeGreaterThan(0);
      }),
      cases,
    );
  });
});
