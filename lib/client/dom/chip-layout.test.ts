import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutChips, type ChipWish } from "./chip-layout";

const wish = (left: number, width = 20, top = 0): ChipWish => ({
  left,
  right: left + 8,
  top,
  width,
  isRightToLeft: false,
});

describe("layOutChips", () => {
  it("stands a chip above the start of its span", () => {
    expect(layOutChips([wish(30)], 200)).toEqual([{ x: 30, top: 0 }]);
  });

  it("puts chips that start together side by side, in the order given", () => {
    expect(layOutChips([wish(30), wish(30)], 200)).toEqual([
      { x: 30, top: 0 },
      { x: 52, top: 0 },
    ]);
  });

  it("leaves out a chip that would stand too far from its span", () => {
    expect(layOutChips([wish(0, 60), wish(10, 60)], 200)).toEqual([{ x: 0, top: 0 }, null]);
  });

  it("ends at the first character of a span that is read from right to left", () => {
    expect(layOutChips([{ ...wish(100), isRightToLeft: true }], 200)).toEqual([{ x: 88, top: 0 }]);
  });

  it("never lets chips cover one another or leave the row, and gives the first of a line its place", () => {
    const wishes = fc.array(
      fc.record({
        left: fc.nat(400),
        width: fc.integer({ min: 5, max: 80 }),
        line: fc.nat(3),
        isRightToLeft: fc.boolean(),
      }),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(wishes, (made) => {
        const asked = made.map(({ left, width, line, isRightToLeft }) => ({
          ...wish(left, width, line * 30),
          isRightToLeft,
        }));
        const places = layOutChips(asked, 420);
        const boxes = places.flatMap((place, index) =>
          place === null ? [] : [{ ...place, width: asked[index]?.width ?? 0 }],
        );
        for (const [index, a] of boxes.entries()) {
          expect(a.x).toBeGreaterThanOrEqual(0);
          expect(a.x + a.width).toBeLessThanOrEqual(420);
          const covered = boxes
            .slice(index + 1)
            .find((b) => a.top === b.top && a.x < b.x + b.width && b.x < a.x + a.width);
          expect(covered).toBeUndefined();
        }
        expect(boxes.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
