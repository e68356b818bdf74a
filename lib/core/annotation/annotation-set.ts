import type { AnnotationId, DocumentId, OperationId, RelationId, SetId, UserId } from "../ids";
import type { SetKind, SetState } from "../workflow/set-state";
import type { Annotation, Relation } from "./annotation";
import type { Change } from "./change";

/** What undo needs to know of an operation that was applied. */
export interface Applied {
  readonly actorId: UserId | null;
  readonly seq: number;
  readonly change: Change;
  readonly undone: boolean;
}

/** One body of work on one document, as it stands after operation `seq`. Deleted annotations stay, not live. */
export interface AnnotationSet {
  readonly id: SetId;
  readonly documentId: DocumentId;
  readonly kind: SetKind;
  readonly state: SetState;
  readonly seq: number;
  readonly annotations: ReadonlyMap<AnnotationId, Annotation>;
  readonly relations: ReadonlyMap<RelationId, Relation>;
  /** The part of the log that an undo may name; the log itself is in the database. */
  readonly applied: ReadonlyMap<OperationId, Applied>;
}

export function emptySet(of: Pick<AnnotationSet, "id" | "documentId" | "kind">): AnnotationSet {
  return { ...of, state: "new", seq: 0, annotations: new Map(), relations: new Map(), applied: new Map() };
}

/** The live annotations in text order: by start, the longer first, then by id. */
export function liveAnnotations(set: Pick<AnnotationSet, "annotations">): readonly Annotation[] {
  return [...set.annotations.values()]
    .filter((annotation) => annotation.live)
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/** The relations that are live and have both ends live, by id. */
export function liveRelations(set: Pick<AnnotationSet, "annotations" | "relations">): readonly Relation[] {
  return [...set.relations.values()]
    .filter((relation) => isRelationLive(set, relation))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

export function isRelationLive(set: Pick<AnnotationSet, "annotations">, relation: Relation): boolean {
  const isLive = (id: AnnotationId): boolean => set.annotations.get(id)?.live ?? false;
  return relation.live && isLive(relation.from) && isLive(relation.to);
}
