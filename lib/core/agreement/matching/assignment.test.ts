import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { at } from "../../at";
import { assign } from "./assignment";

/** All ways to give each row a column of its own. */
function cheapest(costs: readonly (readonly number[])[], row = 0, taken = new Set<number>()): number {
  if (row === costs.length) return 0;
  return Math.min(
    ...at(costs, row).map((cost, column) =>
      taken.has(column) ? Infinity : cost + cheapest(costs, row + 1, new Set([...taken, column])),
    ),
  );
}

const anyCosts = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 }))
  .chain(([rows, more]) =>
    fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: rows + more, maxLength: rows + more }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

describe("assign", () => {
  it("finds what trying out every assignment finds", () => {
    fc.assert(
      fc.property(anyCosts, (costs) => {
        const columns = assign(costs);
        expect(new Set(columns).size).toBe(costs.length);
        expect(columns.reduce((sum, column, row) => sum + at(at(costs, row), column), 0)).toBe(
          cheapest(costs),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("has nothing to assign without rows, and refuses more rows than columns", () => {
    expect(assign([])).toEqual([]);
    expect(() => assign([[1], [2]])).toThrow(RangeError);
  });
});
