import fc from "fast-check";
import { expect, it } from "vitest";
import { bicycleRules, op, perform } from "@/lib/testing/annotation-builders";
import {
  decide,
  goldOperationsOf,
  newId,
  refOf,
  reviewed,
  reviewOf,
  take,
  type Link,
  type Mark,
  type Review,
} from "@/lib/testing/review-builders";
import { liveAnnotations, liveRelations, type AnnotationSet } from "../annotation/annotation-set";
import { at } from "../at";
import type { AttributeValues } from "../schema/schema";
import { codePoint } from "../text/offsets";
import { checkDecision } from "./check-decision";
import { decisionsOn } from "./decided";
import { goldAnnotationsOf, standing, type AnnotationVerdict, type Decision } from "./decision";
import { DEFAULT_REASONS } from "./reasons";

const ATTRIBUTES: Readonly<Record<string, readonly AttributeValues[]>> = {
  claim: [{}, { claim_type: "demand" }, { claim_type: "factual", check_worthy: "yes" }],
  actor: [{}, { actor_type: "person" }],
  stance: [{}, { polarity: "favor" }],
};
const anyMark = fc
  .tuple(fc.constantFrom("claim", "actor", "stance"), fc.nat(30), fc.integer({ min: 1, max: 8 }), fc.nat(2))
  .map(([label, start, length, choice]): Mark => {
    const choices = ATTRIBUTES[label] ?? [{}];
    return [label, start, start + length, choices[choice % choices.length] ?? {}];
  });

/** A set in which some claims are made by actors. */
const anySet = fc
  .tuple(fc.array(anyMark, { maxLength: 5 }), fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 4 }))
  .map(([marks, ends]) => {
    const links = ends
      .filter(([from, to]) => marks[from]?.[0] === "claim" && marks[to]?.[0] === "actor")
      .map(([from, to]): Link => ["made_by", from, to]);
    return { marks, links: [...new Map(links.map((link) => [link.join(), link])).values()] };
  });

interface Act {
  readonly place: number;
  readonly kind: AnnotationVerdict["kind"];
  readonly mark: Mark;
  readonly keepsId: boolean;
}
const anyAct: fc.Arbitrary<Act> = fc.record({
  place: fc.nat(8),
  kind: fc.constantFrom("accept", "accept", "accept", "fix", "fix", "accept-both", "reject", "nothing-here"),
  mark: anyMark,
  keepsId: fc.boolean(),
});

function decisionOf(review: Review, { place, kind, mark, keepsId }: Act): Decision | null {
  const { clusters } = review.alignment;
  if (clusters.length === 0) return null;
  const cluster = at(clusters, place % clusters.length);
  const [before] = decisionsOn(cluster, review.decisions);
  const earlier = before === undefined ? [] : goldAnnotationsOf(before).map(({ gold }) => gold);
  const gold = (keepsId ? earlier[0] : undefined) ?? newId.annotation();
  const [label, start, end, attributes = {}] = mark;
  const span = { start: codePoint(start), end: codePoint(end) };
  const verdicts: Readonly<Record<Act["kind"], AnnotationVerdict>> = {
    accept: { kind: "accept", from: refOf(cluster, place % cluster.members.length), gold },
    "accept-both": {
      kind: "accept-both",
      accepted: cluster.members.map((_, index) => ({
        from: refOf(cluster, index),
        gold: index === 0 ? gold : newId.annotation(),
      })),
    },
    fix: { kind: "fix", as: { ...span, label, attributes }, from: null, gold },
    reject: { kind: "reject", reason: "duplicate" },
    "nothing-here": { kind: "nothing-here", reason: "duplicate", ...span },
  };
  return decide(cluster, verdicts[kind], before?.id ?? null);
}

const shown = (gold: AnnotationSet) => [
  liveAnnotations(gold).map(({ id, label, start, end, attributes }) => ({
    id,
    label,
    start,
    end,
    attributes,
  })),
  liveRelations(gold).map(({ id, type, from, to }) => ({ id, type, from, to })),
];

/** What the standing decisions say should be in the gold set. */
function wanted({ alignment, decisions }: Review): readonly unknown[] {
  const annotationOf = (set: string, id: string) =>
    alignment.clusters
      .flatMap(({ members }) => members)
      .find((one) => one.setId === set && one.annotation.id === id)?.annotation;
  return standing(decisions).flatMap((decision) =>
    goldAnnotationsOf(decision).map(({ gold, from }) => {
      const written =
        decision.of === "annotation" && decision.verdict.kind === "fix" ? decision.verdict.as : null;
      const source = written ?? (from === null ? undefined : annotationOf(from.setId, from.annotation));
      return {
        id: gold,
        label: source?.label,
        start: source?.start,
        end: source?.end,
        attributes: source?.attributes,
      };
    }),
  );
}

it("whatever is decided in whatever order, the log takes it, the gold set is what stands decided, and each act can be undone whole", () => {
  fc.assert(
    fc.property(
      anySet,
      fc.integer({ min: 1, max: 2 }),
      fc.array(anySet, { maxLength: 2 }),
      fc.array(anyAct, { maxLength: 14 }),
      (agreed, agreeing, others, acts) => {
        const sets = [...Array.from({ length: agreeing }, () => agreed), ...others];
        let review = reviewOf(...sets.map(({ marks, links }, index) => reviewed(index + 1, marks, links)));
        for (const act of acts) {
          const decision = decisionOf(review, act);
          if (decision === null) return;
          const refusal = checkDecision(decision, {
            ...review,
            reasons: DEFAULT_REASONS.map(({ key }) => key),
            textLength: bicycleRules.text.length,
          });
          if (refusal !== null) {
            expect(refusal).toBe("one_reading");
            continue;
          }
          const operations = goldOperationsOf(review, decision);
          const { set: done } = perform(review.gold, operations);
          const { set: undone, outcomes } = perform(
            done,
            operations.toReversed().map(({ id }) => op.undo(id)),
          );
          // A relation that another label forbade meanwhile stays away; neither before nor after did it show.
          for (const outcome of outcomes)
            if (outcome.status === "rejected") expect(outcome.reason).toBe("relation_rule");
          expect(shown(undone)).toEqual(shown(review.gold));
          review = take(review, decision);
          const [annotations] = shown(review.gold);
          expect(annotations).toHaveLength(wanted(review).length);
          expect(annotations).toEqual(expect.arrayContaining([...wanted(review)]));
        }
      },
    ),
    { numRuns: 300 },
  );
});
