import type { AnnotationId } from "../ids";
import type { Alignment, Cluster } from "./alignment";
import type { Decision, DecisionId, SeenAnnotation } from "./decision";
import { isUnanimous } from "./differences";
import { undecided } from "./decided";

/** What a reviewer sees of a cluster, as a decision names it. */
export function seenOf({ members }: Cluster): readonly SeenAnnotation[] {
  return members.map(({ setId, annotation }) => ({
    setId,
    annotation: annotation.id,
    fieldSeq: annotation.fieldSeq,
  }));
}

/** One acceptance for each undecided cluster on which all sets agree, in text order. Of a single set there is none. */
export function acceptUnanimous(
  alignment: Alignment,
  decisions: readonly Decision[],
  newId: { readonly decision: () => DecisionId; readonly annotation: () => AnnotationId },
): readonly Decision[] {
  return undecided(alignment, decisions)
    .clusters.filter((cluster) => isUnanimous(alignment, cluster))
    .flatMap((cluster) => {
      const [first] = cluster.members;
      if (first === undefined) return [];
      const from = { setId: first.setId, annotation: first.annotation.id };
      return [
        {
          id: newId.decision(),
          of: "annotation",
          seen: seenOf(cluster),
          verdict: { kind: "accept", from, gold: newId.annotation() },
          comment: null,
          supersedes: null,
        } as const,
      ];
    });
}
