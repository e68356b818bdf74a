import { describe, expect, it } from "vitest";
import { valueOf } from "@/lib/testing/measured-documents";
import type { CompletedSet, MeasuredDocument } from "../document";
import { relationF1 } from "./relation-f1";

const measure = relationF1({ labelled: true, borders: "overlap", iou: 0.5 });
const of = (a: CompletedSet, b: CompletedSet): MeasuredDocument => ({
  id: "document",
  length: 200,
  sets: new Map([
    ["a", a],
    ["b", b],
  ]),
});
const figuresOf = (a: CompletedSet, b: CompletedSet) => measure.figures(measure.tally(of(a, b)));

const claim = { id: "c", start: 0, end: 20, label: "claim" };
const actor = { id: "x", start: 30, end: 40, label: "actor" };
const other = { id: "y", start: 50, end: 60, label: "actor" };
const madeBy = { type: "made_by", from: "c", to: "x" };

describe("relation F1", () => {
  it("counts a relation of the same type between spans that are matched", () => {
    const a = { units: [claim, actor, other], relations: [madeBy, { type: "affects", from: "c", to: "y" }] };
    const b = { units: [claim, actor, other], relations: [madeBy, { type: "affects", from: "c", to: "x" }] };
    const figures = figuresOf(a, b);
    expect(valueOf(figures, "f1")).toBe(0.5);
    expect(valueOf(figures, "f1", { label: "made_by" })).toBe(1);
    expect(valueOf(figures, "f1", { label: "affects" })).toBe(0);
  });

  it("tells errors of marking from errors of linking", () => {
    const a = { units: [claim, actor], relations: [madeBy] };
    const b = { units: [claim, other], relations: [{ type: "made_by", from: "c", to: "y" }] };
    const figures = figuresOf(a, b);
    expect(valueOf(figures, "f1")).toBe(0);
    expect(figures.find(({ name }) => name === "given")?.coefficient.reason).toBe("no_units");
  });

  it("looks at the direction", () => {
    const turned = { units: [claim, actor], relations: [{ type: "made_by", from: "x", to: "c" }] };
    expect(valueOf(figuresOf({ units: [claim, actor], relations: [madeBy] }, turned), "f1")).toBe(0);
  });

  it("finds the right one of duplicates by what it is related to", () => {
    const twin = { ...claim, id: "d" };
    const a = { units: [claim, twin, actor], relations: [madeBy] };
    const b = { units: [twin, claim, actor], relations: [madeBy] };
    expect(valueOf(figuresOf(a, b), "f1")).toBe(1);
  });

  it("is undefined without relations, and refuses one whose end is no unit", () => {
    expect(figuresOf({ units: [claim] }, { units: [claim] })[0]?.coefficient.reason).toBe("no_units");
    expect(() => measure.tally(of({ units: [claim], relations: [madeBy] }, { units: [] }))).toThrow("x");
  });
});
