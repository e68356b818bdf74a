import type { AnnotationId, SetId } from "../ids";
import type { Alignment, Cluster, RelationCluster } from "./alignment";
import { goldAnnotationsOf, standing, type AnnotationRef, type Decision } from "./decision";
import { isUnanimousRelation } from "./differences";

/** The standing decisions that saw any annotation of the cluster: one, unless clusters have grown together since. */
export function decisionsOn(cluster: Cluster, decisions: readonly Decision[]): readonly Decision[] {
  const keys = new Set(cluster.members.map(({ setId, annotation }) => refKey(setId, annotation.id)));
  return standing(decisions).filter(
    (decision) =>
      decision.of === "annotation" &&
      decision.seen.some(({ setId, annotation }) => keys.has(refKey(setId, annotation))),
  );
}

export function decisionsOnRelation(
  { members }: RelationCluster,
  decisions: readonly Decision[],
): readonly Decision[] {
  const keys = new Set(members.map(({ setId, relation }) => refKey(setId, relation.id)));
  return standing(decisions).filter(
    (decision) =>
      decision.of === "relation" &&
      decision.seen.some(({ setId, relation }) => keys.has(refKey(setId, relation))),
  );
}

/** What still has to be decided: every cluster, and the relations on which sets differ. */
export function undecided(
  alignment: Alignment,
  decisions: readonly Decision[],
): { readonly clusters: readonly Cluster[]; readonly relations: readonly RelationCluster[] } {
  return {
    clusters: alignment.clusters.filter((cluster) => decisionsOn(cluster, decisions).length === 0),
    relations: alignment.relations.filter(
      (relation) => !isUnanimousRelation(relation) && decisionsOnRelation(relation, decisions).length === 0,
    ),
  };
}

/** Which annotation of the gold set stands for the cluster: of several readings the one accepted from `setId`. */
export function goldOf(
  cluster: Cluster,
  decisions: readonly Decision[],
  setId: SetId | null = null,
): AnnotationId | null {
  const readings = decisionsOn(cluster, decisions).flatMap(goldAnnotationsOf);
  return (readings.find(({ from }) => from?.setId === setId) ?? readings[0])?.gold ?? null;
}

/** Where an annotation of the gold set came from. */
export interface Provenance {
  readonly decision: Decision["id"];
  /** The annotation taken over or corrected; null where the reviewer wrote it anew. */
  readonly from: AnnotationRef | null;
  /** All annotations that stood for the same thing. */
  readonly seen: readonly AnnotationRef[];
  readonly isFixed: boolean;
}

/** For each annotation of the gold set that a standing decision made, where it came from. */
export function provenanceOf(decisions: readonly Decision[]): ReadonlyMap<AnnotationId, Provenance> {
  return new Map(
    standing(decisions).flatMap((decision) =>
      decision.of === "relation"
        ? []
        : goldAnnotationsOf(decision).map(({ gold, from }): [AnnotationId, Provenance] => [
            gold,
            {
              decision: decision.id,
              from,
              seen: decision.seen.map(({ setId, annotation }) => ({ setId, annotation })),
              isFixed: decision.verdict.kind === "fix",
            },
          ]),
    ),
  );
}

function refKey(setId: SetId, id: string): string {
  return `${setId} ${id}`;
}
