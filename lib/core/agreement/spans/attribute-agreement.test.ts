import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ofTwo, unit, valueOf } from "@/lib/testing/measured-documents";
import type { AttributeValue } from "../../schema/schema";
import type { Unit } from "../document";
import { sumTallies } from "../tally";
import { attributeAgreement } from "./attribute-agreement";

const polarity = attributeAgreement(
  { label: "stance", key: "polarity", multiple: false, level: { level: "nominal" } },
  { labelled: true, borders: "overlap", iou: 0.5 },
);
const stance = (start: number, end: number, value: AttributeValue | null): Unit => ({
  ...unit(start, end, "stance"),
  attributes: value === null ? {} : { polarity: value },
});
const figuresOf = (a: readonly Unit[], b: readonly Unit[], of = polarity) =>
  of.figures(of.tally(ofTwo(a, b)));
const stances = { label: "stance" };

describe("agreement on attributes", () => {
  it("takes an empty value for a value, and an absent span for nothing", () => {
    const figures = figuresOf(
      [stance(0, 5, "favor"), stance(10, 15, null), stance(20, 25, "against")],
      [stance(0, 5, "favor"), stance(10, 15, "against")],
    );
    expect(valueOf(figures, "percent", stances)).toBe(0.5);
    expect(valueOf(figures, "matched", stances)).toBeCloseTo(4 / 5, 12);
  });

  it("is undefined where no spans are matched, and where values do not vary", () => {
    const apart = figuresOf([stance(0, 5, "favor")], [stance(50, 55, "favor")]);
    expect(apart.find(({ name }) => name === "alpha")?.coefficient.reason).toBe("no_units");
    const alike = figuresOf([stance(0, 5, "favor")], [stance(0, 5, "favor")]);
    expect(alike.find(({ name }) => name === "kappa")?.coefficient.reason).toBe("no_variation");
    expect(valueOf(alike, "percent", stances)).toBe(1);
  });

  it("does not let the order in which duplicates are stored speak", () => {
    const twice = [stance(0, 5, "favor"), stance(0, 5, "against")];
    expect(valueOf(figuresOf(twice, twice.toReversed()), "percent", stances)).toBe(1);
  });

  it("sees each value of a multiple attribute by itself", () => {
    const concepts = attributeAgreement(
      { label: "claim", key: "concept", multiple: true, level: { level: "nominal" } },
      { labelled: true, borders: "equal" },
    );
    const claim = (start: number, ...values: readonly string[]): Unit => ({
      ...unit(start, start + 5),
      attributes: values.length === 0 ? {} : { concept: values },
    });
    const documents = [
      ofTwo([claim(0, "war", "oil"), claim(10)], [claim(0, "war"), claim(10)]),
      ofTwo([claim(0, "oil")], [claim(0, "oil")]),
    ];
    const total = sumTallies(
      documents.map((document) => concepts.tally(document)),
      concepts.nothing,
    );
    // Of three matched claims, "war" agrees on all, "oil" on two: the mean of 1 and 2/3.
    expect(valueOf(concepts.figures(total), "percent", { label: "claim" })).toBeCloseTo(5 / 6, 12);
  });

  it("puts numbers on their scale, and what is empty beside it", () => {
    const intensity = attributeAgreement(
      { label: "stance", key: "intensity", multiple: false, level: { level: "interval" } },
      { labelled: true, borders: "equal" },
    );
    const strong = (start: number, value: number | null): Unit => ({
      ...unit(start, start + 5, "stance"),
      attributes: value === null ? {} : { intensity: value },
    });
    const near = figuresOf(
      [strong(0, 1), strong(10, 5), strong(20, 2)],
      [strong(0, 2), strong(10, 5), strong(20, null)],
      intensity,
    );
    const far = figuresOf([strong(0, 1), strong(10, 5)], [strong(0, 5), strong(10, 5)], intensity);
    expect(valueOf(near, "alpha", stances)).toBeGreaterThan(valueOf(far, "alpha", stances) ?? Infinity);
  });

  it("is the same from either side", () => {
    const anyStances = fc.array(
      fc
        .tuple(
          fc.nat(20),
          fc.integer({ min: 1, max: 6 }),
          fc.constantFrom("favor", "against", "__proto__", null),
        )
        .map(([start, length, value]) => stance(start, start + length, value)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(anyStances, anyStances, (a, b) => {
        const [there, back] = [figuresOf(a, b), figuresOf(b, a)].map((figures) =>
          ["percent", "matched"].map((name) => valueOf(figures, name, stances)),
        );
        expect(there).toEqual(back);
      }),
    );
  });
});
