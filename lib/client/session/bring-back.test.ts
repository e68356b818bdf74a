import { describe, expect, it } from "vitest";
import type { Annotation } from "@/lib/core/annotation/annotation";
import { liveAnnotations, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Operation } from "@/lib/core/annotation/operation";
import { ANA, aSet, bicycleRules, idOf, op, perform } from "@/lib/testing/annotation-builders";
import { bringBack, reclaim, revive } from "./bring-back";
import { operationsOf, type Intent } from "./intent";

const { schema } = bicycleRules;
const [ruiz, ban, link] = [idOf<"annotation">(11), idOf<"annotation">(12), idOf<"relation">(21)];
let lastId = 90_000;
const done = (set: AnnotationSet, intents: readonly Intent[]) =>
  perform(set, operationsOf(intents, { newId: () => idOf(lastId++) }));
const after = (...operations: readonly Operation[]) => perform(aSet(), operations).set;
const the = (set: AnnotationSet, id = ruiz): Annotation => {
  const found = set.annotations.get(id);
  if (found === undefined) throw new RangeError(`no annotation ${id}`);
  return found;
};
const content = ({ label, start, end, note, attributes, live }: Annotation) => ({
  label,
  start,
  end,
  note,
  attributes,
  live,
});

describe("bringing an annotation back to how it was", () => {
  const first = after(op.create(ruiz, "stance", 0, 10, { polarity: "favor" }), op.setNote(ruiz, "as it was"));

  it.each([
    ["relabelled", [op.setLabel(ruiz, "actor")]],
    ["relabelled with values of its own", [op.setLabel(ruiz, "actor"), op.setNote(ruiz, "else")]],
    ["moved", [op.setSpan(ruiz, 6, 10)]],
    ["given another value", [op.setAttribute(ruiz, "polarity", "against")]],
    ["deprived of a value", [op.setAttribute(ruiz, "polarity", null)]],
    ["deleted", [op.setNote(ruiz, null), op.remove(ruiz)]],
  ])("works after it was %s", (_how, operations) => {
    const later = perform(first, operations).set;
    const { set, last } = done(later, bringBack(the(later), the(first), schema));
    expect(last).toBe("ok");
    expect(content(the(set))).toEqual(content(the(first)));
  });

  it("clears what it did not have then", () => {
    const plain = after(op.create(ruiz, "stance", 0, 10));
    const later = perform(plain, [op.setAttribute(ruiz, "polarity", "against")]).set;
    const { set } = done(later, bringBack(the(later), the(plain), schema));
    expect(the(set).attributes).toEqual({});
  });

  it("deletes what was deleted then", () => {
    const deleted = perform(first, [op.remove(ruiz)]).set;
    const later = perform(deleted, [op.restore(ruiz)]).set;
    expect(done(later, bringBack(the(later), the(deleted), schema)).set.annotations.get(ruiz)?.live).toBe(
      false,
    );
  });

  it("says nothing where all agrees", () => {
    expect(bringBack(the(first), the(first), schema)).toEqual([]);
  });
});

describe("taking one's own back", () => {
  it("puts the fields that others replaced back, and no others", () => {
    const later = after(
      op.create(ruiz, "actor", 0, 10),
      op.setLabel(ruiz, "claim"),
      op.setNote(ruiz, "theirs"),
    );
    const overtaken = [{ field: "label", mine: "actor", theirs: "claim", seq: 2 }].map((one) => ({
      ...one,
      of: "annotation" as const,
      id: ruiz,
      by: ANA,
      at: "2026-11-22T08:00:00.000Z",
    }));
    const { set } = done(later, reclaim(overtaken, later, schema));
    expect(content(the(set))).toMatchObject({ label: "actor", note: "theirs" });
  });

  it("brings a link back that others removed", () => {
    const later = after(
      op.create(ruiz, "actor", 0, 10),
      op.create(ban, "claim", 19, 26),
      op.link(link, "made_by", ban, ruiz),
      op.unlink(link),
    );
    const overtaken = {
      of: "relation" as const,
      id: link,
      field: "live",
      mine: true,
      theirs: false,
      seq: 4,
      by: ANA,
      at: "2026-11-22T08:00:00.000Z",
    };
    const { set } = done(later, reclaim([overtaken], later, schema));
    expect(set.relations.get(link)?.live).toBe(true);
  });
});

describe("doing what was refused since its annotation is deleted", () => {
  it("brings each annotation back once", () => {
    const set = after(op.create(ruiz, "actor", 0, 10), op.create(ban, "claim", 19, 26), op.remove(ruiz));
    const wanted = [op.setNote(ruiz, "late"), op.link(link, "made_by", ban, ruiz)];
    const revived = done(set, revive(wanted, set));
    expect(liveAnnotations(revived.set).map(({ id }) => id)).toEqual([ruiz, ban]);
    expect(revived.outcomes).toHaveLength(1);
    expect(perform(revived.set, wanted).last).toBe("ok");
  });

  it("asks nothing for what is there", () => {
    const set = after(op.create(ruiz, "actor", 0, 10));
    expect(revive([op.setSpan(ruiz, 0, 5), op.create(ban, "claim", 0, 3)], set)).toEqual([]);
  });
});
