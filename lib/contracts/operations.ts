import { z } from "zod";
import type { Change } from "@/lib/core/annotation/change";
import type { Operation, Refusal } from "@/lib/core/annotation/operation";
import type { OperationId, UserId } from "@/lib/core/ids";
import { codePoint } from "@/lib/core/text/offsets";
import { AttributeChange, GivenAttributes } from "./attribute-values";
import { AnnotationIdSchema, GroupIdSchema, OperationIdSchema, RelationIdSchema, SetIdSchema } from "./ids";
import { KeySchema } from "./schema";
import { wellFormed } from "./text";

export const MAX_OPERATIONS = 10_000;

export const OffsetSchema = z
  .int("A whole number of code points.")
  .min(0, "Offsets begin at 0.")
  .max(2 ** 31 - 1)
  .transform(codePoint);
const runsForwards = (span: { start: number; end: number }) => span.start < span.end;
const backwards = { error: "The end must lie behind the start.", path: ["end"] };
const spanFields = { start: OffsetSchema, end: OffsetSchema, quote: wellFormed.optional() };

const attributes = GivenAttributes.optional();
const note = wellFormed.max(20_000).nullable();
const nothing = z.strictObject({}).default({});

const operation = <K extends string, T extends z.ZodType, B extends z.ZodType>(kind: K, target: T, body: B) =>
  z.strictObject({
    id: OperationIdSchema,
    kind: z.literal(kind),
    target,
    body,
    group: GroupIdSchema.optional(),
    ifSeq: z.int().min(0).optional(),
  });

export const OperationSchema = z.discriminatedUnion("kind", [
  operation(
    "annotation.create",
    AnnotationIdSchema,
    z
      .strictObject({ label: KeySchema, ...spanFields, attributes, note: note.optional() })
      .refine(runsForwards, backwards),
  ),
  operation(
    "annotation.setSpan",
    AnnotationIdSchema,
    z.strictObject(spanFields).refine(runsForwards, backwards),
  ),
  operation("annotation.setLabel", AnnotationIdSchema, z.strictObject({ label: KeySchema })),
  operation("annotation.setAttribute", AnnotationIdSchema, AttributeChange),
  operation("annotation.setNote", AnnotationIdSchema, z.strictObject({ note })),
  operation("annotation.delete", AnnotationIdSchema, nothing),
  operation("annotation.restore", AnnotationIdSchema, nothing),
  operation(
    "relation.create",
    RelationIdSchema,
    z.strictObject({ type: KeySchema, from: AnnotationIdSchema, to: AnnotationIdSchema, attributes }),
  ),
  operation("relation.setAttribute", RelationIdSchema, AttributeChange),
  operation("relation.delete", RelationIdSchema, nothing),
  operation("relation.restore", RelationIdSchema, nothing),
  operation("set.submit", SetIdSchema, nothing),
  operation("set.return", SetIdSchema, nothing),
  operation("set.accept", SetIdSchema, nothing),
  operation("set.reopen", SetIdSchema, nothing),
  operation("undo", OperationIdSchema, nothing),
]) satisfies z.ZodType<Operation>;

export const OperationBatch = z.strictObject({
  clientId: z.string().min(1).max(100),
  operations: z.array(OperationSchema).min(1),
});
export type OperationBatch = z.output<typeof OperationBatch>;

/** What became of one operation; `current` is the annotation or relation as it stands, where there is one. */
export interface OperationResult {
  readonly id: OperationId;
  readonly seq: number;
  readonly status: "ok" | "rejected";
  readonly reason?: Refusal;
  readonly current?: unknown;
}

/**
 * `at` is the server's time of the batch, `seq` where the set stands after it. `replayed` names those that had been taken
 * before, and so at another time.
 */
export interface BatchResult {
  readonly seq: number;
  readonly at: string;
  readonly replayed: readonly OperationId[];
  readonly results: readonly OperationResult[];
}

/** One line of the log, as `GET …/operations?after=` gives it. */
export interface OperationRecord {
  readonly id: OperationId;
  readonly seq: number;
  readonly kind: Operation["kind"];
  readonly target: string;
  readonly body: unknown;
  readonly group: string | null;
  readonly actor: { readonly id: UserId; readonly name: string } | null;
  readonly status: "ok" | "rejected";
  readonly reason: Refusal | null;
  readonly change: Change | null;
  readonly undoes: OperationId | null;
  readonly at: string;
}

export const LogQuery = z.strictObject({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  /** Only what touched this annotation or relation, or undid it: its history. */
  target: z.uuid().optional(),
});
