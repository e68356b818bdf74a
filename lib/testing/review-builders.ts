import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { Operation } from "@/lib/core/annotation/operation";
import { at } from "@/lib/core/at";
import type { AnnotationId, GroupId, OperationId, RelationId, SetId } from "@/lib/core/ids";
import { alignSets } from "@/lib/core/review/align-sets";
import { seenOf } from "@/lib/core/review/accept-unanimous";
import type { Alignment, Cluster } from "@/lib/core/review/alignment";
import type { AnnotationRef, AnnotationVerdict, Decision, DecisionId } from "@/lib/core/review/decision";
import { goldOperations } from "@/lib/core/review/gold-operations";
import type { AttributeValues } from "@/lib/core/schema/schema";
import { aSet, bicycleRules, idOf, op, perform } from "./annotation-builders";

/** Label, start, end, attributes; relations by the places of their ends. */
export type Mark = readonly [label: string, start: number, end: number, attributes?: AttributeValues];
export type Link = readonly [type: string, from: number, to: number];

/** The id of the annotation that stands at `place` in the set of number `n`. */
export function markId(n: number, place: number): AnnotationId {
  return idOf(n * 1000 + place);
}

export function setId(n: number): SetId {
  return idOf(n);
}

/** The set of number `n` on the bicycle sentence. */
export function reviewed(n: number, marks: readonly Mark[], links: readonly Link[] = []): AnnotationSet {
  const operations = [
    ...marks.map(([label, start, end, attributes], place) =>
      op.create(markId(n, place), label, start, end, attributes),
    ),
    ...links.map(([type, from, to], place) =>
      op.link(idOf(n * 1000 + 500 + place), type, markId(n, from), markId(n, to)),
    ),
  ];
  const { set, last } = perform({ ...aSet(), id: setId(n) }, operations);
  if (last !== "ok") throw new RangeError(last);
  return set;
}

let next = 900_000;
export const newId = {
  operation: (): OperationId => idOf(next++),
  relation: (): RelationId => idOf(next++),
  annotation: (): AnnotationId => idOf(next++),
  decision: (): DecisionId => idOf(next++),
};

/** A decision on a cluster that has seen all of it. */
export function decide(
  cluster: Cluster,
  verdict: AnnotationVerdict,
  supersedes: DecisionId | null = null,
): Decision {
  return {
    id: newId.decision(),
    of: "annotation",
    seen: seenOf(cluster),
    verdict,
    comment: null,
    supersedes,
  };
}

export function refOf(cluster: Cluster, place = 0): AnnotationRef {
  const { setId: set, annotation } = at(cluster.members, place);
  return { setId: set, annotation: annotation.id };
}

/** A review as it goes on: the sets, what was decided, and the gold set that came of it. */
export interface Review {
  readonly alignment: Alignment;
  readonly decisions: readonly Decision[];
  readonly gold: AnnotationSet;
}

export function reviewOf(...sets: readonly AnnotationSet[]): Review {
  return { alignment: alignSets(sets), decisions: [], gold: { ...aSet(), id: idOf(77), kind: "gold" } };
}

export function goldOperationsOf(review: Review, decision: Decision): readonly Operation[] {
  const group: GroupId = idOf(next++);
  return goldOperations(decision, { ...review, schema: bicycleRules.schema, group, newId });
}

/** Takes the decision and does to the gold set what it asks for. */
export function take(review: Review, decision: Decision): Review {
  const { set, outcomes } = perform(review.gold, goldOperationsOf(review, decision));
  const refused = outcomes.find(({ status }) => status === "rejected");
  if (refused !== undefined) throw new RangeError(JSON.stringify(refused));
  return { ...review, gold: set, decisions: [...review.decisions, decision] };
}
