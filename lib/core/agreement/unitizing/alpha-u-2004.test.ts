import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measured, ofTwo, unit, valueOf } from "@/lib/testing/measured-documents";
import { sumTallies } from "../tally";
import { alphaU2004, alphaU2004Of } from "./alpha-u-2004";

const continuum = fc
  .array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 6 })), { maxLength: 5 })
  .map((steps) => {
    let place = 0;
    return steps.map(([gap, size]) => {
      const start = place + gap;
      place = start + size;
      return unit(start, place);
    });
  });
const LENGTH = 60;

describe("αU of 2004", () => {
  it("sums the squared differences of every pair of sections, as the definition does", () => {
    fc.assert(
      fc.property(continuum, continuum, continuum, (a, b, c) => {
        const sets = [a, b, c];
        const gapsOf = (units: typeof a) => {
          const edges = [0, ...units.flatMap(({ start, end }) => [start, end]), LENGTH];
          return units
            .map((_, index) => [edges[2 * index] ?? 0, edges[2 * index + 1] ?? 0] as const)
            .concat([[edges.at(-2) ?? 0, LENGTH]])
            .filter(([start, end]) => start < end);
        };
        let sum = 0;
        for (const [i, one] of sets.entries())
          for (const [j, other] of sets.entries()) {
            if (i === j) continue;
            for (const g of one) {
              for (const h of other)
                if (g.start < h.end && h.start < g.end)
                  sum += (g.start - h.start) ** 2 + (g.end - h.end) ** 2;
              for (const [start, end] of gapsOf(other))
                if (start <= g.start && g.end <= end) sum += 2 * (g.end - g.start) ** 2;
            }
          }
        const { observed, labels } = alphaU2004Of(
          measured({ length: LENGTH, annotators: { a, b, c } }),
          null,
        );
        if (labels.length > 0) expect(observed).toBeCloseTo(sum / (3 * 2 * LENGTH ** 2), 12);
      }),
    );
  });

  it("is the mean over documents, of those that have a value", () => {
    const measure = alphaU2004();
    const documents = [
      ofTwo([unit(0, 5)], [unit(0, 5)], 20),
      ofTwo([unit(0, 5)], [unit(10, 15)], 20),
      ofTwo([], [], 20),
    ];
    const values = documents.flatMap((document) => alphaU2004Of(document, null).alpha.value ?? []);
    const total = sumTallies(
      documents.map((document) => measure.tally(document)),
      measure.nothing,
    );
    expect(values).toHaveLength(2);
    expect(valueOf(measure.figures(total), "alphaU")).toBeCloseTo(
      ((values[0] ?? 0) + (values[1] ?? 0)) / 2,
      12,
    );
  });
});
