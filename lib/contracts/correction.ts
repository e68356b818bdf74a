import { z } from "zod";
import type { DocumentId, SetId } from "@/lib/core/ids";
import type { CorrectedField } from "@/lib/core/review/corrections";
import type { AnnotationVerdict, DecisionId } from "@/lib/core/review/decision";
import type { AttributeValues } from "@/lib/core/schema/schema";
import { DecisionIdSchema } from "./ids";
import { PageQuery } from "./page";
import { wellFormed } from "./text";

/** How something was marked. */
export interface MarkView {
  readonly label: string;
  readonly start: number;
  readonly quote: string;
  readonly attributes: AttributeValues;
}

/** What became of one annotation of a set, or what the set lacks. Of other annotators it says nothing. */
export interface CorrectionView {
  readonly decisionId: DecisionId;
  readonly kind: "kept" | "changed" | "rejected" | "overlooked";
  /** Null where it was overlooked. */
  readonly own: MarkView | null;
  /** Null where it was rejected. */
  readonly gold: MarkView | null;
  readonly fields: readonly CorrectedField[];
  readonly verdict: AnnotationVerdict["kind"];
  /** The name of the reason, where one was given. */
  readonly reason: string | null;
  readonly comment: string | null;
  /** What the annotator has objected with; null while they have not. */
  readonly contested: string | null;
}

export interface CorrectedDocument {
  readonly documentId: DocumentId;
  readonly setId: SetId;
  readonly title: string;
  readonly kept: number;
  /** Everything but what was kept, in the order of the text. */
  readonly corrections: readonly CorrectionView[];
}

export const CorrectionsQuery = PageQuery.extend({
  limit: z.coerce.number().int().min(1).max(50).default(20),
});
export type CorrectionsQuery = z.output<typeof CorrectionsQuery>;

export const NewContest = z.strictObject({
  decisionId: DecisionIdSchema,
  reason: wellFormed.trim().min(1, "Say why.").max(2_000, "At most 2,000 characters."),
});
export type NewContest = z.output<typeof NewContest>;
