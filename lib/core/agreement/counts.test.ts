import { describe, expect, it } from "vitest";
import { measured, ofTwo, unit } from "@/lib/testing/measured-documents";
import { countDocument, NOTHING_COUNTED } from "./counts";
import { inTokens } from "./in-tokens";
import { sumTallies } from "./tally";

describe("counts", () => {
  it("tell completed with nothing from not annotated", () => {
    const documents = [
      ofTwo([unit(0, 5), unit(9, 12, "actor")], []),
      measured({ annotators: { a: [unit(0, 5)] } }),
      measured({ annotators: { a: [], b: [unit(1, 2)], c: [] } }),
    ];
    const total = sumTallies(
      documents.map((document) => countDocument(document, null)),
      NOTHING_COUNTED,
    );
    expect(total).toEqual({
      documents: 2,
      completed: { a: 2, b: 2, c: 1 },
      empty: { a: 1, b: 1, c: 1 },
      units: { a: { claim: 1, actor: 1 }, b: { claim: 1 }, c: {} },
      shared: { a: { b: 2, c: 1 }, b: { c: 1 } },
    });
  });
});

describe("a document in tokens", () => {
  const tokens = [
    { start: 0, end: 3 },
    { start: 4, end: 9 },
    { start: 10, end: 12 },
  ];
  const placed = (start: number, end: number) =>
    inTokens(ofTwo([unit(start, end)], [], 12), tokens)
      .sets.get("a")
      ?.units.map((one) => [one.start, one.end]);

  it("has a unit on every token with which it shares a character", () => {
    expect(placed(0, 3)).toEqual([[0, 1]]);
    expect(placed(2, 5)).toEqual([[0, 2]]);
    expect(placed(0, 12)).toEqual([[0, 3]]);
    expect(placed(3, 10)).toEqual([[1, 2]]);
    expect(inTokens(ofTwo([], [], 12), tokens).length).toBe(3);
  });

  it("has nothing of a unit that reaches no token", () => {
    expect(placed(3, 4)).toEqual([]);
  });
});
