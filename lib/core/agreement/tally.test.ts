import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { keysOf, sumTallies, type Tally } from "./tally";
import { own } from "../own";

const anyKey = fc.constantFrom("claim", "__proto__", "constructor", "7");
const anyNode = fc.letrec<{ readonly tally: Tally; readonly tree: Readonly<Record<string, Tally>> }>(
  (tie) => ({
    tally: fc.oneof({ maxDepth: 3 }, fc.nat(9), tie("tree")),
    tree: fc.dictionary(anyKey, tie("tally")),
  }),
).tally;
const anyTally = fc.dictionary(fc.constantFrom("a", "b", "__proto__"), fc.dictionary(anyKey, fc.nat(9)));

describe("sums of tallies", () => {
  it("do not depend on order or grouping", () => {
    fc.assert(
      fc.property(anyTally, anyTally, anyTally, (x, y, z) => {
        const left = sumTallies([sumTallies([x, y], {}), z], {});
        expect(sumTallies([z, sumTallies([y, x], {})], {})).toEqual(left);
      }),
    );
  });

  it("leave one tally as it is, also after JSON", () => {
    fc.assert(
      fc.property(anyNode, (tally) => {
        const nothing: Tally = typeof tally === "number" ? 0 : {};
        expect(sumTallies([JSON.parse(JSON.stringify(tally)) as Tally], nothing)).toEqual(tally);
      }),
    );
  });

  it("have the shape of nothing where there is nothing", () => {
    expect(sumTallies([], { pairs: {}, marked: 0 })).toEqual({ pairs: {}, marked: 0 });
  });

  it("keep a word of a user apart from what every object has", () => {
    const sum = sumTallies([JSON.parse('{"__proto__": 1}') as Record<string, number>], {});
    expect(own(sum, "__proto__")).toBe(1);
    expect(own(sum, "constructor")).toBeUndefined();
    expect(keysOf(sum)).toEqual(["__proto__"]);
  });
});
