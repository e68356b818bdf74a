import { describe, expect, it } from "vitest";
import { measured, ofTwo, unit } from "@/lib/testing/measured-documents";
import type { CompletedSet } from "./document";
import { DEFAULT_QUESTION, MEASURES, type MeasureKey } from "./measures";
import { runSteps } from "./run-steps";
import { sumTallies } from "./tally";

const QUESTION = {
  ...DEFAULT_QUESTION,
  labels: ["claim"],
  attribute: { label: "claim", key: "claim_type", multiple: false, level: { level: "nominal" } },
  documentValue: { key: "tone", level: { level: "nominal" } },
  gamma: { ...DEFAULT_QUESTION.gamma, precision: 1 },
} as const;

/** A claim of this kind with its actor, in an article of this tone. */
function setOf(start: number, kind: string, tone: string): CompletedSet {
  const claim = { ...unit(start, start + 5), id: "claim", attributes: { claim_type: kind } };
  const relations = [{ type: "made_by", from: "claim", to: "actor" }];
  return { units: [claim, { ...unit(40, 45, "actor"), id: "actor" }], relations, values: { tone } };
}
const ofTwoAlike = (set: CompletedSet) => ({
  ...ofTwo([], []),
  sets: new Map([
    ["a", set],
    ["b", set],
  ]),
});
const agreed = [ofTwoAlike(setOf(0, "demand", "calm")), ofTwoAlike(setOf(9, "factual", "loud"))];
const keys = Object.keys(MEASURES) as MeasureKey[];

function firstOf(key: MeasureKey, documents: readonly ReturnType<typeof ofTwo>[]) {
  const measure = MEASURES[key].of(QUESTION);
  if (measure === null) throw new RangeError(`${key} is not asked`);
  const tallies = documents.map((document) =>
    "tally" in measure ? measure.tally(document) : runSteps(measure.tallySteps(document)),
  );
  const [figure] = measure.figures(sumTallies(tallies, measure.nothing) as never);
  return figure?.coefficient;
}

describe.each(keys)("the measure %s", (key) => {
  it("says what it takes and who defined it", () => {
    const measure = MEASURES[key].of(QUESTION);
    expect(measure?.source).toMatch(/\d{4}/);
    expect(measure?.accepts.annotators.min).toBe(2);
  });

  it("is 1 where two agree on everything", () => {
    expect(firstOf(key, agreed)).toEqual({ value: 1, reason: null });
  });

  it("is undefined, with a reason, without units, and with one annotator", () => {
    for (const documents of [[ofTwo([], [])], [measured({ annotators: { a: [unit(0, 5)] } })], []]) {
      const coefficient = firstOf(key, documents);
      expect(coefficient?.value).toBeNull();
      expect(coefficient?.reason).toMatch(/no_units|single_annotator/);
    }
  });

  it("keeps its tally through JSON", () => {
    const measure = MEASURES[key].of(QUESTION);
    if (measure === null || !("tally" in measure)) return;
    const tally = measure.tally(ofTwo([unit(0, 5)], [unit(0, 6)]));
    expect(JSON.parse(JSON.stringify(tally))).toEqual(tally);
  });
});

it("asks nothing of attributes or documents where the question names none", () => {
  expect(MEASURES.attribute.of(DEFAULT_QUESTION)).toBeNull();
  expect(MEASURES["document-alpha"].of(DEFAULT_QUESTION)).toBeNull();
});
