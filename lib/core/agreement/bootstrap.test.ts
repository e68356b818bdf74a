import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ofTwo, unit } from "@/lib/testing/measured-documents";
import { at } from "../at";
import { bootstrapSteps, DEFAULT_BOOTSTRAP, figuresOfResamples } from "./bootstrap";
import { figureKey, type Figure } from "./measure";
import { quantile } from "./quantile";
import { runSteps } from "./run-steps";
import { spanF1 } from "./spans/span-f1";
import { sumTallies } from "./tally";

const f1 = spanF1({ labelled: true, borders: "equal" });
const KEY = JSON.stringify(["f1", null, null]);
const documents = Array.from({ length: 12 }, (_, index) =>
  ofTwo([unit(0, 5), unit(9, 12, "actor")], index % 3 === 0 ? [] : [unit(0, 5), unit(9, 13, "actor")]),
);
const tallies = documents.map((document) => f1.tally(document));
const bootstrap = (of = tallies, settings = { ...DEFAULT_BOOTSTRAP, replicates: 300 }) =>
  runSteps(bootstrapSteps(of, f1.nothing, (total) => f1.figures(total), settings));

describe("the bootstrap", () => {
  it("gives every figure an interval that holds it", () => {
    const intervals = bootstrap();
    for (const figure of f1.figures(sumTallies(tallies, f1.nothing))) {
      const { value } = figure.coefficient;
      const range = intervals.get(figureKey(figure))?.range;
      if (value === null) continue;
      expect(range?.low).toBeLessThanOrEqual(value);
      expect(range?.high).toBeGreaterThanOrEqual(value);
    }
  });

  it("draws the same for the same seed, and other documents for another", () => {
    expect(bootstrap()).toEqual(bootstrap());
    const other = bootstrap(tallies, { ...DEFAULT_BOOTSTRAP, replicates: 300, seed: 2 });
    expect(other).not.toEqual(bootstrap());
  });

  it("leaves out what is undefined, and counts it", () => {
    const sparse = [ofTwo([unit(0, 5)], [unit(0, 5)]), ofTwo([], [])].map((document) => f1.tally(document));
    const interval = bootstrap(sparse).get(KEY);
    expect(interval?.range).toEqual({ low: 1, high: 1 });
    expect(interval?.dropped).toBeGreaterThan(40);
    expect(interval?.dropped).toBeLessThan(110);
  });

  it("gives no interval for one document", () => {
    expect(bootstrap(tallies.slice(0, 1)).size).toBe(0);
  });

  it("sums what a resample names as adding it up does", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(11), { minLength: 1, maxLength: 20 }), (resample) => {
        const figuresOf = (total: Parameters<typeof f1.figures>[0]): readonly Figure[] => f1.figures(total);
        const [figures] = figuresOfResamples(tallies, f1.nothing, figuresOf, [resample]);
        const summed = sumTallies(
          resample.map((document) => at(tallies, document)),
          f1.nothing,
        );
        const values = (list: readonly Figure[] = []) =>
          new Map(list.map((figure) => [figureKey(figure), figure.coefficient.value]));
        for (const [key, value] of values(figuresOf(summed))) expect(values(figures).get(key)).toBe(value);
      }),
    );
  });

  it("pauses after each replicate", () => {
    const steps = bootstrapSteps(tallies, f1.nothing, (total) => f1.figures(total));
    expect(steps.next().done).toBe(false);
  });
});

describe("quantile", () => {
  it("interpolates as R's type 7 does", () => {
    expect(quantile([4, 1, 3, 2], 0)).toBe(1);
    expect(quantile([4, 1, 3, 2], 0.25)).toBe(1.75);
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
    expect(quantile([4, 1, 3, 2], 1)).toBe(4);
    expect(() => quantile([], 0.5)).toThrow(RangeError);
  });
});
