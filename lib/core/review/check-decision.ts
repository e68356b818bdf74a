import type { FieldSeqs } from "../annotation/annotation";
import { isRelationLive } from "../annotation/annotation-set";
import type { CodePoint } from "../text/offsets";
import type { Alignment, Cluster, RelationCluster, ReviewedSet } from "./alignment";
import { decisionsOn, decisionsOnRelation, goldOf } from "./decided";
import { goldAnnotationsOf, standing, type AnnotationRef, type Decision, type RelationRef } from "./decision";

/** Why a decision is not taken. */
export const DECISION_REFUSALS = [
  /** It names what is not there, or not any more. */
  "not_found",
  /** Something of what was seen has changed since. */
  "superseded",
  /** What was seen is not all that stands for one thing. */
  "not_one_cluster",
  "already_decided",
  /** `supersedes` names no decision that holds. */
  "unknown_decision",
  /** It accepts what it has not seen. */
  "not_seen",
  /** Accepting both takes two readings. */
  "one_reading",
  "unknown_reason",
  "out_of_text",
  /** The id belongs to another decision's annotation. */
  "exists",
  /** A relation needs both its ends in the gold set. */
  "ends_not_in_gold",
] as const;
export type DecisionRefusal = (typeof DECISION_REFUSALS)[number];

export interface DecisionRules {
  readonly alignment: Alignment;
  readonly decisions: readonly Decision[];
  /** The project's reason codes. */
  readonly reasons: readonly string[];
  readonly textLength: CodePoint;
}

/** Why `decision` may not be taken as the next one, or null. It asks the same in the browser and on the server. */
export function checkDecision(decision: Decision, rules: DecisionRules): DecisionRefusal | null {
  const { decisions } = rules;
  if (decisions.some(({ id }) => id === decision.id)) return "exists";
  const superseded = standing(decisions).find(({ id }) => id === decision.supersedes);
  if (decision.supersedes !== null && superseded === undefined) return "unknown_decision";
  return (
    (decision.of === "annotation" ? checkSeen(decision, rules) : checkSeenRelation(decision, rules)) ??
    checkVerdict(decision, rules) ??
    checkGold(decision, superseded, decisions)
  );
}

function checkSeen(
  decision: Extract<Decision, { of: "annotation" }>,
  { alignment, decisions }: DecisionRules,
): DecisionRefusal | null {
  for (const { setId, annotation: id, fieldSeq } of decision.seen) {
    const annotation = setOf(alignment, setId)?.annotations.get(id);
    if (annotation === undefined) return "not_found";
    if (!annotation.live || !sameSeqs(annotation.fieldSeq, fieldSeq)) return "superseded";
  }
  const cluster = alignment.clusters.find(({ members }) =>
    members.some((one) => isSeen(one.setId, one.annotation.id, decision.seen)),
  );
  if (cluster === undefined) return "not_found";
  if (!isAll(cluster, decision.seen)) return "not_one_cluster";
  return isFree(decisionsOn(cluster, decisions), decision) ? null : "already_decided";
}

function checkSeenRelation(
  decision: Extract<Decision, { of: "relation" }>,
  { alignment, decisions }: DecisionRules,
): DecisionRefusal | null {
  for (const { setId, relation: id, fieldSeq } of decision.seen) {
    const set = setOf(alignment, setId);
    const relation = set?.relations.get(id);
    if (set === undefined || relation === undefined) return "not_found";
    if (!isRelationLive(set, relation) || !sameSeqs(relation.fieldSeq, fieldSeq)) return "superseded";
  }
  const cluster = relationClusterOf(alignment, decision.seen);
  if (cluster === undefined) return "not_found";
  const seen = new Set(decision.seen.map(({ relation }) => relation));
  if (cluster.members.length !== seen.size || cluster.members.some(({ relation }) => !seen.has(relation.id)))
    return "not_one_cluster";
  if (!isFree(decisionsOnRelation(cluster, decisions), decision)) return "already_decided";
  if (decision.verdict.kind === "reject") return null;
  const hasEnds = [cluster.from, cluster.to].every((end) => goldOf(end, decisions) !== null);
  return hasEnds ? null : "ends_not_in_gold";
}

function checkVerdict(decision: Decision, { reasons, textLength }: DecisionRules): DecisionRefusal | null {
  const { verdict } = decision;
  switch (verdict.kind) {
    case "reject":
      return reasons.includes(verdict.reason) ? null : "unknown_reason";
    case "nothing-here":
      if (!reasons.includes(verdict.reason)) return "unknown_reason";
      return liesIn(verdict, textLength) ? null : "out_of_text";
    case "fix":
      if (!liesIn(verdict.as, textLength)) return "out_of_text";
      return verdict.from === null || hasSeen(decision, verdict.from) ? null : "not_seen";
    case "accept":
      return hasSeen(decision, verdict.from) ? null : "not_seen";
    case "accept-both": {
      const readings = new Set(verdict.accepted.map(({ from }) => `${from.setId} ${from.annotation}`));
      if (readings.size < 2) return "one_reading";
      return verdict.accepted.every(({ from }) => hasSeen(decision, from)) ? null : "not_seen";
    }
  }
}

/** A gold id is new, or one that the superseded decision had made: the annotation then changes in place. */
function checkGold(
  decision: Decision,
  superseded: Decision | undefined,
  decisions: readonly Decision[],
): DecisionRefusal | null {
  const own = goldAnnotationsOf(decision).map(({ gold }) => gold);
  const free = new Set(superseded === undefined ? [] : goldAnnotationsOf(superseded).map(({ gold }) => gold));
  const taken = new Set(decisions.flatMap(goldAnnotationsOf).map(({ gold }) => gold));
  const isTwice = new Set(own).size < own.length;
  return isTwice || own.some((gold) => taken.has(gold) && !free.has(gold)) ? "exists" : null;
}

function setOf({ sets }: Alignment, id: ReviewedSet["id"]): ReviewedSet | undefined {
  return sets.find((set) => set.id === id);
}

function relationClusterOf(
  { relations }: Alignment,
  seen: readonly RelationRef[],
): RelationCluster | undefined {
  return relations.find(({ members }) =>
    members.some(({ setId, relation }) =>
      seen.some((ref) => ref.setId === setId && ref.relation === relation.id),
    ),
  );
}

function isSeen(setId: string, id: string, seen: readonly AnnotationRef[]): boolean {
  return seen.some((ref) => ref.setId === setId && ref.annotation === id);
}

function isAll({ members }: Cluster, seen: readonly AnnotationRef[]): boolean {
  const known = new Set(seen.map(({ setId, annotation }) => `${setId} ${annotation}`));
  return known.size === members.length && members.every((one) => isSeen(one.setId, one.annotation.id, seen));
}

/** Whether all decisions on the same thing are taken back by this one. */
function isFree(earlier: readonly Decision[], { supersedes }: Decision): boolean {
  return earlier.every(({ id }) => id === supersedes);
}

function hasSeen(decision: Decision, from: AnnotationRef | RelationRef): boolean {
  return "annotation" in from
    ? decision.of === "annotation" && isSeen(from.setId, from.annotation, decision.seen)
    : decision.of === "relation" &&
        decision.seen.some(({ setId, relation }) => setId === from.setId && relation === from.relation);
}

function liesIn({ start, end }: { readonly start: number; readonly end: number }, length: number): boolean {
  return start >= 0 && start < end && end <= length;
}

function sameSeqs(one: FieldSeqs, other: FieldSeqs): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...fields].every((field) => one[field] === other[field]);
}
