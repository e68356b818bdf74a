import { describe, expect, it } from "vitest";
import { idOf } from "@/lib/testing/annotation-builders";
import {
  decide,
  newId,
  refOf,
  reviewed,
  reviewOf,
  setId,
  take,
  type Link,
  type Mark,
  type Review,
} from "@/lib/testing/review-builders";
import { liveAnnotations, liveRelations } from "../annotation/annotation-set";
import { at } from "../at";
import type { AnnotationId, RelationId } from "../ids";
import { codePoint } from "../text/offsets";
import { acceptUnanimous } from "./accept-unanimous";
import { correctionsOf } from "./corrections";
import { decisionsOn, provenanceOf, undecided } from "./decided";
import type { AnnotationVerdict, Decision } from "./decision";

const actor: Mark = ["actor", 0, 10, { actor_type: "person" }];
const claim: Mark = ["claim", 13, 28, { claim_type: "demand" }];
const madeBy: Link = ["made_by", 1, 0];

const goldOf = ({ gold }: Review) =>
  liveAnnotations(gold).map(({ label, start, end, attributes }) => [label, start, end, attributes]);
const linksOf = ({ gold }: Review) => liveRelations(gold).map(({ type }) => type);
const clusterOf = (review: Review, place: number) => at(review.alignment.clusters, place);
const accept = (review: Review, place: number, member = 0): Decision =>
  decide(clusterOf(review, place), {
    kind: "accept",
    from: refOf(clusterOf(review, place), member),
    gold: newId.annotation(),
  });
const fixed = (
  label: string,
  start: number,
  end: number,
  gold: AnnotationId = newId.annotation(),
): AnnotationVerdict => ({
  kind: "fix",
  as: { start: codePoint(start), end: codePoint(end), label, attributes: {} },
  from: null,
  gold,
});

describe("the gold set", () => {
  it("gets what is accepted, as it stands in the set it is accepted from", () => {
    const review = reviewOf(
      reviewed(1, [claim]),
      reviewed(2, [["claim", 19, 28, { claim_type: "factual" }]]),
    );
    expect(goldOf(take(review, accept(review, 0, 1)))).toEqual([
      ["claim", 19, 28, { claim_type: "factual" }],
    ]);
  });

  it("gets both of two defensible readings, each knowing where it came from", () => {
    const review = reviewOf(reviewed(1, [claim]), reviewed(2, [["claim", 19, 28]]));
    const cluster = clusterOf(review, 0);
    const accepted = [0, 1].map((place) => ({ from: refOf(cluster, place), gold: newId.annotation() }));
    const after = take(review, decide(cluster, { kind: "accept-both", accepted }));
    expect(goldOf(after)).toHaveLength(2);
    const provenance = provenanceOf(after.decisions);
    expect(accepted.map(({ gold }) => provenance.get(gold)?.from?.setId)).toEqual([setId(1), setId(2)]);
    expect(accepted.map(({ gold }) => provenance.get(gold)?.seen.length)).toEqual([2, 2]);
  });

  it("gets what the reviewer wrote, and nothing of what was rejected or does not belong there", () => {
    const review = reviewOf(reviewed(1, [actor, claim]), reviewed(2, [actor]));
    const rejected = take(review, decide(clusterOf(review, 1), { kind: "reject", reason: "no_evidence" }));
    const nothing = take(
      rejected,
      decide(clusterOf(rejected, 0), {
        kind: "nothing-here",
        reason: "no_evidence",
        start: codePoint(0),
        end: codePoint(10),
      }),
    );
    expect(goldOf(nothing)).toEqual([]);
    expect(undecided(nothing.alignment, nothing.decisions).clusters).toEqual([]);
    const written = take(review, decide(clusterOf(review, 1), fixed("claim", 19, 28)));
    expect(goldOf(written)).toEqual([["claim", 19, 28, {}]]);
    expect([...provenanceOf(written.decisions).values()]).toMatchObject([{ from: null, isFixed: true }]);
  });

  it("gets the relations on which all agree once both ends are there, and no disputed one", () => {
    const agreed = reviewOf(reviewed(1, [actor, claim], [madeBy]), reviewed(2, [actor, claim], [madeBy]));
    const half = take(agreed, accept(agreed, 0));
    expect(linksOf(half)).toEqual([]);
    expect(linksOf(take(half, accept(half, 1)))).toEqual(["made_by"]);
    const disputed = reviewOf(reviewed(1, [actor, claim], [madeBy]), reviewed(2, [actor, claim]));
    const both = take(take(disputed, accept(disputed, 0)), accept(disputed, 1));
    expect(linksOf(both)).toEqual([]);
    expect(undecided(both.alignment, both.decisions).relations).toHaveLength(1);
  });

  it("gets a disputed relation when it is accepted, and loses it when that is taken back", () => {
    const review = reviewOf(reviewed(1, [actor, claim], [madeBy]), reviewed(2, [actor, claim]));
    const ends = take(take(review, accept(review, 0)), accept(review, 1));
    const cluster = at(ends.alignment.relations, 0);
    const seen = cluster.members.map(({ setId: id, relation }) => ({
      setId: id,
      relation: relation.id,
      fieldSeq: relation.fieldSeq,
    }));
    const from = { setId: setId(1), relation: at(seen, 0).relation };
    const accepted: Decision = {
      id: newId.decision(),
      of: "relation",
      seen,
      verdict: { kind: "accept", from, gold: idOf(31) satisfies RelationId },
      comment: null,
      supersedes: null,
    };
    const linked = take(ends, accepted);
    expect(linksOf(linked)).toEqual(["made_by"]);
    expect(undecided(linked.alignment, linked.decisions).relations).toEqual([]);
    const rejected: Decision = {
      ...accepted,
      id: newId.decision(),
      verdict: { kind: "reject", reason: "no_evidence" },
      supersedes: accepted.id,
    };
    expect(linksOf(take(linked, rejected))).toEqual([]);
  });

  it("changes in place what is decided anew under the same id, relations and all", () => {
    const review = reviewOf(reviewed(1, [actor, claim], [madeBy]), reviewed(2, [actor, claim], [madeBy]));
    const first = accept(review, 1);
    const before = take(take(review, accept(review, 0)), first);
    const gold =
      first.of === "annotation" && first.verdict.kind === "accept" ? first.verdict.gold : newId.annotation();
    const after = take(before, decide(clusterOf(before, 1), fixed("claim", 19, 28, gold), first.id));
    expect(goldOf(after)).toEqual([
      ["actor", 0, 10, { actor_type: "person" }],
      ["claim", 19, 28, {}],
    ]);
    expect(linksOf(after)).toEqual(["made_by"]);
    const relabelled = take(before, decide(clusterOf(before, 1), fixed("stance", 13, 28, gold), first.id));
    expect(goldOf(relabelled)).toContainEqual(["stance", 13, 28, {}]);
    expect(linksOf(relabelled)).toEqual([]);
  });

  it("loses what is rejected after all, and has it back, with its relations, when that is taken back", () => {
    const review = reviewOf(reviewed(1, [actor, claim], [madeBy]), reviewed(2, [actor, claim], [madeBy]));
    const first = accept(review, 1);
    const before = take(take(review, accept(review, 0)), first);
    const rejection = decide(clusterOf(before, 1), { kind: "reject", reason: "no_evidence" }, first.id);
    const without = take(before, rejection);
    expect(goldOf(without)).toHaveLength(1);
    expect(decisionsOn(clusterOf(without, 1), without.decisions)).toEqual([rejection]);
    const { verdict } = first;
    if (first.of !== "annotation" || verdict.kind !== "accept" || !("annotation" in verdict.from))
      throw new RangeError("not accepted");
    const again = decide(clusterOf(without, 1), first.verdict, rejection.id);
    expect(goldOf(take(without, again))).toEqual(goldOf(before));
    expect(linksOf(take(without, again))).toEqual(["made_by"]);
  });

  it("gets all unanimous ones at once", () => {
    const review = reviewOf(reviewed(1, [actor, claim], [madeBy]), reviewed(2, [actor, ["claim", 19, 28]]));
    const decisions = acceptUnanimous(review.alignment, [], newId);
    expect(decisions).toHaveLength(1);
    const after = decisions.reduce(take, review);
    expect(goldOf(after)).toEqual([["actor", 0, 10, { actor_type: "person" }]]);
    expect(acceptUnanimous(after.alignment, after.decisions, newId)).toEqual([]);
  });
});

describe("corrections", () => {
  it("tell an annotator what was kept, changed, rejected and overlooked", () => {
    const stance: Mark = ["stance", 30, 35];
    const review = reviewOf(
      reviewed(1, [actor, claim, stance]),
      reviewed(2, [actor, ["claim", 19, 28, { claim_type: "demand" }], ["actor", 37, 52]]),
    );
    const [, , third, fourth] = review.alignment.clusters;
    if (third === undefined || fourth === undefined) throw new RangeError("four clusters were marked");
    const after = [
      accept(review, 0),
      accept(review, 1, 1),
      decide(third, { kind: "reject", reason: "no_evidence" }),
      accept(review, 3),
    ].reduce(take, review);
    const corrections = correctionsOf(setId(1), after.alignment, after.gold, after.decisions);
    expect(corrections.map(({ kind }) => kind)).toEqual(["kept", "changed", "rejected", "overlooked"]);
    expect(corrections[1]).toMatchObject({ fields: [{ kind: "boundary" }] });
    const others = correctionsOf(setId(2), after.alignment, after.gold, after.decisions);
    expect(others.map(({ kind }) => kind)).toEqual(["kept", "kept", "kept"]);
  });
});
