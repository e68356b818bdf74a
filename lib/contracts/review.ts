import { z } from "zod";
import type { AnnotationId, DocumentId, RelationId, SetId, UserId } from "@/lib/core/ids";
import type { DecisionRefusal } from "@/lib/core/review/check-decision";
import type { Decision, DecisionId } from "@/lib/core/review/decision";
import { MOST_REASONS, type Reason } from "@/lib/core/review/reasons";
import type { AttributeValues } from "@/lib/core/schema/schema";
import type { Refusal } from "@/lib/core/annotation/operation";
import type { SetState } from "@/lib/core/workflow/set-state";
import { GivenAttributes } from "./attribute-values";
import { AnnotationIdSchema, DecisionIdSchema, RelationIdSchema, SetIdSchema } from "./ids";
import { OffsetSchema } from "./operations";
import { PageQuery } from "./page";
import { KeySchema } from "./schema";
import type { SetSummary } from "./set";
import { line, wellFormed } from "./text";

const fieldSeq = z.record(z.string().max(200), z.int().min(0));
const annotationRef = z.strictObject({ setId: SetIdSchema, annotation: AnnotationIdSchema });
const relationRef = z.strictObject({ setId: SetIdSchema, relation: RelationIdSchema });
const span = { start: OffsetSchema, end: OffsetSchema };
const reason = KeySchema;

const annotationVerdict = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("accept"), from: annotationRef, gold: AnnotationIdSchema }),
  z.strictObject({
    kind: z.literal("accept-both"),
    accepted: z
      .array(z.strictObject({ from: annotationRef, gold: AnnotationIdSchema }))
      .min(1)
      .max(8),
  }),
  z.strictObject({
    kind: z.literal("fix"),
    as: z.strictObject({ ...span, label: KeySchema, attributes: GivenAttributes }),
    from: annotationRef.nullable(),
    gold: AnnotationIdSchema,
  }),
  z.strictObject({ kind: z.literal("reject"), reason }),
  z.strictObject({ kind: z.literal("nothing-here"), reason, ...span }),
]);

const relationVerdict = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("accept"), from: relationRef, gold: RelationIdSchema }),
  z.strictObject({ kind: z.literal("reject"), reason }),
]);

const act = {
  id: DecisionIdSchema,
  comment: wellFormed.max(5_000).nullable().default(null),
  supersedes: DecisionIdSchema.nullable().default(null),
};

export const DecisionSchema = z.discriminatedUnion("of", [
  z.strictObject({
    ...act,
    of: z.literal("annotation"),
    seen: z.array(annotationRef.extend({ fieldSeq })).min(1).max(8),
    verdict: annotationVerdict,
  }),
  z.strictObject({
    ...act,
    of: z.literal("relation"),
    seen: z.array(relationRef.extend({ fieldSeq })).min(1).max(8),
    verdict: relationVerdict,
  }),
]) satisfies z.ZodType<Decision>;

/** Accepting all unanimous annotations of a long article is one batch. */
export const MAX_DECISIONS = 2_000;
export const DecisionBatch = z.strictObject({ decisions: z.array(DecisionSchema).min(1).max(MAX_DECISIONS) });

/** What became of a decision that was sent. */
export type DecisionResult = { readonly id: DecisionId } & (
  { readonly status: "ok" } | { readonly status: "refused"; readonly reason: DecisionRefusal | Refusal }
);

/** A decision that holds or that another has taken the place of. */
export interface DecisionView {
  readonly decision: Decision;
  readonly reviewer: { readonly id: UserId; readonly name: string } | null;
  readonly at: string;
  /** The seq at which each set was seen. */
  readonly seqs: Readonly<Record<SetId, number>>;
  /** The annotators who do not agree with it, each with their reason. */
  readonly contests: readonly ContestView[];
}

export interface ContestView {
  readonly setId: SetId;
  readonly by: { readonly id: UserId; readonly name: string };
  readonly reason: string;
  readonly at: string;
}

/** What came of an act, and how those decisions of it that hold are told. */
export interface ReviewProgress {
  readonly results: readonly DecisionResult[];
  readonly goldState: SetState;
  readonly decisions: readonly DecisionView[];
}

/** An annotation as review needs it; its quote is in the text. */
export interface ReviewedAnnotationView {
  readonly id: AnnotationId;
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: AttributeValues;
  readonly note: string | null;
  readonly fieldSeq: Readonly<Record<string, number>>;
}

export interface ReviewedRelationView {
  readonly id: RelationId;
  readonly type: string;
  readonly from: AnnotationId;
  readonly to: AnnotationId;
  readonly attributes: AttributeValues;
  readonly fieldSeq: Readonly<Record<string, number>>;
}

export interface ReviewedSetView extends SetSummary {
  /** What an imported set is called by. */
  readonly owner: string;
  readonly annotations: readonly ReviewedAnnotationView[];
  readonly relations: readonly ReviewedRelationView[];
}

/** Everything that a reviewer has before them on one document. */
export interface ReviewView {
  readonly documentId: DocumentId;
  /** The sets that are done, the oldest first, up to eight. */
  readonly sets: readonly ReviewedSetView[];
  /** The sets that are not before the reviewer: not done yet, or more than eight. */
  readonly others: readonly SetSummary[];
  readonly gold: SetSummary | null;
  readonly decisions: readonly DecisionView[];
  readonly reasons: readonly Reason[];
}

export const ReasonSchema = z.strictObject({ key: KeySchema, name: line(100) }) satisfies z.ZodType<Reason>;
export const ReasonList = z.strictObject({
  reasons: z
    .array(ReasonSchema)
    .min(1, "Keep one reason at least: a rejection names one.")
    .max(MOST_REASONS)
    .refine((reasons) => new Set(reasons.map(({ key }) => key)).size === reasons.length, {
      error: "Two reasons have the same key.",
    }),
});

/** `open` has something left to decide, `decided` has not, `accepted` is gold; `contested` is what somebody objects to. */
export const QUEUE_STATES = ["open", "decided", "accepted", "contested"] as const;
export type QueueState = (typeof QUEUE_STATES)[number];
export const QueueQuery = PageQuery.extend({ state: z.enum(QUEUE_STATES).optional() });
export type QueueQuery = z.output<typeof QueueQuery>;

/** A document in the review queue. */
export interface QueueEntry {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly source: string | null;
  /** Sets that are done, and all there are, but for the gold one. */
  readonly done: number;
  readonly sets: number;
  /** Null until the sets have been compared, which happens by itself. */
  readonly figures: {
    readonly points: number;
    readonly undecided: number;
    readonly differing: number;
    readonly disagreement: number | null;
  } | null;
  readonly goldState: SetState | null;
  /** Decisions that an annotator objects to and that have not been taken anew. */
  readonly contested: number;
}
