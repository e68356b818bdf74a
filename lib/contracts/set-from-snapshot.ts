import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import { codePoint } from "@/lib/core/text/offsets";
import type { SetSnapshot } from "./set";

/** The value that the reducer works on. It knows no log yet: what undo may name is added by whoever reads the log. */
export function setFromSnapshot(snapshot: SetSnapshot): AnnotationSet {
  const { id, documentId, kind, state, seq } = snapshot;
  const annotations = [...snapshot.annotations, ...snapshot.deleted.annotations].map((one) => ({
    ...one,
    start: codePoint(one.start),
    end: codePoint(one.end),
  }));
  const relations = [...snapshot.relations, ...snapshot.deleted.relations];
  return {
    id,
    documentId,
    kind,
    state,
    seq,
    annotations: new Map(annotations.map((one) => [one.id, one])),
    relations: new Map(relations.map((one) => [one.id, one])),
    applied: new Map(),
  };
}
