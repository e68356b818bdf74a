import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measured, ofTwo, unit, valueOf } from "@/lib/testing/measured-documents";
import type { MeasuredDocument } from "../document";
import type { Criterion } from "../matching/match-units";
import { sumTallies } from "../tally";
import { charDice } from "./char-dice";
import { spanF1 } from "./span-f1";

const EXACT: Criterion = { labelled: true, borders: "equal" };
const OVERLAP: Criterion = { labelled: true, borders: "overlap", iou: 0.5 };

function figuresOf(documents: readonly MeasuredDocument[], criterion = EXACT) {
  const f1 = spanF1(criterion);
  return f1.figures(
    sumTallies(
      documents.map((document) => f1.tally(document)),
      f1.nothing,
    ),
  );
}

const anyUnits = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }), fc.constantFrom("claim", "actor", "__proto__"))
    .map(([start, length, label]) => unit(start, start + length, label)),
  { maxLength: 8 },
);

describe("span F1", () => {
  it("counts the annotator who marked nothing: 20 articles against 5 and 15 empty ones make 0.40", () => {
    const span = [unit(3, 9)];
    const documents = Array.from({ length: 20 }, (_, index) => ofTwo(span, index < 5 ? span : []));
    expect(valueOf(figuresOf(documents), "f1")).toBeCloseTo(0.4, 12);
  });

  it("concludes nothing from a document that one of the two did not complete", () => {
    const alone = measured({ annotators: { a: [unit(0, 5)] } });
    expect(valueOf(figuresOf([ofTwo([unit(0, 5)], [unit(0, 5)]), alone]), "f1")).toBe(1);
    expect(figuresOf([alone])[0]?.coefficient).toEqual({ value: null, reason: "single_annotator" });
  });

  it("is undefined where nobody marked anything, and 0 where only one did", () => {
    expect(figuresOf([ofTwo([], [])])[0]?.coefficient).toEqual({ value: null, reason: "no_units" });
    const oneSided = figuresOf([ofTwo([unit(0, 5)], [])]);
    expect(valueOf(oneSided, "f1")).toBe(0);
    expect(valueOf(oneSided, "precision", { annotators: ["a", "b"] })).toBeNull();
    expect(valueOf(oneSided, "recall", { annotators: ["a", "b"] })).toBe(0);
  });

  it("is 1 for equal work and the same from either side, whatever labels are called", () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, fc.constantFrom(EXACT, OVERLAP), (a, b, criterion) => {
        const same = valueOf(figuresOf([ofTwo(a, a)], criterion), "f1");
        expect(same).toBe(a.length === 0 ? null : 1);
        const there = figuresOf([ofTwo(a, b)], criterion);
        const back = figuresOf([ofTwo(b, a)], criterion);
        expect(valueOf(there, "f1")).toBe(valueOf(back, "f1"));
        expect(valueOf(there, "macro")).toBe(valueOf(back, "macro"));
        const both = { annotators: ["a", "b"] };
        expect(valueOf(there, "precision", both)).toBe(valueOf(back, "recall", both));
      }),
    );
  });

  it("does not depend on what annotators are called or in which order their work comes", () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, anyUnits, (x, y, z) => {
        const one = valueOf(figuresOf([measured({ annotators: { a: x, b: y, c: z } })]), "f1");
        const other = valueOf(figuresOf([measured({ annotators: { c: x, a: z.toReversed(), b: y } })]), "f1");
        if (one === null || other === null) expect(one).toBe(other);
        else expect(one).toBeCloseTo(other, 12);
      }),
    );
  });

  it("adds up: a sum of tallies is the tally of all", () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, anyUnits, anyUnits, (a, b, c, d) => {
        const apart = figuresOf([ofTwo(a, b, 100), ofTwo(c, d, 100)], OVERLAP);
        const further = (units: typeof a) =>
          units.map(({ start, end, label }) => unit(start + 100, end + 100, label));
        const joined = figuresOf([ofTwo([...a, ...further(c)], [...b, ...further(d)], 200)], OVERLAP);
        expect(apart).toEqual(joined);
      }),
    );
  });

  it("gives labels, all together, and the mean of the labels that are present", () => {
    const figures = figuresOf([
      ofTwo([unit(0, 5), unit(9, 12, "actor")], [unit(0, 5), unit(20, 22, "actor"), unit(30, 31, "actor")]),
    ]);
    expect(valueOf(figures, "f1", { label: "claim" })).toBe(1);
    expect(valueOf(figures, "f1", { label: "actor" })).toBe(0);
    expect(valueOf(figures, "macro")).toBe(0.5);
    expect(valueOf(figures, "f1")).toBeCloseTo(2 / 5, 12);
  });

  it("looks at the asked labels only", () => {
    const f1 = spanF1(EXACT, ["actor"]);
    const figures = f1.figures(f1.tally(ofTwo([unit(0, 5), unit(9, 12, "actor")], [unit(9, 12, "actor")])));
    expect(valueOf(figures, "f1")).toBe(1);
    expect(figures.some(({ label }) => label === "claim")).toBe(false);
  });
});

describe("char dice", () => {
  it("is 2·|A ∩ B| / (|A| + |B|) of the characters of each label, as counting them one by one says", () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        const charactersOf = (units: typeof a) =>
          new Set(
            units.flatMap(({ start, end, label }) =>
              Array.from({ length: end - start }, (_, index) => `${label} ${start + index}`),
            ),
          );
        const [ofA, ofB] = [charactersOf(a), charactersOf(b)];
        const shared = [...ofA].filter((character) => ofB.has(character)).length;
        const dice = valueOf(charDice().figures(charDice().tally(ofTwo(a, b))), "dice");
        if (ofA.size + ofB.size === 0) expect(dice).toBeNull();
        else expect(dice).toBeCloseTo((2 * shared) / (ofA.size + ofB.size), 12);
      }),
    );
  });
});
