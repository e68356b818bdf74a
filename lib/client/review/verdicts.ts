import type { AnnotationId, Id, SetId } from "@/lib/core/ids";
import { seenOf } from "@/lib/core/review/accept-unanimous";
import {
  goldAnnotationsOf,
  type AnnotationVerdict,
  type Decision,
  type RelationVerdict,
} from "@/lib/core/review/decision";
import type { Point } from "@/lib/core/review/points";
import { readingsOf } from "@/lib/core/review/readings";

export type Verdict = AnnotationVerdict | RelationVerdict;

/** What is needed to word a decision on a point. */
export interface Wording {
  readonly point: Point;
  /** The decision that holds on the point, which a new one takes the place of. */
  readonly earlier: Decision | null;
  readonly newId: <K extends string>() => Id<K>;
}

/** Takes over what a set has at the point; in words where it has nothing there. */
export function acceptanceOf(wording: Wording, setId: SetId): Verdict | string {
  const { point, newId } = wording;
  if (point.of === "relation") {
    const member = point.relation.members.find((one) => one.setId === setId);
    if (member === undefined) return "This set does not have the relation. Reject it to go with this set.";
    return { kind: "accept", from: { setId, relation: member.relation.id }, gold: newId<"relation">() };
  }
  const member = point.cluster.members.find((one) => one.setId === setId);
  if (member === undefined) return "This set has nothing here. Reject, or say that nothing belongs here.";
  return { kind: "accept", from: { setId, annotation: member.annotation.id }, gold: goldId(wording) };
}

/** Takes over every reading. */
export function allAccepted(wording: Wording): Verdict | string {
  const { point, newId } = wording;
  if (point.of === "relation") return "A relation is accepted or rejected.";
  const made = goldIds(wording);
  const accepted = readingsOf(point.cluster).flatMap(({ sets, value }, index) => {
    const [setId] = sets;
    const gold = made[index] ?? newId<"annotation">();
    return setId === undefined ? [] : [{ from: { setId, annotation: value.id }, gold }];
  });
  return { kind: "accept-both", accepted };
}

/** Nothing belongs in the whole stretch that anybody marked. */
export function nothingAt(point: Point, reason: string): Verdict {
  if (point.of === "relation") return { kind: "reject", reason };
  const { members } = point.cluster;
  const start = members.map(({ annotation }) => annotation.start).reduce((a, b) => (a < b ? a : b));
  const end = members.map(({ annotation }) => annotation.end).reduce((a, b) => (a > b ? a : b));
  return { kind: "nothing-here", reason, start, end };
}

/** A decision that has seen all that stands at the point. */
export function decisionOn(
  { point, earlier, newId }: Wording,
  verdict: Verdict,
  comment: string | null,
): Decision {
  const act = { id: newId<"decision">(), comment, supersedes: earlier?.id ?? null };
  if (point.of === "annotation")
    return { ...act, of: "annotation", seen: seenOf(point.cluster), verdict: verdict as AnnotationVerdict };
  const seen = point.relation.members.map(({ setId, relation }) => ({
    setId,
    relation: relation.id,
    fieldSeq: relation.fieldSeq,
  }));
  return { ...act, of: "relation", seen, verdict: verdict as RelationVerdict };
}

/** The gold annotation that stands for the point keeps its id, so that it changes in place. */
export function goldId(wording: Wording): AnnotationId {
  return goldIds(wording)[0] ?? wording.newId<"annotation">();
}

function goldIds({ earlier }: Wording): readonly AnnotationId[] {
  return earlier === null ? [] : goldAnnotationsOf(earlier).map(({ gold }) => gold);
}
