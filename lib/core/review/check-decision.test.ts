import { describe, expect, it } from "vitest";
import { idOf, op, perform } from "@/lib/testing/annotation-builders";
import { decide, markId, newId, refOf, reviewed, setId, type Mark } from "@/lib/testing/review-builders";
import type { AnnotationSet } from "../annotation/annotation-set";
import { at } from "../at";
import { codePoint } from "../text/offsets";
import { alignSets } from "./align-sets";
import { changedSince } from "./changed-since";
import { checkDecision, type DecisionRules } from "./check-decision";
import { standing, type AnnotationVerdict, type Decision } from "./decision";
import { DEFAULT_REASONS } from "./reasons";

const claim: Mark = ["claim", 13, 28, { claim_type: "demand" }];
const actor: Mark = ["actor", 0, 10];
const [ours, theirs] = [reviewed(1, [claim]), reviewed(2, [["claim", 19, 28]])];

function rulesOf(sets: readonly AnnotationSet[], decisions: readonly Decision[] = []): DecisionRules {
  return {
    alignment: alignSets(sets),
    decisions,
    reasons: DEFAULT_REASONS.map(({ key }) => key),
    textLength: codePoint(50),
  };
}
const rules = rulesOf([ours, theirs]);
const cluster = at(rules.alignment.clusters, 0);
const accepted = (): AnnotationVerdict => ({
  kind: "accept",
  from: refOf(cluster),
  gold: newId.annotation(),
});
const check = (verdict: AnnotationVerdict): string | null => checkDecision(decide(cluster, verdict), rules);

describe("a decision", () => {
  it("is taken on all that stands for one thing", () => {
    expect(check(accepted())).toBeNull();
    const half = {
      ...decide(cluster, accepted()),
      seen: [{ ...refOf(cluster), fieldSeq: ours.annotations.get(markId(1, 0))?.fieldSeq ?? {} }],
    };
    expect(checkDecision(half as Decision, rules)).toBe("not_one_cluster");
  });

  it("holds only while everything is as the reviewer saw it", () => {
    const decision = decide(cluster, accepted());
    const { set: edited } = perform(theirs, [op.setSpan(markId(2, 0), 20, 28)]);
    expect(checkDecision(decision, rulesOf([ours, edited]))).toBe("superseded");
    const { set: deleted } = perform(theirs, [op.remove(markId(2, 0))]);
    expect(checkDecision(decision, rulesOf([ours, deleted]))).toBe("superseded");
    expect(checkDecision(decision, rulesOf([ours]))).toBe("not_found");
  });

  it("takes back an earlier one on the same thing, or is one too many", () => {
    const first = decide(cluster, accepted());
    expect(checkDecision(decide(cluster, accepted()), { ...rules, decisions: [first] })).toBe(
      "already_decided",
    );
    const second = decide(cluster, accepted(), first.id);
    expect(checkDecision(second, { ...rules, decisions: [first] })).toBeNull();
    expect(
      checkDecision(decide(cluster, accepted(), first.id), { ...rules, decisions: [first, second] }),
    ).toBe("unknown_decision");
    expect(standing([first, second])).toEqual([second]);
    expect(checkDecision(first, { ...rules, decisions: [first] })).toBe("exists");
  });

  it("accepts what it has seen, and two readings where it accepts both", () => {
    const elsewhere = { setId: setId(9), annotation: markId(9, 0) };
    expect(check({ kind: "accept", from: elsewhere, gold: newId.annotation() })).toBe("not_seen");
    const one = { from: refOf(cluster), gold: newId.annotation() };
    expect(check({ kind: "accept-both", accepted: [one, { ...one, gold: newId.annotation() }] })).toBe(
      "one_reading",
    );
    const other = { from: refOf(cluster, 1), gold: newId.annotation() };
    expect(check({ kind: "accept-both", accepted: [one, other] })).toBeNull();
    expect(check({ kind: "accept-both", accepted: [one, { ...other, gold: one.gold }] })).toBe("exists");
  });

  it("gives a reason of the project's, and stays in the text", () => {
    expect(check({ kind: "reject", reason: "wrong_label" })).toBeNull();
    expect(check({ kind: "reject", reason: "because" })).toBe("unknown_reason");
    const nothing = { kind: "nothing-here", reason: "no_evidence", start: codePoint(13) } as const;
    expect(check({ ...nothing, end: codePoint(28) })).toBeNull();
    expect(check({ ...nothing, end: codePoint(51) })).toBe("out_of_text");
    const as = { start: codePoint(5), end: codePoint(5), label: "claim", attributes: {} };
    expect(check({ kind: "fix", as, from: null, gold: newId.annotation() })).toBe("out_of_text");
  });

  it("keeps off another decision's gold annotation", () => {
    const both = rulesOf([reviewed(1, [actor, claim]), reviewed(2, [actor, claim])]);
    const [first, second] = both.alignment.clusters.map((one) =>
      decide(one, { kind: "accept", from: refOf(one), gold: idOf(71) }),
    );
    if (first === undefined || second === undefined) throw new RangeError("two clusters were marked");
    expect(checkDecision(second, { ...both, decisions: [first] })).toBe("exists");
  });

  it("accepts a relation once both its ends are in the gold set", () => {
    const linked = rulesOf([reviewed(1, [actor, claim], [["made_by", 1, 0]]), reviewed(2, [actor, claim])]);
    const { members } = at(linked.alignment.relations, 0);
    const seen = members.map(({ setId: id, relation }) => ({
      setId: id,
      relation: relation.id,
      fieldSeq: relation.fieldSeq,
    }));
    const decision: Decision = {
      id: newId.decision(),
      of: "relation",
      seen,
      verdict: { kind: "accept", from: at(seen, 0), gold: newId.relation() },
      comment: null,
      supersedes: null,
    };
    expect(checkDecision(decision, linked)).toBe("ends_not_in_gold");
    const ends = linked.alignment.clusters.map((one) =>
      decide(one, { kind: "accept", from: refOf(one), gold: newId.annotation() }),
    );
    expect(checkDecision(decision, { ...linked, decisions: ends })).toBeNull();
    expect(
      checkDecision({ ...decision, verdict: { kind: "reject", reason: "duplicate" } }, linked),
    ).toBeNull();
  });
});

describe("changed since the decision", () => {
  const decision = decide(cluster, accepted());
  const changes = (...sets: readonly AnnotationSet[]) => changedSince(decision, alignSets(sets));

  it("is nothing while the sets stand, whatever else happens in them", () => {
    expect(changes(ours, theirs)).toEqual([]);
    const { set: busy } = perform(theirs, [op.create(markId(2, 7), "actor", 0, 5)]);
    expect(changes(ours, busy)).toEqual([]);
  });

  it("is what was edited, deleted or added", () => {
    const { set: edited } = perform(theirs, [op.setSpan(markId(2, 0), 20, 28)]);
    expect(changes(ours, edited)).toEqual([{ setId: setId(2), id: markId(2, 0), change: "edited" }]);
    const { set: deleted } = perform(theirs, [op.remove(markId(2, 0))]);
    expect(changes(ours, deleted)).toEqual([{ setId: setId(2), id: markId(2, 0), change: "deleted" }]);
    expect(changes(ours, theirs, reviewed(3, [claim]))).toEqual([
      { setId: setId(3), id: markId(3, 0), change: "added" },
    ]);
  });

  it("is not what was done and undone", () => {
    const edit = op.setSpan(markId(2, 0), 20, 28);
    const { set } = perform(theirs, [edit, op.undo(edit.id)]);
    expect(changes(ours, set)).toEqual([]);
  });

  it("is what was undone that had been done before the decision", () => {
    const edit = op.setSpan(markId(2, 0), 20, 28);
    const { set: edited } = perform(theirs, [edit]);
    const later = at(alignSets([ours, edited]).clusters, 0);
    const { set: undone } = perform(edited, [op.undo(edit.id)]);
    expect(changedSince(decide(later, accepted()), alignSets([ours, undone]))).toMatchObject([
      { change: "edited" },
    ]);
  });

  it("tells of relations too", () => {
    const linked = reviewed(1, [actor, claim], [["made_by", 1, 0]]);
    const { members } = at(alignSets([linked, reviewed(2, [actor, claim])]).relations, 0);
    const seen = members.map(({ setId: id, relation }) => ({
      setId: id,
      relation: relation.id,
      fieldSeq: relation.fieldSeq,
    }));
    const onRelation: Decision = {
      id: newId.decision(),
      of: "relation",
      seen,
      verdict: { kind: "reject", reason: "duplicate" },
      comment: null,
      supersedes: null,
    };
    expect(changedSince(onRelation, alignSets([linked]))).toEqual([]);
    const { set: unlinked } = perform(linked, [op.unlink(at(seen, 0).relation)]);
    expect(changedSince(onRelation, alignSets([unlinked]))).toMatchObject([{ change: "deleted" }]);
    const agreeing = reviewed(2, [actor, claim], [["made_by", 1, 0]]);
    expect(changedSince(onRelation, alignSets([linked, agreeing]))).toMatchObject([{ change: "added" }]);
  });
});
