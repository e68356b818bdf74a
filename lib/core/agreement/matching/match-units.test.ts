import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unit } from "@/lib/testing/measured-documents";
import { at } from "../../at";
import type { Unit } from "../document";
import { iouOf, matchUnits, type Criterion, type Match } from "./match-units";

const anyUnit = fc
  .tuple(fc.nat(12), fc.integer({ min: 1, max: 8 }), fc.constantFrom("claim", "actor"))
  .map(([start, length, label]) => unit(start, start + length, label));
const someUnits = fc.array(anyUnit, { maxLength: 5 });
const anyCriterion: fc.Arbitrary<Criterion> = fc.record({
  labelled: fc.boolean(),
  borders: fc.constant("overlap" as const),
  iou: fc.constantFrom(0, 0.3, 0.5, 0.8, 1),
});

function allows(a: Unit, b: Unit, criterion: Criterion): boolean {
  if (criterion.labelled && a.label !== b.label) return false;
  if (criterion.borders === "equal") return a.start === b.start && a.end === b.end;
  return iouOf(a, b) > 0 && iouOf(a, b) >= criterion.iou;
}

/** The most matches, and the greatest ΣIoU of so many, by trying out all matchings. */
function best(a: readonly Unit[], b: readonly Unit[], criterion: Criterion): readonly [number, number] {
  const [first, ...rest] = a;
  if (first === undefined) return [0, 0];
  let found = best(rest, b, criterion);
  for (const [index, other] of b.entries()) {
    if (!allows(first, other, criterion)) continue;
    const [count, sum] = best(rest, b.toSpliced(index, 1), criterion);
    const [own, ownSum] = [count + 1, sum + iouOf(first, other)];
    if (own > found[0] || (own === found[0] && ownSum > found[1])) found = [own, ownSum];
  }
  return found;
}

const sumOf = (a: readonly Unit[], b: readonly Unit[], matches: readonly Match[]): number =>
  matches.reduce((sum, match) => sum + iouOf(at(a, match.a), at(b, match.b)), 0);

describe("matchUnits", () => {
  it("finds the most matches, and of those the greatest overlap, as trying out all does", () => {
    fc.assert(
      fc.property(someUnits, someUnits, anyCriterion, (a, b, criterion) => {
        const matches = matchUnits(a, b, criterion);
        const [count, sum] = best(a, b, criterion);
        expect(matches).toHaveLength(count);
        expect(sumOf(a, b, matches)).toBeCloseTo(sum, 9);
        expect(new Set(matches.map((match) => match.a)).size).toBe(count);
        expect(new Set(matches.map((match) => match.b)).size).toBe(count);
        expect(matches.every((match) => allows(at(a, match.a), at(b, match.b), criterion))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("finds equal borders by hash as by overlap of all", () => {
    fc.assert(
      fc.property(someUnits, someUnits, fc.boolean(), (a, b, labelled) => {
        const byHash = matchUnits(a, b, { labelled, borders: "equal" });
        expect(byHash).toHaveLength(matchUnits(a, b, { labelled, borders: "overlap", iou: 1 }).length);
      }),
    );
  });

  it("does not care which side is which", () => {
    fc.assert(
      fc.property(someUnits, someUnits, anyCriterion, (a, b, criterion) => {
        const [there, back] = [matchUnits(a, b, criterion), matchUnits(b, a, criterion)];
        expect(there).toHaveLength(back.length);
        expect(sumOf(a, b, there)).toBeCloseTo(sumOf(b, a, back), 9);
      }),
    );
  });

  it("is never worse than taking the best pair first, and sometimes better", () => {
    const a = [unit(0, 10), unit(0, 6)];
    const b = [unit(0, 10), unit(2, 14)];
    const criterion = { labelled: true, borders: "overlap", iou: 0.5 } as const;
    // The best pair is a0–b0; it leaves a1 without a partner, because a1–b1 overlap too little.
    expect(matchUnits(a, b, criterion)).toEqual([
      { a: 0, b: 1 },
      { a: 1, b: 0 },
    ]);
  });

  it("counts duplicates as units of their own", () => {
    const twice = [unit(0, 5), unit(0, 5)];
    expect(matchUnits(twice, twice, { labelled: true, borders: "equal" })).toHaveLength(2);
    expect(matchUnits(twice, [unit(0, 5)], { labelled: true, borders: "equal" })).toHaveLength(1);
  });

  it("lets affinity decide among equals, and only there", () => {
    const twice = [unit(0, 5), unit(0, 5)];
    const crossed = (a: number, b: number): number => (a === b ? 0 : 1);
    for (const criterion of [
      { labelled: true, borders: "equal" },
      { labelled: true, borders: "overlap", iou: 0.5 },
    ] as const) {
      expect(matchUnits(twice, twice, criterion, crossed)).toEqual([
        { a: 0, b: 1 },
        { a: 1, b: 0 },
      ]);
    }
    const better = [unit(0, 5), unit(0, 6)];
    expect(matchUnits(better, better, { labelled: true, borders: "overlap", iou: 0.5 }, crossed)).toEqual([
      { a: 0, b: 0 },
      { a: 1, b: 1 },
    ]);
  });

  it("takes units that only touch for strangers, at any threshold", () => {
    expect(matchUnits([unit(0, 5)], [unit(5, 9)], { labelled: true, borders: "overlap", iou: 0 })).toEqual(
      [],
    );
  });

  it("solves ten thousand units as a chain of small problems", () => {
    const a = Array.from({ length: 10_000 }, (_, index) => unit(index * 10, index * 10 + 6));
    const b = a.map(({ start }) => unit(start + 1, start + 7));
    expect(matchUnits(a, b, { labelled: true, borders: "overlap", iou: 0.5 })).toHaveLength(10_000);
  });
});
