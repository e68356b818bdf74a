import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ofTwo, unit, valueOf } from "@/lib/testing/measured-documents";
import { labelConfusion, UNMATCHED } from "./label-confusion";

const measure = labelConfusion({ borders: "overlap", iou: 0.5 });

describe("confusion between labels", () => {
  it("says which label stands for which, and what only one marked", () => {
    const document = ofTwo(
      [unit(0, 10, "claim"), unit(20, 30, "claim"), unit(40, 50, "actor")],
      [unit(0, 9, "claim"), unit(20, 30, "stance"), unit(70, 80, "actor")],
    );
    const tally = measure.tally(document);
    expect(tally.pairs["a"]?.["b"]).toEqual({
      claim: { claim: 1, stance: 1 },
      actor: { [UNMATCHED]: 1 },
      [UNMATCHED]: { actor: 1 },
    });
    expect(valueOf(measure.figures(tally), "percent")).toBe(0.5);
  });

  it("takes nested spans of one place by their labels", () => {
    const both = [unit(0, 10, "claim"), unit(0, 10, "stance")];
    expect(valueOf(measure.figures(measure.tally(ofTwo(both, both.toReversed()))), "kappa")).toBe(1);
  });

  it("holds every span once", () => {
    const anyUnits = fc.array(
      fc
        .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }), fc.constantFrom("claim", "actor", "__proto__"))
        .map(([start, length, label]) => unit(start, start + length, label)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(anyUnits, anyUnits, (a, b) => {
        const cells = Object.entries(measure.tally(ofTwo(a, b)).pairs["a"]?.["b"] ?? {}).flatMap(
          ([row, counts]) => Object.entries(counts).map(([column, count]) => ({ row, column, count })),
        );
        const sum = (of: typeof cells) => of.reduce((total, { count }) => total + count, 0);
        expect(sum(cells.filter(({ row }) => row !== UNMATCHED))).toBe(a.length);
        expect(sum(cells.filter(({ column }) => column !== UNMATCHED))).toBe(b.length);
      }),
    );
  });

  it("is undefined where no spans are matched", () => {
    const [figure] = measure.figures(measure.tally(ofTwo([unit(0, 5)], [])));
    expect(figure?.coefficient.reason).toBe("no_units");
  });
});
