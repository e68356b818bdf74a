import { groupBy } from "../group-by";
import type { Alignment, Cluster, RelationCluster } from "./alignment";
import { changedSince, type ChangeSince } from "./changed-since";
import { standing, type Decision } from "./decision";
import { differencesOf, isUnanimous, isUnanimousRelation, type Difference } from "./differences";

/** One thing to be decided: annotations that stand for the same, or a relation on which sets differ. */
export type Point = {
  /** Names the point for as long as its first annotation or relation stands. */
  readonly key: string;
  /** What the sets do not agree on here; none where they all have the same, or where there is one set. */
  readonly differences: readonly Difference[];
  readonly isUnanimous: boolean;
} & (
  | { readonly of: "annotation"; readonly cluster: Cluster }
  | { readonly of: "relation"; readonly cluster: Cluster; readonly relation: RelationCluster }
);

/** Everything that can be decided, in text order; relations after the annotation from which they start. */
export function pointsOf(alignment: Alignment): readonly Point[] {
  const differences = groupBy(differencesOf(alignment), ({ cluster }) => cluster);
  const relations = groupBy(
    alignment.relations.filter((relation) => !isUnanimousRelation(relation)),
    ({ from }) => from,
  );
  return alignment.clusters.flatMap((cluster): readonly Point[] => {
    const own = differences.get(cluster) ?? [];
    return [
      {
        of: "annotation",
        key: keyOf(cluster.members[0]?.setId, cluster.members[0]?.annotation.id),
        cluster,
        differences: own.filter(({ kind }) => kind !== "relation"),
        isUnanimous: isUnanimous(alignment, cluster),
      },
      ...(relations.get(cluster) ?? []).map((relation): Point => ({
        of: "relation",
        key: keyOf(relation.members[0]?.setId, relation.members[0]?.relation.id),
        cluster,
        relation,
        differences: own.filter((one) => one.kind === "relation" && one.relation === relation),
        isUnanimous: false,
      })),
    ];
  });
}

/** How a point stands. */
export interface PointState {
  readonly decision: Decision;
  /** What has changed in the sets since it was decided. */
  readonly changed: readonly ChangeSince[];
}

/** The decided points by their keys. */
export function decidedPoints(
  points: readonly Point[],
  decisions: readonly Decision[],
  { sets }: Pick<Alignment, "sets">,
): ReadonlyMap<string, PointState> {
  const byReference = new Map<string, Decision>();
  for (const decision of standing(decisions)) {
    for (const key of seenKeys(decision)) byReference.set(key, decision);
  }
  return new Map(
    points.flatMap((point): readonly (readonly [string, PointState])[] => {
      const decision = memberKeys(point)
        .map((key) => byReference.get(key))
        .find((one) => one !== undefined);
      if (decision === undefined) return [];
      const here = {
        sets,
        clusters: [point.cluster],
        relations: point.of === "relation" ? [point.relation] : [],
      };
      return [[point.key, { decision, changed: changedSince(decision, here) }]];
    }),
  );
}

/** How far the sets agree and how far they are decided. */
export interface ReviewFigures {
  readonly points: number;
  readonly undecided: number;
  readonly differing: number;
  /** The share of the points on which sets differ; null where there is one set, and so nothing to compare. */
  readonly disagreement: number | null;
}

export function figuresOf(alignment: Alignment, decisions: readonly Decision[]): ReviewFigures {
  const points = pointsOf(alignment);
  const differing = points.filter(({ differences }) => differences.length > 0).length;
  const comparable = alignment.sets.length > 1;
  return {
    points: points.length,
    undecided: points.length - decidedPoints(points, decisions, alignment).size,
    differing,
    disagreement: comparable ? differing / Math.max(points.length, 1) : null,
  };
}

function keyOf(setId: string | undefined, id: string | undefined): string {
  return `${setId ?? ""} ${id ?? ""}`;
}

function memberKeys(point: Point): readonly string[] {
  return point.of === "annotation"
    ? point.cluster.members.map(({ setId, annotation }) => keyOf(setId, annotation.id))
    : point.relation.members.map(({ setId, relation }) => keyOf(setId, relation.id));
}

function seenKeys(decision: Decision): readonly string[] {
  return decision.of === "annotation"
    ? decision.seen.map(({ setId, annotation }) => keyOf(setId, annotation))
    : decision.seen.map(({ setId, relation }) => keyOf(setId, relation));
}
