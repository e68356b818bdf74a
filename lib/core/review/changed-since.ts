import type { FieldSeqs } from "../annotation/annotation";
import { isRelationLive } from "../annotation/annotation-set";
import type { SetId } from "../ids";
import type { Alignment } from "./alignment";
import type { Decision } from "./decision";

/** What became of something that a decision rests on. */
export interface ChangeSince {
  readonly setId: SetId;
  /** The annotation's or relation's id. */
  readonly id: string;
  readonly change: "edited" | "deleted" | "added";
}

/**
 * What has changed in the sets since the decision was made, by the seqs that it saw. What was changed and undone again
 * has its earlier seq, and counts as unchanged. `added` is what now stands for the same thing and was not seen.
 */
export function changedSince(decision: Decision, alignment: Alignment): readonly ChangeSince[] {
  return decision.of === "annotation"
    ? annotationsChanged(decision, alignment)
    : relationsChanged(decision, alignment);
}

function annotationsChanged(
  { seen }: Extract<Decision, { of: "annotation" }>,
  { sets, clusters }: Alignment,
): readonly ChangeSince[] {
  const known = new Set(seen.map(({ setId, annotation }) => `${setId} ${annotation}`));
  const isKnown = (setId: SetId, id: string): boolean => known.has(`${setId} ${id}`);
  const changed = seen.flatMap(({ setId, annotation: id, fieldSeq }): readonly ChangeSince[] => {
    const annotation = sets.find((set) => set.id === setId)?.annotations.get(id);
    const change = annotation?.live === true ? changeOf(annotation.fieldSeq, fieldSeq) : "deleted";
    return change === null ? [] : [{ setId, id, change }];
  });
  const added = clusters
    .filter(({ members }) => members.some(({ setId, annotation }) => isKnown(setId, annotation.id)))
    .flatMap(({ members }) => members)
    .filter(({ setId, annotation }) => !isKnown(setId, annotation.id))
    .map(({ setId, annotation }): ChangeSince => ({ setId, id: annotation.id, change: "added" }));
  return [...changed, ...added];
}

function relationsChanged(
  { seen }: Extract<Decision, { of: "relation" }>,
  { sets, relations }: Alignment,
): readonly ChangeSince[] {
  const known = new Set(seen.map(({ setId, relation }) => `${setId} ${relation}`));
  const isKnown = (setId: SetId, id: string): boolean => known.has(`${setId} ${id}`);
  const changed = seen.flatMap(({ setId, relation: id, fieldSeq }): readonly ChangeSince[] => {
    const set = sets.find((one) => one.id === setId);
    const relation = set?.relations.get(id);
    const isLive = set !== undefined && relation !== undefined && isRelationLive(set, relation);
    const change = isLive ? changeOf(relation.fieldSeq, fieldSeq) : "deleted";
    return change === null ? [] : [{ setId, id, change }];
  });
  const added = relations
    .filter(({ members }) => members.some(({ setId, relation }) => isKnown(setId, relation.id)))
    .flatMap(({ members }) => members)
    .filter(({ setId, relation }) => !isKnown(setId, relation.id))
    .map(({ setId, relation }): ChangeSince => ({ setId, id: relation.id, change: "added" }));
  return [...changed, ...added];
}

function changeOf(now: FieldSeqs, seen: FieldSeqs): "edited" | null {
  const fields = new Set([...Object.keys(now), ...Object.keys(seen)]);
  return [...fields].some((field) => now[field] !== seen[field]) ? "edited" : null;
}
