import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ANA,
  aSet,
  BEN,
  BICYCLE,
  bicycleRules,
  idOf,
  op,
  perform,
  stampOf,
} from "@/lib/testing/annotation-builders";
import type { AnnotationId, OperationId, RelationId } from "../ids";
import { liveAnnotations, liveRelations, type AnnotationSet } from "./annotation-set";
import { applyAll, replay, type Outcome } from "./apply";
import type { Operation } from "./operation";

const [ruiz, ban, greens] = [idOf<"annotation">(11), idOf<"annotation">(12), idOf<"annotation">(13)];
const madeBy = idOf<"relation">(21);
const marked = [
  op.create(ruiz, "actor", 0, 10),
  op.create(ban, "claim", 13, 28),
  op.create(greens, "actor", 34, 45),
];
const statement = [...marked, op.link(madeBy, "made_by", ban, ruiz)];

describe("making annotations", () => {
  it("counts offsets in code points, also behind an emoji", () => {
    const { set } = perform(aSet(), marked);
    expect(liveAnnotations(set).map((one) => one.quote)).toEqual([
      "Mayor Ruiz",
      "backs a car ban",
      "Green Party",
    ]);
  });

  it("lets spans overlap, nest, and coincide with one label", () => {
    const same = [
      op.create(idOf(31), "claim", 0, 28),
      op.create(idOf(32), "claim", 0, 28),
      op.create(idOf(33), "actor", 5, 20),
    ];
    expect(liveAnnotations(perform(aSet(), same).set)).toHaveLength(3);
  });

  it("begins a new set with the first accepted operation, not with a refused one", () => {
    const refused = perform(aSet(), [op.remove(ruiz)]);
    expect(refused.set).toMatchObject({ state: "new", seq: 1 });
    expect(perform(refused.set, [op.create(ruiz, "actor", 0, 10)]).set).toMatchObject({
      state: "in_progress",
      seq: 2,
    });
  });

  it.each([
    ["out_of_text", op.create(ruiz, "actor", 0, BICYCLE.length)],
    [
      "quote_mismatch",
      {
        ...op.create(ruiz, "actor", 0, 5),
        body: { label: "actor", start: 0, end: 5, quote: "Major" },
      } as Operation,
    ],
    ["unknown_label", op.create(ruiz, "person", 0, 5)],
    ["unknown_attribute", op.create(ruiz, "actor", 0, 5, { polarity: "favor" })],
    ["unknown_attribute", op.create(ruiz, "actor", 0, 5, { constructor: "x" })],
    ["invalid_value", op.create(ruiz, "actor", 0, 5, { actor_type: "alien" })],
    ["not_found", op.setSpan(ruiz, 0, 5)],
    ["not_found", op.undo(idOf(999))],
  ])("refuses with %s and changes nothing but the seq", (reason, operation) => {
    const { set, last } = perform(aSet(), [operation]);
    expect(last).toBe(reason);
    expect(set).toEqual({ ...aSet(), seq: 1 });
  });

  it("refuses an archived label for what is new and keeps it on what has it", () => {
    const { schema, text } = bicycleRules;
    const labels = schema.labels.map((label) =>
      label.key === "actor" ? { ...label, archived: true } : label,
    );
    const rules = { schema: { ...schema, labels }, text };
    const { set } = perform(aSet(), marked);
    expect(perform(set, [op.create(idOf(41), "actor", 0, 5)], { rules }).last).toBe("archived_label");
    expect(perform(set, [op.setSpan(ruiz, 0, 5)], { rules }).last).toBe("ok");
  });
});

describe("changing annotations", () => {
  it.each([
    ["exists", [op.create(ruiz, "actor", 0, 5)]],
    ["deleted", [op.remove(ruiz), op.setNote(ruiz, "late")]],
    ["deleted", [op.remove(ruiz), op.remove(ruiz)]],
    ["not_deleted", [op.restore(ruiz)]],
    ["superseded", [op.setNote(ruiz, "mine"), { ...op.setNote(ruiz, "stale"), ifSeq: 1 }]],
  ] as const)("refuses with %s", (reason, operations) => {
    expect(perform(perform(aSet(), marked).set, operations).last).toBe(reason);
  });

  it("clears by a change of label what the new label does not have, and undo brings it back", () => {
    const { set } = perform(aSet(), [op.create(ruiz, "actor", 0, 10, { actor_type: "person" })]);
    const relabel = op.setLabel(ruiz, "stance");
    const after = perform(set, [relabel]);
    expect(after.set.annotations.get(ruiz)).toMatchObject({ label: "stance", attributes: {} });
    const undone = perform(after.set, [op.undo(relabel.id)]);
    expect(undone.set.annotations.get(ruiz)).toMatchObject({
      label: "actor",
      attributes: { actor_type: "person" },
    });
  });

  it("keeps a label that a relation depends on", () => {
    expect(perform(perform(aSet(), statement).set, [op.setLabel(ruiz, "claim")]).last).toBe("relation_rule");
  });
});

describe("relations", () => {
  it.each([
    ["relation_rule", op.link(idOf(51), "made_by", ruiz, ban)],
    ["relation_rule", op.link(idOf(51), "made_by", ban, ban)],
    ["duplicate_relation", op.link(idOf(51), "made_by", ban, ruiz)],
    ["unknown_relation_type", op.link(idOf(51), "praises", ban, ruiz)],
    ["not_found", op.link(idOf(51), "made_by", ban, idOf(77))],
  ])("refuses with %s", (reason, operation) => {
    expect(perform(perform(aSet(), statement).set, [operation]).last).toBe(reason);
  });

  it("hides with its end and comes back with it", () => {
    const { set } = perform(aSet(), statement);
    const without = perform(set, [op.remove(ruiz)]).set;
    expect(liveRelations(without)).toEqual([]);
    expect(liveRelations(perform(without, [op.restore(ruiz)]).set).map((one) => one.id)).toEqual([madeBy]);
  });

  it("is not restored while an end is deleted, nor beside its like", () => {
    const apart = perform(perform(aSet(), statement).set, [op.unlink(madeBy)]).set;
    expect(perform(apart, [op.remove(ruiz), op.relink(madeBy)]).last).toBe("deleted");
    expect(perform(apart, [op.link(idOf(51), "made_by", ban, ruiz), op.relink(madeBy)]).last).toBe(
      "duplicate_relation",
    );
  });
});

describe("the life of a set", () => {
  const complete = [
    op.create(ruiz, "actor", 0, 10, { actor_type: "person" }),
    op.create(ban, "claim", 13, 28, { claim_type: "demand", reporting: "indirect" }),
    op.link(madeBy, "made_by", ban, ruiz),
  ];

  it("is submitted when nothing is missing, also when nothing was marked", () => {
    expect(perform(aSet(), [...complete, op.transition("set.submit")]).set.state).toBe("submitted");
    expect(perform(aSet(), [op.transition("set.submit")]).set.state).toBe("submitted");
  });

  it("is not submitted without a required attribute or relation", () => {
    expect(perform(aSet(), [...marked, op.transition("set.submit")]).last).toBe("incomplete");
    expect(perform(aSet(), [...complete, op.unlink(madeBy), op.transition("set.submit")]).last).toBe(
      "incomplete",
    );
  });

  it("asks no actor of what the article itself claims", () => {
    const own = [
      op.create(ban, "claim", 13, 28, { claim_type: "demand", reporting: "authorial" }),
      op.transition("set.submit"),
    ];
    expect(perform(aSet(), own).set.state).toBe("submitted");
  });

  it("takes no edit once submitted, and takes them again once returned", () => {
    const submitted = perform(aSet(), [...complete, op.transition("set.submit")]).set;
    expect(perform(submitted, [op.setNote(ruiz, "late")]).last).toBe("locked");
    expect(perform(submitted, [op.undo(idOf<"operation">(1) as OperationId)]).last).toBe("locked");
    expect(perform(submitted, [op.transition("set.return"), op.setNote(ruiz, "mended")]).last).toBe("ok");
  });

  it("is accepted only after submission", () => {
    expect(perform(aSet(), [op.transition("set.accept")]).last).toBe("wrong_state");
  });
});

describe("undo", () => {
  it("goes back step by step and forward again", () => {
    const steps = [op.setNote(ruiz, "one"), op.setNote(ruiz, "two")] as const;
    const start = perform(aSet(), [...marked, ...steps]).set;
    const undoTwo = op.undo(steps[1].id);
    const undoOne = op.undo(steps[0].id);
    const noteAfter = (operations: readonly Operation[]) =>
      perform(start, operations).set.annotations.get(ruiz)?.note;
    expect(noteAfter([undoTwo])).toBe("one");
    expect(noteAfter([undoTwo, undoOne])).toBe(null);
    expect(noteAfter([undoTwo, undoOne, op.undo(undoOne.id)])).toBe("one");
    expect(noteAfter([undoTwo, undoOne, op.undo(undoOne.id), op.undo(undoTwo.id)])).toBe("two");
  });

  it.each([
    ["already_undone", (id: OperationId) => [op.undo(id), op.undo(id)], ANA],
    ["not_yours", (id: OperationId) => [op.undo(id)], BEN],
    ["superseded", (id: OperationId) => [op.setNote(ruiz, "later"), op.undo(id)], ANA],
    ["deleted", (id: OperationId) => [op.remove(ruiz), op.undo(id)], ANA],
  ] as const)("is refused with %s", (reason, then, by) => {
    const note = op.setNote(ruiz, "first");
    const { set } = perform(aSet(), [...marked, note]);
    expect(perform(set, then(note.id), { by }).last).toBe(reason);
  });

  it("does not take away an annotation that somebody else has since worked on", () => {
    const create = op.create(ruiz, "actor", 0, 10);
    const { set } = perform(perform(aSet(), [create]).set, [op.setNote(ruiz, "checked")], { by: BEN });
    expect(perform(set, [op.undo(create.id)]).last).toBe("superseded");
  });

  it("does not reach the states of a set", () => {
    const submit = op.transition("set.submit");
    const { set } = perform(aSet(), [submit, op.transition("set.return")]);
    expect(perform(set, [op.undo(submit.id)]).last).toBe("not_undoable");
  });
});

const annotationIds = [ruiz, ban, greens, idOf<"annotation">(14)];
const relationIds = [madeBy, idOf<"relation">(22)];
const anyOperation = (): fc.Arbitrary<(performed: readonly Operation[]) => Operation> => {
  const annotation = fc.constantFrom<AnnotationId>(...annotationIds);
  const relation = fc.constantFrom<RelationId>(...relationIds);
  const label = fc.constantFrom("claim", "actor", "stance", "cue");
  const offset = fc.nat({ max: 56 });
  const always = <T>(arbitrary: fc.Arbitrary<T>, make: (value: T) => Operation) =>
    arbitrary.map((value) => () => make(value));
  return fc.oneof(
    always(fc.tuple(annotation, label, offset, offset), ([id, key, a, b]) =>
      op.create(id, key, Math.min(a, b), Math.max(a, b) + 1),
    ),
    always(fc.tuple(annotation, offset, offset), ([id, a, b]) =>
      op.setSpan(id, Math.min(a, b), Math.max(a, b) + 1),
    ),
    always(fc.tuple(annotation, label), ([id, key]) => op.setLabel(id, key)),
    always(fc.tuple(annotation, fc.constantFrom("demand", "favor", null)), ([id, value]) =>
      op.setAttribute(id, "claim_type", value),
    ),
    always(fc.tuple(annotation, fc.option(fc.string())), ([id, note]) => op.setNote(id, note)),
    always(annotation, op.remove),
    always(annotation, op.restore),
    always(fc.tuple(relation, annotation, annotation), ([id, from, to]) => op.link(id, "made_by", from, to)),
    always(relation, op.unlink),
    always(relation, op.relink),
    fc
      .nat({ max: 30 })
      .map(
        (back) => (performed: readonly Operation[]) =>
          op.undo(performed.at(-1 - (back % (performed.length || 1)))?.id ?? idOf(998)),
      ),
  );
};
const anyHistory = fc
  .array(anyOperation(), { maxLength: 40 })
  .map((makers) =>
    makers.reduce<readonly Operation[]>((performed, make) => [...performed, make(performed)], []),
  );

const shown = (set: AnnotationSet) => ({
  annotations: liveAnnotations(set),
  relations: liveRelations(set),
});
const entries = (outcomes: readonly Outcome[]) =>
  outcomes.map((outcome) => ({
    id: outcome.operation.id,
    seq: outcome.seq,
    actorId: ANA,
    change: outcome.status === "ok" ? outcome.change : null,
    undoes: outcome.operation.kind === "undo" ? outcome.operation.target : null,
  }));

describe("laws", () => {
  it("an undo shows what was there before", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const operations = [...history];
        const last = operations.pop();
        if (last === undefined) return;
        const before = perform(aSet(), operations).set;
        const { set: after, outcomes } = perform(before, [last]);
        if (outcomes[0]?.status !== "ok") return;
        const undone = perform(after, [op.undo(last.id)]);
        expect(undone.last).toBe("ok");
        expect(shown(undone.set)).toEqual(shown(before));
      }),
      { numRuns: 2000 },
    );
  });

  it("a row of undos in reverse order leads back to the beginning, and a row of redos to the end", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { set, outcomes } = perform(
          aSet(),
          history.filter((operation) => operation.kind !== "undo"),
        );
        const accepted = outcomes.filter((outcome) => outcome.status === "ok");
        const undos = accepted.toReversed().map((outcome) => op.undo(outcome.operation.id));
        const back = perform(set, undos);
        expect(back.outcomes.map((outcome) => outcome.status)).not.toContain("rejected");
        const forth = perform(
          back.set,
          undos.toReversed().map((undo) => op.undo(undo.id)),
        );
        expect(shown(forth.set)).toEqual(shown(set));
      }),
      { numRuns: 1000 },
    );
  });

  it("the same log makes the same set, in one piece or in two, and after a journey through JSON", () => {
    fc.assert(
      fc.property(anyHistory, fc.nat({ max: 40 }), (history, cut) => {
        const { set, outcomes } = applyAll(aSet(), history, stampOf(), bicycleRules);
        const log = JSON.parse(JSON.stringify(entries(outcomes))) as ReturnType<typeof entries>;
        expect(replay(replay(aSet(), log.slice(0, cut)), log.slice(cut))).toEqual(asJsonGivesIt(set));
        const halves = applyAll(
          applyAll(aSet(), history.slice(0, cut), stampOf(), bicycleRules).set,
          history.slice(cut),
          stampOf(),
          bicycleRules,
        );
        expect(halves.set).toEqual(set);
      }),
      { numRuns: 1000 },
    );
  });

  it("every annotation quotes its text, and every live relation has live ends of the right labels", () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const { set } = perform(aSet(), history);
        for (const { start, end, quote } of set.annotations.values())
          expect([...BICYCLE].slice(start, end).join("")).toBe(quote);
        for (const { from, to } of liveRelations(set)) {
          expect([set.annotations.get(from)?.label, set.annotations.get(to)?.label]).toEqual([
            "claim",
            "actor",
          ]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("a log with a gap is not replayed", () => {
    const { outcomes } = perform(aSet(), marked);
    expect(() => replay(aSet(), entries(outcomes).slice(1))).toThrow(RangeError);
  });
});

/** JSON has no `undefined`: an absent key stands for it. */
function asJsonGivesIt(set: AnnotationSet): AnnotationSet {
  return {
    ...set,
    applied: new Map(
      [...set.applied].map(([id, applied]) => [id, JSON.parse(JSON.stringify(applied)) as typeof applied]),
    ),
  };
}
