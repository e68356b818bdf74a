import { describe, expect, it } from "vitest";
import { measured, ofTwo, unit } from "@/lib/testing/measured-documents";
import { presetSchema } from "../schema/preset";
import type { MeasuredDocument } from "./document";
import {
  attributeEntry,
  EMPTY_PANEL,
  panelFigureKey,
  panelFigures,
  panelOf,
  tallyPanel,
  unitizingEntry,
  type PanelTally,
} from "./panel";
import { sumTallies } from "./tally";

const panel = panelOf(presetSchema("claim-actor-stance"));
const totalOf = (documents: readonly MeasuredDocument[]) =>
  sumTallies(
    documents.map((document) => tallyPanel(panel, document)),
    EMPTY_PANEL,
  );
const valueIn = (total: PanelTally, entry: string, name: string, label: string | null) =>
  panelFigures(panel, total).find(
    (figure) =>
      figure.entry === entry && figure.name === name && figure.label === label && figure.annotators === null,
  )?.coefficient;

describe("the panel", () => {
  it("counts the annotator who marked nothing: 20 articles against 5 and 15 empty ones make 0.40", () => {
    const span = [unit(3, 9)];
    const total = totalOf(Array.from({ length: 20 }, (_, index) => ofTwo(span, index < 5 ? span : [])));
    expect(valueIn(total, "span-f1-exact", "f1", null)?.value).toBeCloseTo(0.4, 12);
    expect(valueIn(total, "span-f1-overlap", "f1", "claim")?.value).toBeCloseTo(0.4, 12);
    expect(total.counts).toMatchObject({
      documents: 20,
      completed: { a: 20, b: 20 },
      empty: { a: 0, b: 15 },
    });
  });

  it("asks each label for its own uα, whatever lies on it of other labels", () => {
    const both = [unit(0, 10), unit(2, 5, "actor")];
    const total = totalOf([ofTwo(both, both), ofTwo([unit(20, 30)], [unit(20, 30)])]);
    expect(valueIn(total, unitizingEntry("claim"), "u", null)?.value).toBeCloseTo(1, 12);
    expect(valueIn(total, unitizingEntry("actor"), "u", null)?.value).toBeCloseTo(1, 12);
  });

  it("compares the values of each attribute on matched spans", () => {
    const of = (reporting: string) => [{ ...unit(0, 10), attributes: { reporting } }];
    const total = totalOf([ofTwo(of("direct"), of("direct")), ofTwo(of("direct"), of("indirect"))]);
    expect(valueIn(total, attributeEntry("claim", "reporting"), "percent", "claim")?.value).toBe(0.5);
  });

  it("says why there is no number where nothing was completed twice", () => {
    const total = totalOf([measured({ annotators: { a: [unit(0, 5)] } })]);
    expect(valueIn(total, "span-f1-exact", "f1", null)).toEqual({ value: null, reason: "single_annotator" });
    expect(panelFigures(panel, EMPTY_PANEL).every(({ coefficient }) => coefficient.value === null)).toBe(
      true,
    );
  });

  it("keeps tallies that JSON carries unharmed, and names each figure once", () => {
    const total = totalOf([ofTwo([unit(0, 5), unit(8, 12, "actor")], [unit(0, 4)])]);
    expect(JSON.parse(JSON.stringify(total))).toEqual(total);
    const keys = panelFigures(panel, total).map(panelFigureKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
