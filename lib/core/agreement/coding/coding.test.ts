import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measured, ofTwo, unit, valueOf } from "@/lib/testing/measured-documents";
import { at } from "../../at";
import { f1Of } from "../spans/match-counts";
import { sumTallies } from "../tally";
import { cohenKappa, kappaOf } from "./cohen-kappa";
import { documentValueMeasure } from "./document-value-measure";
import { fleissKappa } from "./fleiss-kappa";
import { gwetAc1 } from "./gwet-ac1";
import type { Item } from "./item";
import { alphaOf, krippendorffAlpha, tallyCoincidences, type Level } from "./krippendorff-alpha";
import { multiclassPositionMeasure, positionMeasure } from "./position-measure";
import { positionItems } from "./positions";
import { scottPi } from "./scott-pi";

const item = (...values: readonly (string | null)[]): Item => ({
  weight: 1,
  categories: new Map(
    values.flatMap((value, index) => (value === null ? [] : [[`n${index}`, value] as const])),
  ),
});
const anyItems = (raters: number) =>
  fc.array(
    fc
      .array(fc.option(fc.constantFrom("1", "2", "3", "__proto__"), { freq: 8 }), {
        minLength: raters,
        maxLength: raters,
      })
      .map((values) => item(...values)),
    { maxLength: 12 },
  );
const COEFFICIENTS = [cohenKappa, scottPi, fleissKappa, krippendorffAlpha(), gwetAc1];
const first = (of: (typeof COEFFICIENTS)[number], items: readonly Item[]) =>
  at(of.values(of.tally(items) as never), 0).coefficient;

describe.each(COEFFICIENTS.map((coefficient) => [coefficient.name, coefficient] as const))("%s", (_, of) => {
  it("is 1 where all agree on more than one category", () => {
    expect(first(of, [item("x", "x"), item("y", "y")]).value).toBe(1);
  });

  it("is undefined without items, with one annotator, and with one category", () => {
    expect(first(of, []).value).toBeNull();
    expect(first(of, [item("x", null)])).toEqual({ value: null, reason: "single_annotator" });
    expect(first(of, [item("x", "x"), item("x", "x")])).toEqual({ value: null, reason: "no_variation" });
  });

  it("is the same for a weight as for so many items, and for any order", () => {
    fc.assert(
      fc.property(anyItems(2), (items) => {
        const doubled = first(of, [...items, ...items.toReversed()]);
        const weighed = first(
          of,
          items.map((one) => ({ ...one, weight: 2 })),
        );
        if (doubled.value === null) expect(weighed).toEqual(doubled);
        else expect(weighed.value).toBeCloseTo(doubled.value, 9);
      }),
    );
  });

  it.skipIf(of === fleissKappa)("does not depend on who is who (panels have names)", () => {
    fc.assert(
      fc.property(anyItems(3), (items) => {
        const renamed = items.map(({ weight, categories }) => ({
          weight,
          categories: new Map(
            [...categories].map(([name, value]) => [`n${(Number(name.slice(1)) + 1) % 3}`, value]),
          ),
        }));
        const [one, other] = [first(of, items), first(of, renamed)];
        if (one.value === null) expect(other.value).toBeNull();
        else expect(other.value).toBeCloseTo(one.value, 9);
      }),
    );
  });
});

describe("κ", () => {
  it("tends to F1 as what neither marked grows without end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(40), (both, onlyA, onlyB) => {
        const f1 = f1Of({ matched: both, a: both + onlyA, b: both + onlyB }).value ?? 0;
        const distances = [1e2, 1e4, 1e6, 1e9].map((neither) => {
          const kappa = kappaOf({ yes: { yes: both, no: onlyA }, no: { yes: onlyB, no: neither } }).value;
          return Math.abs((kappa ?? 0) - f1);
        });
        expect(at(distances, 3)).toBeLessThan(1e-6);
        expect(at(distances, 3)).toBeLessThanOrEqual(at(distances, 1) + 1e-12);
      }),
    );
  });

  it("is 0 or less where one annotator says always the same and the other does not", () => {
    expect(first(cohenKappa, [item("x", "x"), item("x", "y")]).value).toBeCloseTo(0, 12);
  });
});

describe("Fleiss' κ", () => {
  it("has a value for each panel, because panels do not mix", () => {
    const values = fleissKappa.values(
      fleissKappa.tally([item("x", "x"), item("y", "y"), item("x", "y", "y"), item("y", "x", "x")]),
    );
    expect(values.map(({ annotators }) => annotators)).toEqual([
      ["n0", "n1", "n2"],
      ["n0", "n1"],
    ]);
    expect(values.map(({ coefficient }) => coefficient.value?.toFixed(3))).toEqual(["-0.333", "1.000"]);
  });
});

describe("Krippendorff's α", () => {
  /** Do/De over all pairs of values, one by one, as the definition says it in words. */
  function byHand(items: readonly Item[], distance: (a: number, b: number) => number): number | null {
    const units = items
      .map(({ categories }) => [...categories.values()].map(Number))
      .filter((u) => u.length > 1);
    const all = units.flat();
    const pairs = (values: readonly number[]) =>
      values.flatMap((a, i) => values.flatMap((b, j) => (i === j ? [] : [distance(a, b)])));
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const observed = sum(units.map((unit) => sum(pairs(unit)) / (unit.length - 1))) / all.length;
    const expected = sum(pairs(all)) / (all.length * (all.length - 1));
    return expected === 0 || all.length === 0 ? null : 1 - observed / expected;
  }
  const numbers = fc.array(
    fc
      .array(fc.option(fc.constantFrom("1", "2", "5"), { freq: 4 }), { minLength: 4, maxLength: 4 })
      .map((values) => item(...values)),
    { maxLength: 10 },
  );

  it.each<[Level["level"], (a: number, b: number) => number]>([
    ["nominal", (a, b) => Number(a !== b)],
    ["interval", (a, b) => (a - b) ** 2],
    ["ratio", (a, b) => ((a - b) / (a + b)) ** 2],
  ])("is what all pairs of values say, %s", (level, distance) => {
    fc.assert(
      fc.property(numbers, (items) => {
        const byCoincidence = alphaOf(tallyCoincidences(items), { level, order: null }).value;
        const wanted = byHand(items, distance);
        if (wanted === null) expect(byCoincidence).toBeNull();
        else expect(byCoincidence).toBeCloseTo(wanted, 9);
      }),
    );
  });

  it("adds up over documents", () => {
    fc.assert(
      fc.property(numbers, numbers, (some, others) => {
        const sum = sumTallies([tallyCoincidences(some), tallyCoincidences(others)], {
          coincidences: {},
          alone: 0,
        });
        const [one, other] = [sum, tallyCoincidences([...some, ...others])].map(
          (tally) => alphaOf(tally, { level: "nominal" }).value,
        );
        if (typeof one !== "number") expect(other).toBeNull();
        else expect(other).toBeCloseTo(one, 9);
      }),
    );
  });

  it("refuses what has no place on the scale", () => {
    const tally = tallyCoincidences([item("1", "x"), item("2", "2")]);
    expect(() => alphaOf(tally, { level: "interval" })).toThrow("x is no number");
    expect(() => alphaOf(tally, { level: "ordinal", order: ["1", "2"] })).toThrow("x has no rank");
    const negative = tallyCoincidences([item("1", "-2")]);
    expect(() => alphaOf(negative, { level: "ratio" })).toThrow("-2");
  });
});

describe("positions", () => {
  const anyUnits = fc.array(
    fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }), fc.constantFrom("claim", "actor"))
      .map(([start, length, label]) => unit(start, start + length, label)),
    { maxLength: 6 },
  );

  it("weigh runs of characters as if each were looked at by itself", () => {
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        const items = positionItems(ofTwo(a, b, 40), ["claim"]);
        const seen = Array.from({ length: 40 }, (_, place) =>
          [a, b].map((units) =>
            units.some(({ start, end, label }) => label === "claim" && start <= place && place < end),
          ),
        );
        for (const [inA, inB] of [
          [true, true],
          [true, false],
          [false, true],
          [false, false],
        ]) {
          const weight = items
            .filter(
              ({ categories }) =>
                (categories.get("a") !== "") === inA && (categories.get("b") !== "") === inB,
            )
            .reduce((sum, one) => sum + one.weight, 0);
          expect(weight).toBe(seen.filter(([one, other]) => one === inA && other === inB).length);
        }
      }),
    );
  });

  it("are undefined where nobody marked anything: all outside is no agreement", () => {
    for (const coefficient of COEFFICIENTS) {
      const measure = positionMeasure(coefficient as typeof gwetAc1, ["claim"]);
      expect(at(measure.figures(measure.tally(ofTwo([], []))), 0).coefficient).toEqual({
        value: null,
        reason: "no_units",
      });
    }
  });

  it("have several labels only where labels do not overlap", () => {
    const measure = multiclassPositionMeasure(krippendorffAlpha(), ["claim", "actor"]);
    const fine = measure.tally(ofTwo([unit(0, 5), unit(5, 9, "actor")], [unit(0, 5)], 20));
    expect(valueOf(measure.figures(fine), "alpha")).toBeGreaterThan(0);
    const nested = measure.tally(ofTwo([unit(0, 9), unit(5, 9, "actor")], [unit(0, 5)], 20));
    expect(at(measure.figures(nested), 0).coefficient.reason).toBe("overlaps_present");
  });
});

describe("values of documents", () => {
  it("are coded by who said something", () => {
    const measure = documentValueMeasure(krippendorffAlpha(), "tone");
    const said = (...tones: readonly (string | null)[]) => ({
      ...measured({ annotators: {} }),
      sets: new Map(
        tones.map((tone, index) => [`n${index}`, { units: [], values: tone === null ? {} : { tone } }]),
      ),
    });
    const tallies = [said("calm", "calm", null), said("loud", null, "loud"), said("calm", null, null)];
    const total = sumTallies(
      tallies.map((document) => measure.tally(document)),
      measure.nothing,
    );
    expect(valueOf(measure.figures(total), "alpha")).toBe(1);
    expect(total.alone).toBe(1);
  });
});
