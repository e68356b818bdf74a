import type { Annotation, Relation } from "../annotation/annotation";
import type { AnnotationSet } from "../annotation/annotation-set";
import type { SetId } from "../ids";

/** What review looks at of a set. */
export type ReviewedSet = Pick<AnnotationSet, "id" | "seq" | "annotations" | "relations">;

/** One annotation in the set it comes from. */
export interface Member {
  readonly setId: SetId;
  readonly annotation: Annotation;
}

/** Annotations of different sets that stand for the same thing; at most one of each set, in the order of the sets. */
export interface Cluster {
  readonly members: readonly Member[];
}

/** A relation between two clusters, as the sets have it. */
export interface RelationCluster {
  readonly type: string;
  readonly from: Cluster;
  readonly to: Cluster;
  readonly members: readonly { readonly setId: SetId; readonly relation: Relation }[];
  /** The sets that have both ends but no such relation; of a set that lacks an end nothing is said. */
  readonly without: readonly SetId[];
}

/** The sets of a document laid side by side, clusters and relations in text order. */
export interface Alignment {
  readonly sets: readonly ReviewedSet[];
  readonly clusters: readonly Cluster[];
  readonly relations: readonly RelationCluster[];
}

/** The sets of the alignment that have nothing in the cluster. */
export function setsWithout({ sets }: Pick<Alignment, "sets">, { members }: Cluster): readonly SetId[] {
  return sets.map(({ id }) => id).filter((id) => members.every(({ setId }) => setId !== id));
}
