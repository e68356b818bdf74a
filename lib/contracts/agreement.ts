import { z } from "zod";
import type { PanelFigure } from "@/lib/core/agreement/panel";
import type { Counts } from "@/lib/core/agreement/tally";
import type { Interval } from "@/lib/core/agreement/bootstrap";
import type { DocumentId, UserId } from "@/lib/core/ids";
import type { AttributeValue } from "@/lib/core/schema/schema";
import { DocumentIdSchema, UserIdSchema } from "./ids";
import { wellFormed } from "./text";

/** Which documents count, besides those that at least two annotators completed. */
export const AgreementFilter = z.strictObject({
  source: wellFormed.max(500).optional(),
  /** Only documents all of whose sets were last worked on under this version. */
  guidelineVersion: z.coerce.number().int().min(1).optional(),
  /** Days, UTC: the last of the sets was completed on or after `from`, and on or before `to`. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type AgreementFilter = z.output<typeof AgreementFilter>;

/** As `AgreementFilter`, with how often documents are drawn: 500 for a look, 2,000 for what is printed. */
export const IntervalsQuery = AgreementFilter.extend({
  replicates: z.coerce.number().int().min(100).max(2_000).default(500),
});
export type IntervalsQuery = z.output<typeof IntervalsQuery>;

/** As `AgreementFilter`, for what lies behind one number. */
export const DisagreementQuery = AgreementFilter.extend({
  label: wellFormed.max(100).optional(),
  a: UserIdSchema.optional(),
  b: UserIdSchema.optional(),
  documentId: DocumentIdSchema.optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type DisagreementQuery = z.output<typeof DisagreementQuery>;

export interface CountedAnnotator {
  readonly id: UserId;
  readonly name: string;
  /** Counted documents they completed, and how many of them with nothing. */
  readonly completed: number;
  readonly empty: number;
  /** Spans by label. */
  readonly spans: Counts;
}

export interface CountedDocument {
  readonly id: DocumentId;
  readonly title: string;
  readonly annotators: number;
  /** F1 with half of the characters in common, over all labels; null where nobody marked anything. */
  readonly f1: number | null;
}

export interface AgreementView {
  readonly documents: {
    /** Completed by at least two annotators, and let through by the filter. */
    readonly counted: number;
    /** Completed by one only: nothing to compare. */
    readonly single: number;
    /** Completed by two, and not yet looked at: ask again, each time more of them are. */
    readonly waiting: number;
  };
  readonly annotators: readonly CountedAnnotator[];
  /** Documents that both completed. */
  readonly shared: readonly { readonly a: UserId; readonly b: UserId; readonly documents: number }[];
  readonly figures: readonly PanelFigure[];
  /**
   * How often one annotator took for `one` what another took for `other`, over all pairs, the most frequent first. Null is
   * nothing: a span that only one of two marked.
   */
  readonly mixedUp: readonly {
    readonly one: string;
    readonly other: string | null;
    readonly times: number;
  }[];
  /** The least agreed on first. */
  readonly lowest: readonly CountedDocument[];
  readonly settings: { readonly iou: number; readonly schemaVersion: number };
  /** What the filter can be set to. */
  readonly sources: readonly string[];
  readonly guidelineVersions: readonly number[];
}

/** The interval of each figure, by the entry and the figure (`panelFigureKey`). */
export interface IntervalsView {
  readonly replicates: number;
  readonly seed: number;
  readonly intervals: Readonly<Record<string, Interval>>;
}

export interface DisagreementItem {
  readonly kind: "missing" | "boundary" | "label" | "attribute" | "relation";
  readonly start: number;
  readonly end: number;
  /** The text of the longest reading, and up to 60 code points on either side of it. */
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly label: string;
  /** Of an attribute its key, of a relation its type. */
  readonly of: string | null;
  /**
   * What each says: the words of a span, a label's key, an attribute's value, the words that a relation leads to, or that
   * it is marked (true); null where there is nothing.
   */
  readonly readings: readonly {
    readonly value: AttributeValue | null;
    readonly annotators: readonly string[];
  }[];
}

export interface DisagreementView {
  readonly documents: readonly (CountedDocument & {
    readonly items: readonly DisagreementItem[];
    /** Further ones of this document that are not listed. */
    readonly more: number;
  })[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}
