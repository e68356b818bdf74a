import type { AnnotationId, DocumentId, OperationId, RelationId, SetId, UserId } from "../ids";
import type { AttributeValues } from "../schema/schema";
import type { CodePoint } from "../text/offsets";
import type { SetKind, SetState } from "../workflow/set-state";
import type { Change } from "./change";

/** How an annotation came to be. */
export const ORIGINS = ["human", "imported", "suggested-accepted", "suggested-edited"] as const;
export type Origin = (typeof ORIGINS)[number];

/** For each field (`span`, `label`, `note`, `live`, `attributes.<key>`) the seq that last set it. */
export type FieldSeqs = Readonly<Record<string, number>>;

/** A span with a label. Offsets count code points, half-open; `quote` is the text between them. */
export interface Annotation {
  readonly id: AnnotationId;
  readonly label: string;
  readonly start: CodePoint;
  readonly end: CodePoint;
  readonly quote: string;
  readonly attributes: AttributeValues;
  readonly note: string | null;
  readonly live: boolean;
  readonly fieldSeq: FieldSeqs;
  readonly origin: Origin;
  readonly createdBy: UserId | null;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
}

/** A typed link of two annotations of the same set. It shows only while it and both its ends are live. */
export interface Relation {
  readonly id: RelationId;
  readonly type: string;
  readonly from: AnnotationId;
  readonly to: AnnotationId;
  readonly attributes: AttributeValues;
  readonly live: boolean;
  readonly fieldSeq: FieldSeqs;
  readonly createdBy: UserId | null;
  readonly createdAt: string;
}

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
