import { describe, expect, it } from "vitest";
import type { Overtaken } from "@/lib/core/annotation/overtaken";
import { aSet, BEN, bicycleRules, idOf, op, perform } from "@/lib/testing/annotation-builders";
import { overtakenSubjects } from "./overtaken-words";

const [ruiz, ban, link] = [idOf<"annotation">(11), idOf<"annotation">(12), idOf<"relation">(21)];
const { set } = perform(aSet(), [
  op.create(ruiz, "actor", 0, 10),
  op.create(ban, "claim", 21, 28),
  op.link(link, "made_by", ban, ruiz),
]);
const of = (change: Pick<Overtaken, "field" | "mine" | "theirs"> & Partial<Overtaken>): Overtaken => ({
  of: "annotation",
  id: ruiz,
  seq: 4,
  by: BEN,
  at: "2026-11-22T08:00:00.000Z",
  ...change,
});
const told = (...overtaken: readonly Overtaken[]) =>
  overtakenSubjects(overtaken, set, bicycleRules.schema).map(({ what }) => what);
const label = of({ field: "label", mine: "actor", theirs: "claim" });

describe("what others changed, in words", () => {
  it.each([
    ["changed “Mayor Ruiz” from Actor to Claim", label],
    ["changed where “Mayor Ruiz” begins or ends", of({ field: "span", mine: {}, theirs: {} })],
    ["changed your note on “Mayor Ruiz”", of({ field: "note", mine: "a", theirs: "b" })],
    ["removed your note on “Mayor Ruiz”", of({ field: "note", mine: "a", theirs: null })],
    ["deleted “Mayor Ruiz”", of({ field: "live", mine: true, theirs: false })],
    ["brought “Mayor Ruiz” back", of({ field: "live", mine: false, theirs: true })],
    [
      "changed Polarity of “Mayor Ruiz” from favor to none",
      of({ field: "attributes.polarity", mine: "favor", theirs: null }),
    ],
    [
      "deleted the link from “car ban” to “Mayor Ruiz”",
      of({ of: "relation", id: link, field: "live", mine: true, theirs: false }),
    ],
  ])("says: %s", (words, overtaken) => {
    expect(told(overtaken)).toEqual([words]);
  });

  it("says of one annotation only once what happened, with how much more there is", () => {
    const note = of({ field: "note", mine: "a", theirs: "b", seq: 3 });
    expect(told(note, label)).toEqual([
      "changed “Mayor Ruiz” from Actor to Claim and one thing more about it",
    ]);
  });

  it("says of what is gone that it is gone, whatever else was changed", () => {
    const gone = of({ field: "live", mine: true, theirs: false, seq: 3 });
    expect(told(label, gone)).toEqual(["deleted “Mayor Ruiz”"]);
    expect(overtakenSubjects([label, gone], set, bicycleRules.schema)[0]?.choice).toEqual({
      keep: "Leave it deleted",
      reclaim: "Restore it",
    });
  });
});
