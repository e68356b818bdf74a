import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePoint } from "../text/offsets";
import { layOutLanes } from "./lanes";
import { overlaps, span } from "./span";

interface Item {
  readonly name: string;
  readonly start: ReturnType<typeof codePoint>;
  readonly end: ReturnType<typeof codePoint>;
}
const item = (name: string, start: number, end: number): Item => ({
  name,
  ...span(codePoint(start), codePoint(end)),
});
const lanesOf = (...items: readonly Item[]): Readonly<Record<string, number>> =>
  Object.fromEntries(layOutLanes(items).map((placed) => [placed.item.name, placed.lane]));

describe("layOutLanes", () => {
  it("puts the outer span nearest the text, what is nested or crosses below it", () => {
    expect(lanesOf(item("actor", 8, 14), item("claim", 0, 10), item("stance", 2, 6))).toEqual({
      claim: 0,
      stance: 1,
      actor: 1,
    });
  });

  it("gives a lane back when its span ends", () => {
    expect(lanesOf(item("a", 0, 5), item("b", 5, 9), item("c", 2, 6))).toEqual({ a: 0, c: 1, b: 0 });
  });

  it("keeps apart what touches and is drawn alike", () => {
    const lanes = layOutLanes([item("a", 0, 5), item("b", 5, 9), item("c", 9, 12)], () => true);
    expect(lanes.map(({ lane }) => lane)).toEqual([0, 1, 0]);
  });

  it("counts what finds no lane at the span it lies upon", () => {
    const nested = Array.from({ length: 7 }, (_, depth) => item(String(depth), depth, 20 - depth));
    const placed = layOutLanes(nested);
    expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 2, 3, 3, 3, 3]);
    expect(placed.map(({ deeper }) => deeper)).toEqual([0, 0, 0, 3, 0, 0, 0]);
  });

  it("never lets two items that have a lane of their own share a character in it, and counts every other", () => {
    const anyItem = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => item(`${start}+${length}`, start, start + length));
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 30 }), fc.boolean(), (items, isAlike) => {
        const placed = layOutLanes(items, () => isAlike);
        const alone = placed.filter(({ isAlone }) => isAlone);
        for (const [index, a] of alone.entries()) {
          const clash = alone.slice(index + 1).find((b) => a.lane === b.lane && overlaps(a.item, b.item));
          expect(clash).toBeUndefined();
        }
        expect(placed).toHaveLength(items.length);
        expect(placed.reduce((sum, { deeper }) => sum + deeper, 0)).toBe(placed.length - alone.length);
      }),
      { numRuns: 1000 },
    );
  });
});
