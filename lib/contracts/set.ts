import { z } from "zod";
import type { Origin } from "@/lib/core/annotation/annotation";
import type { AnnotationId, DocumentId, RelationId, SetId, UserId } from "@/lib/core/ids";
import type { AttributeValues } from "@/lib/core/schema/schema";
import type { SetKind, SetState } from "@/lib/core/workflow/set-state";

/** Opens the caller's set of that kind, or returns it. */
export const OpenSet = z.strictObject({ kind: z.enum(["annotator", "shared", "gold"]) });

export interface SetSummary {
  readonly id: SetId;
  readonly documentId: DocumentId;
  readonly kind: SetKind;
  readonly annotator: { readonly id: UserId; readonly name: string } | null;
  readonly state: SetState;
  readonly seq: number;
}

export interface AnnotationView {
  readonly id: AnnotationId;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly attributes: AttributeValues;
  readonly note: string | null;
  readonly origin: Origin;
  readonly createdBy: UserId | null;
  readonly createdAt: string;
  readonly live: boolean;
  readonly fieldSeq: Readonly<Record<string, number>>;
}

export interface RelationView {
  readonly id: RelationId;
  readonly type: string;
  readonly from: AnnotationId;
  readonly to: AnnotationId;
  readonly attributes: AttributeValues;
  readonly createdBy: UserId | null;
  readonly createdAt: string;
  readonly live: boolean;
  readonly fieldSeq: Readonly<Record<string, number>>;
}

/** A set as it stands at `seq`. What is deleted, and what hangs on it, comes apart, so that it can be restored. */
export interface SetSnapshot extends SetSummary {
  /** Names the installation's time line: with it, `seq` says from where to follow the log. */
  readonly epoch: string;
  /** Those who made what is in the set. */
  readonly people: readonly { readonly id: UserId; readonly name: string }[];
  readonly schemaVersion: number;
  readonly guidelineVersion: number;
  readonly annotations: readonly AnnotationView[];
  readonly relations: readonly RelationView[];
  readonly deleted: {
    readonly annotations: readonly AnnotationView[];
    readonly relations: readonly RelationView[];
  };
}
