import type { AnnotationId, RelationId, UserId } from "../ids";
import type { AttributeValues } from "../schema/schema";
import type { CodePoint } from "../text/offsets";

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
