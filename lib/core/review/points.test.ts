import { describe, expect, it } from "vitest";
import { op, perform } from "@/lib/testing/annotation-builders";
import {
  decide,
  markId,
  newId,
  refOf,
  reviewed,
  reviewOf,
  take,
  type Mark,
} from "@/lib/testing/review-builders";
import { at } from "../at";
import { alignSets } from "./align-sets";
import { decidedPoints, figuresOf, pointsOf } from "./points";

const actor: Mark = ["actor", 0, 10, { actor_type: "person" }];
const claim: Mark = ["claim", 13, 28, { claim_type: "demand" }];
const shorter: Mark = ["claim", 19, 28, { claim_type: "demand" }];

describe("the points of a review", () => {
  it("are all clusters, and the relations on which sets differ, in text order", () => {
    const points = pointsOf(
      alignSets([reviewed(1, [actor, claim], [["made_by", 1, 0]]), reviewed(2, [actor, shorter])]),
    );
    expect(
      points.map(({ of, isUnanimous, differences }) => [
        of,
        isUnanimous,
        differences.map(({ kind }) => kind),
      ]),
    ).toEqual([
      ["annotation", true, []],
      ["annotation", false, ["boundary"]],
      ["relation", false, ["relation"]],
    ]);
    expect(new Set(points.map(({ key }) => key)).size).toBe(3);
  });

  it("of one set are all that is in it, and none is unanimous", () => {
    const points = pointsOf(alignSets([reviewed(1, [actor, claim], [["made_by", 1, 0]])]));
    expect(points.map(({ of, isUnanimous }) => [of, isUnanimous])).toEqual([
      ["annotation", false],
      ["annotation", false],
    ]);
  });

  it("know what was decided on them, and what has changed since", () => {
    const review = reviewOf(reviewed(1, [actor, claim]), reviewed(2, [actor, shorter]));
    const cluster = at(review.alignment.clusters, 1);
    const accepted = take(
      review,
      decide(cluster, { kind: "accept", from: refOf(cluster), gold: newId.annotation() }),
    );
    const points = pointsOf(review.alignment);
    const states = decidedPoints(points, accepted.decisions, review.alignment);
    expect(points.map(({ key }) => states.get(key)?.changed)).toEqual([undefined, []]);

    const moved = perform(reviewed(2, [actor, shorter]), [op.setSpan(markId(2, 1), 20, 28)]).set;
    const later = alignSets([reviewed(1, [actor, claim]), moved]);
    const stale = decidedPoints(pointsOf(later), accepted.decisions, later);
    expect([...stale.values()].map(({ changed }) => changed.map(({ change }) => change))).toEqual([
      ["edited"],
    ]);
  });
});

describe("the figures of a review", () => {
  it("count what differs and what is left", () => {
    const { alignment } = reviewOf(reviewed(1, [actor, claim]), reviewed(2, [actor, shorter]));
    expect(figuresOf(alignment, [])).toEqual({ points: 2, undecided: 2, differing: 1, disagreement: 0.5 });
  });

  it("say of one set that there is nothing to compare, and of two empty ones that they agree", () => {
    expect(figuresOf(alignSets([reviewed(1, [actor])]), []).disagreement).toBeNull();
    expect(figuresOf(alignSets([reviewed(1, []), reviewed(2, [])]), []).disagreement).toBe(0);
  });
});
