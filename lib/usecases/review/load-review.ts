import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { DocumentId, ProjectId, SetId } from "@/lib/core/ids";
import { MOST_SETS } from "@/lib/core/review/align-sets";
import { isUnderReview } from "@/lib/core/review/under-review";
import { liveContentsOf } from "@/lib/db/annotation-repository";
import type { SqlQueries } from "@/lib/db/client";
import { decisionsOf, type StoredDecision } from "@/lib/db/decision-repository";
import type { Basis } from "@/lib/db/review-repository";
import { setsOf, type StoredSet } from "@/lib/db/set-repository";

export interface DocumentAddress {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
}

/** A set that is done, with what is in it. */
export type ReviewedStoredSet = StoredSet & Pick<AnnotationSet, "annotations" | "relations">;

/** One document as a reviewer has it before them, before anybody has asked whether they may. */
export interface LoadedReview {
  /** The oldest first, no more than can be laid side by side. */
  readonly sets: readonly ReviewedStoredSet[];
  readonly others: readonly StoredSet[];
  readonly basis: Basis;
  readonly gold: StoredSet | null;
  /** Those that were not taken back, in their order. */
  readonly decisions: readonly StoredDecision[];
}

/** @param hold is given the sets before their contents are read: to keep them as they are */
export async function loadReview(
  queries: SqlQueries,
  { projectId, documentId }: DocumentAddress,
  hold: (ids: readonly SetId[]) => Promise<void> = () => Promise.resolve(),
): Promise<LoadedReview> {
  const before = await setsOf(queries, projectId, documentId);
  await hold(before.filter(isUnderReview).map(({ id }) => id));
  const all = await setsOf(queries, projectId, documentId);
  const shown = all.filter(isUnderReview).slice(0, MOST_SETS);
  const gold = all.find(({ kind }) => kind === "gold") ?? null;
  const contents = await liveContentsOf(
    queries,
    projectId,
    shown.map(({ id }) => id),
  );
  return {
    sets: shown.map((set) => ({ ...set, ...(contents.get(set.id) ?? NOTHING) })),
    others: all.filter((set) => set !== gold && !shown.includes(set)),
    basis: basisOf(all.filter(isUnderReview)),
    gold,
    decisions: gold === null ? [] : await decisionsOf(queries, projectId, gold.id),
  };
}

function basisOf(sets: readonly Pick<StoredSet, "id" | "seq">[]): Basis {
  return sets.map(({ id, seq }) => `${id}:${seq}`).join(" ");
}

const NOTHING: Pick<AnnotationSet, "annotations" | "relations"> = {
  annotations: new Map(),
  relations: new Map(),
};
