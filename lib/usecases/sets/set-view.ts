import {
  isRelationLive,
  liveAnnotations,
  liveRelations,
  type AnnotationSet,
} from "@/lib/core/annotation/annotation-set";
import type { SetSnapshot, SetSummary } from "@/lib/contracts/set";
import type { StoredSet } from "@/lib/db/set-repository";

export function toSummary({
  id,
  documentId,
  kind,
  annotatorId,
  annotatorName,
  state,
  seq,
}: StoredSet): SetSummary {
  const annotator = annotatorId === null ? null : { id: annotatorId, name: annotatorName ?? "" };
  return { id, documentId, kind, annotator, state, seq };
}

export function toSnapshot(
  set: StoredSet,
  contents: Pick<AnnotationSet, "annotations" | "relations">,
  { epoch, people }: Pick<SetSnapshot, "epoch" | "people">,
): SetSnapshot {
  const { schemaVersion, guidelineVersion } = set;
  return {
    ...toSummary(set),
    epoch,
    people,
    schemaVersion,
    guidelineVersion,
    annotations: liveAnnotations(contents),
    relations: liveRelations(contents),
    deleted: {
      annotations: [...contents.annotations.values()].filter((annotation) => !annotation.live),
      relations: [...contents.relations.values()].filter((relation) => !isRelationLive(contents, relation)),
    },
  };
}
