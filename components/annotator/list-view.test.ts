import { describe, expect, it } from "vitest";
import { liveAnnotations } from "@/lib/core/annotation/annotation-set";
import { aSet, bicycleRules, idOf, op, perform } from "@/lib/testing/annotation-builders";
import { EVERYTHING, isNarrowed, viewed, type ListView } from "./list-view";

const [claim, ruiz, greens] = [idOf<"annotation">(11), idOf<"annotation">(12), idOf<"annotation">(13)];
const { set } = perform(aSet(), [
  op.create(claim, "claim", 13, 28),
  op.create(ruiz, "actor", 0, 10, { actor_type: "person", canonical: "José Ruiz" }),
  op.create(greens, "actor", 34, 45),
  op.setNote(claim, "in the headline"),
]);
const made = new Map([
  [claim, "2026-11-22T08:00:00.000Z"],
  [ruiz, "2026-11-22T10:00:00.000Z"],
  [greens, "2026-11-22T09:00:00.000Z"],
]);
const ground = {
  annotations: liveAnnotations(set).map((one) => ({ ...one, createdAt: made.get(one.id) ?? "" })),
  incomplete: new Set<string>([claim, greens]),
  unsaved: new Set<string>([greens]),
  labels: bicycleRules.schema.labels.map(({ key }) => key),
};
const shown = (view: Partial<ListView>) => viewed({ ...EVERYTHING, ...view }, ground).map(({ id }) => id);

describe("a list of annotations", () => {
  it("shows all in the order of the text, or by label, or the newest first", () => {
    expect(shown({})).toEqual([ruiz, claim, greens]);
    expect(shown({ sort: "label" })).toEqual([claim, ruiz, greens]);
    expect(shown({ sort: "newest" })).toEqual([ruiz, greens, claim]);
  });

  it("shows what fulfils every condition", () => {
    expect(shown({ label: "actor" })).toEqual([ruiz, greens]);
    expect(shown({ onlyIncomplete: true })).toEqual([claim, greens]);
    expect(shown({ onlyUnsaved: true })).toEqual([greens]);
    expect(shown({ label: "claim", onlyUnsaved: true })).toEqual([]);
  });

  it("finds words in the quote, the attributes and the note, whatever case or accents", () => {
    expect(shown({ words: "green PARTY" })).toEqual([greens]);
    expect(shown({ words: "jose" })).toEqual([ruiz]);
    expect(shown({ words: "headline" })).toEqual([claim]);
    expect(shown({ words: "  " })).toHaveLength(3);
  });

  it("knows whether it leaves something out", () => {
    expect([isNarrowed(EVERYTHING), isNarrowed({ ...EVERYTHING, words: " a" })]).toEqual([false, true]);
    expect(isNarrowed({ ...EVERYTHING, sort: "newest" })).toBe(false);
  });
});
