import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measured, ofTwo, unit, valueOf } from "@/lib/testing/measured-documents";
import { at } from "../../at";
import type { MeasuredDocument, Unit } from "../document";
import type { Figure } from "../measure";
import { sumTallies } from "../tally";
import { uAlphaFamily } from "./u-alpha";

const family = uAlphaFamily();
const totalOf = (documents: readonly MeasuredDocument[]) =>
  sumTallies(
    documents.map((document) => family.tally(document)),
    family.nothing,
  );
const figuresOf = (documents: readonly MeasuredDocument[]) => family.figures(totalOf(documents));

/** Units that do not overlap: gaps and lengths in turn. */
const continuum = (length: number) =>
  fc
    .array(fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 5 }), fc.constantFrom("x", "y", "__proto__")), {
      maxLength: 5,
    })
    .map((steps) => {
      let place = 0;
      return steps.flatMap(([gap, size, label]): Unit[] => {
        const start = place + gap;
        place = start + size;
        return place <= length ? [unit(start, place, label)] : [];
      });
    });
const anyDocument = fc
  .tuple(fc.integer({ min: 10, max: 30 }), fc.integer({ min: 2, max: 4 }))
  .chain(([length, annotators]) =>
    fc.array(continuum(length), { minLength: annotators, maxLength: annotators }).map((sets) =>
      measured({
        length,
        annotators: Object.fromEntries(sets.map((units, index) => [`n${index}`, units])),
      }),
    ),
  );

/** uα and |uα straight from the definition, character by character. */
function byHand(document: MeasuredDocument): { readonly u: number | null; readonly binary: number | null } {
  const sets = [...document.sets.values()].map(({ units }) => units);
  const others = sets.length - 1;
  const categoryAt = (units: readonly Unit[], place: number): string =>
    units.find(({ start, end }) => start <= place && place < end)?.label ?? "φ";
  const l = new Map<string, number>();
  for (const [i, one] of sets.entries())
    for (const [j, other] of sets.entries())
      for (let place = 0; i !== j && place < document.length; place += 1) {
        const key = `${categoryAt(one, place)} ${categoryAt(other, place)}`;
        l.set(key, (l.get(key) ?? 0) + 1 / others);
      }
  const categories = [...new Set([...l.keys()].flatMap((key) => key.split(" ")))];
  const cell = (c: string, k: string): number => l.get(`${c} ${k}`) ?? 0;
  const margin = (c: string): number => categories.reduce((sum, k) => sum + cell(c, k), 0);
  const length = categories.reduce((sum, c) => sum + margin(c), 0);
  const covered = sets.map((units) => units.reduce((sum, { start, end }) => sum + end - start, 0));
  const w = (c: string): number =>
    c === "φ"
      ? covered.reduce((sum, one) => sum + document.length - one, 0)
      : sets.flat().reduce((sum, { start, end, label }) => sum + (label === c ? (end - start) ** 2 : 0), 0);
  const all = categories.reduce((sum, c) => sum + w(c), 0);
  const epsilon = (c: string): number => (length * (margin(c) ** 2 - w(c))) / (length ** 2 - all);
  const valueFrom = (cells: readonly string[], whole: number, expected: number): number | null => {
    const [observed, chance] = [cells.reduce((sum, c) => sum + cell(c, c), 0), expected];
    return Math.abs(whole - chance) < 1e-9 ? null : 1 - (whole - observed) / (whole - chance);
  };
  if (sets.flat().length === 0) return { u: null, binary: null };
  const expected = categories.reduce((sum, c) => sum + epsilon(c), 0);
  const gapMargin = margin("φ");
  return {
    u: valueFrom(categories, length, expected),
    // ε_φ is the sum of its row: ε_φφ and ℓ·ℓ_φ·ℓ_k/(ℓ² − W) for each other k.
    binary: valueFrom(
      ["φ"],
      gapMargin,
      gapMargin - (length * gapMargin * (length - gapMargin)) / (length ** 2 - all),
    ),
  };
}

function expectSame(one: number | null, other: number | null): void {
  if (one === null || other === null) expect(one).toBe(other);
  else expect(one).toBeCloseTo(other, 9);
}

const shift = (units: readonly Unit[], by: number): readonly Unit[] =>
  units.map(({ start, end, label }) => unit(start + by, end + by, label));

describe("the family of uα", () => {
  it("is what the definition says, character by character", () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const figures = figuresOf([document]);
        const wanted = byHand(document);
        expectSame(valueOf(figures, "u"), wanted.u);
        // Where nothing is in a gap, or everything, units against gaps have no variation.
        if (wanted.u !== null && valueOf(figures, "binary") !== null)
          expectSame(valueOf(figures, "binary"), wanted.binary);
      }),
      { numRuns: 300 },
    );
  });

  it("gives two texts what it gives one after the other", () => {
    const two = fc.tuple(continuum(20), continuum(20), continuum(15), continuum(15));
    fc.assert(
      fc.property(two, ([a, b, c, d]) => {
        const apart = totalOf([ofTwo(a, b, 20), ofTwo(c, d, 15)]);
        const joined = totalOf([ofTwo([...a, ...shift(c, 20)], [...b, ...shift(d, 20)], 35)]);
        expect(rounded(family.figures(apart))).toEqual(rounded(family.figures(joined)));
      }),
    );
  });

  it("is 1 for equal work, and the same whoever is called what", () => {
    fc.assert(
      fc.property(continuum(30), continuum(30), continuum(30), (x, y, z) => {
        const same = valueOf(figuresOf([ofTwo(x, x, 31)]), "u");
        expect(same).toBe(x.length === 0 ? null : 1);
        const names = figuresOf([measured({ length: 31, annotators: { a: x, b: y, c: z } })]);
        const others = figuresOf([measured({ length: 31, annotators: { a: z, b: x, c: y } })]);
        for (const name of ["u", "binary", "cu", "cuCoverage"])
          expectSame(valueOf(names, name), valueOf(others, name));
      }),
    );
  });

  it("tells units from gaps as it tells everything, where there is one label", () => {
    const figures = figuresOf([ofTwo([unit(0, 5), unit(9, 12)], [unit(1, 5)], 40)]);
    expect(valueOf(figures, "binary")).toBeCloseTo(valueOf(figures, "u") ?? Number.NaN, 12);
    expect(valueOf(figures, "cu")).toBeNull();
  });

  it("sees where one unit ends and the next begins, which characters do not show", () => {
    const whole = [unit(0, 10)];
    const halves = [unit(0, 5), unit(5, 10)];
    const other = [unit(0, 8)];
    expect(valueOf(figuresOf([ofTwo(whole, other, 40)]), "u")).not.toBe(
      valueOf(figuresOf([ofTwo(halves, other, 40)]), "u"),
    );
  });

  it("unites what one annotator marked twice with one label, and says so", () => {
    const total = totalOf([ofTwo([unit(0, 6), unit(4, 9)], [unit(0, 9)], 20)]);
    expect(total.flattened).toBe(1);
    expect(valueOf(family.figures(total), "u")).toBe(1);
  });

  it("cannot read labels that overlap each other, but can read each by itself", () => {
    const nested = ofTwo([unit(0, 9), unit(2, 5, "actor")], [unit(0, 9)], 20);
    expect(at(figuresOf([nested]), 0).coefficient.reason).toBe("overlaps_present");
    const claims = uAlphaFamily(["claim"]);
    expect(valueOf(claims.figures(claims.tally(nested)), "u")).toBe(1);
  });

  it("is undefined without units, and without a second annotator", () => {
    expect(at(figuresOf([ofTwo([], [])]), 0).coefficient.reason).toBe("no_units");
    const alone = measured({ annotators: { a: [unit(0, 5)] } });
    expect(at(figuresOf([alone]), 0).coefficient.reason).toBe("single_annotator");
  });

  it("does not invent an expectation where too few of many intersect", () => {
    const few = measured({ length: 20, annotators: { a: [unit(0, 5, "x")], b: [unit(0, 5, "y")], c: [] } });
    expect(figuresOf([few]).find(({ name }) => name === "cu")?.coefficient.reason).toBe("no_variation");
  });

  it("refuses a unit beyond the text", () => {
    expect(() => family.tally(ofTwo([unit(0, 30)], [], 20))).toThrow(RangeError);
  });
});

/** Rounded, for sums in another order differ in the last digit. */
function rounded(figures: readonly Figure[]): unknown {
  return figures.map(({ name, label, coefficient }) => [
    name,
    label,
    coefficient.reason,
    coefficient.value?.toFixed(9),
  ]);
}
