import { liveAnnotations, liveRelations } from "@/lib/core/annotation/annotation-set";
import type { DecisionView, ReviewedSetView } from "@/lib/contracts/review";
import type { StoredContest } from "@/lib/db/contest-repository";
import type { StoredDecision } from "@/lib/db/decision-repository";
import { toSummary } from "../sets/set-view";
import type { ReviewedStoredSet } from "./load-review";

export function toReviewedSet(set: ReviewedStoredSet): ReviewedSetView {
  return {
    ...toSummary(set),
    owner: set.kind === "imported" ? set.owner : "",
    annotations: liveAnnotations(set).map(({ id, label, start, end, attributes, note, fieldSeq }) => ({
      id,
      label,
      start,
      end,
      attributes,
      note,
      fieldSeq,
    })),
    relations: liveRelations(set).map(({ id, type, from, to, attributes, fieldSeq }) => ({
      id,
      type,
      from,
      to,
      attributes,
      fieldSeq,
    })),
  };
}

export function toDecisionView(
  { decision, reviewerId, reviewerName, at, seqs }: StoredDecision,
  contests: readonly StoredContest[],
): DecisionView {
  const reviewer = reviewerId === null ? null : { id: reviewerId, name: reviewerName ?? "" };
  return {
    decision,
    reviewer,
    at,
    seqs,
    contests: contests.map(({ setId, by, reason, at: raised }) => ({ setId, by, reason, at: raised })),
  };
}
