import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryEdits, boundarySimilarity } from "./boundary-similarity";

const segmentation = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }), { maxLength: 6 })
  .map((places) => [0, ...places.sort((a, b) => a - b), 10])
  .map((places) => places.slice(1).map((place, index) => place - (places[index] ?? 0)));

/** The most transpositions, by trying out all sets of neighbours that belong to one side each. */
function mostTranspositions(a: readonly number[], b: readonly number[]): number {
  const boundaries = (lengths: readonly number[]) => {
    let place = 0;
    return lengths.slice(0, -1).map((length) => (place += length));
  };
  const [ofA, ofB] = [boundaries(a), boundaries(b)];
  const onlyA = ofA.filter((place) => !ofB.includes(place));
  const onlyB = ofB.filter((place) => !ofA.includes(place));
  const search = ([first, ...rest]: readonly number[], free: readonly number[]): number => {
    if (first === undefined) return 0;
    const near = free.filter((place) => Math.abs(place - first) === 1);
    return Math.max(
      search(rest, free),
      ...near.map(
        (place) =>
          1 +
          search(
            rest,
            free.filter((other) => other !== place),
          ),
      ),
    );
  };
  return search(onlyA, onlyB);
}

describe("boundary similarity", () => {
  it("moves as many boundaries as can be moved, and adds the rest", () => {
    fc.assert(
      fc.property(segmentation, segmentation, (a, b) => {
        const { transpositions, additions, matches } = boundaryEdits(a, b);
        expect(transpositions).toBe(mostTranspositions(a, b));
        expect(2 * matches + 2 * transpositions + additions).toBe(a.length + b.length - 2);
      }),
    );
  });

  it("is 1 for one segmentation, the same from either side, and undefined without boundaries", () => {
    fc.assert(
      fc.property(segmentation, segmentation, (a, b) => {
        expect(boundarySimilarity(a, b)).toEqual(boundarySimilarity(b, a));
        expect(boundarySimilarity(a, a).value).toBe(a.length === 1 ? null : 1);
      }),
    );
  });

  it("refuses segmentations of two texts", () => {
    expect(() => boundarySimilarity([2, 3], [2, 4])).toThrow(RangeError);
  });
});
