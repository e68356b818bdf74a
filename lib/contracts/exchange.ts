import { z } from "zod";
import { PEOPLE } from "@/lib/core/exchange/archive-line";
import { CELL_MODES, TAG_COLUMNS, TOKEN_MODES } from "@/lib/core/exchange/formats/exporter";
import { SET_FORMATS } from "@/lib/core/exchange/formats/format-names";
import type { LossKind } from "@/lib/core/exchange/formats/loss";
import type { LineError } from "@/lib/core/exchange/line-fault";
import type { OffsetUnit } from "@/lib/core/exchange/offset-unit";
import { DUPLICATE_POLICIES } from "@/lib/core/exchange/duplicate-policy";
import { SET_CHOICES } from "@/lib/core/exchange/set-choice";
import { SET_STATES } from "@/lib/core/workflow/set-state";
import { wellFormed } from "./text";

export const IMPORT_FORMATS = ["jsonl", "txt", "archive"] as const;
export const EXPORT_FORMATS = [...SET_FORMATS, "archive"] as const;

/** Media types of what is uploaded. */
export const IMPORT_TYPES = [
  "application/x-ndjson",
  "application/jsonl",
  "application/x-jsonlines",
  "text/plain",
  "application/octet-stream",
] as const;

export const ImportQuery = z.strictObject({
  format: z.enum(IMPORT_FORMATS).default("jsonl"),
  onDuplicate: z.enum(DUPLICATE_POLICIES).default("skip"),
  /** One broken line, and nothing is created. */
  strict: z.stringbool().default(false),
  /** The file's name: the external id of what a text file becomes. */
  name: wellFormed.min(1).max(500).optional(),
});
export type ImportQuery = z.output<typeof ImportQuery>;

/** How many errors a report lists; all are counted. */
export const MAX_LISTED_ERRORS = 10_000;

/** What became of a file. `failed` lines changed nothing; in state `failed` (strict) the whole file changed nothing. */
export interface ImportReport {
  readonly state: "done" | "failed";
  readonly created: number;
  readonly updated: number;
  /** Of lines that were to update a document and say what it says already. */
  readonly unchanged: number;
  readonly skipped: number;
  /** Annotations of lines whose document was there before: a file of articles changes nobody's work. */
  readonly annotationsNotTaken: number;
  readonly failed: number;
  /** What the file's quotes prove its offsets to count; `mixed` where its lines differ, null where nothing tells. */
  readonly offsetUnit: OffsetUnit | "mixed" | null;
  /** The moment that all documents bear which the file has made, so that they can be told from others; null: it made none. */
  readonly createdAt: string | null;
  readonly errors: readonly LineError[];
}

export const ExportQuery = z.strictObject({
  format: z.enum(EXPORT_FORMATS).default("jsonl"),
  sets: z.enum(SET_CHOICES).default("auto"),
  /** One state, or several with commas between them. */
  state: z
    .string()
    .transform((states) => states.split(","))
    .pipe(z.array(z.enum(SET_STATES)).min(1))
    .optional(),
  /** Documents without a chosen set become lines with `"set":null`. */
  include: z.enum(["unannotated"]).optional(),
  /** Archive only. */
  people: z.enum(PEOPLE).default("pseudonyms"),
  /** Formats of tokens only: what becomes of a span that ends inside of one. */
  tokens: z.enum(TOKEN_MODES).default("expand"),
  /** Formats of tags only: a column for each label, or one for all. */
  columns: z.enum(TAG_COLUMNS).default("labels"),
  /** Tables only. */
  cells: z.enum(CELL_MODES).default("exact"),
});
export type ExportQuery = z.output<typeof ExportQuery>;

/** The same query, and whether the losses come counted or as a table of all of them. */
export const LossQuery = ExportQuery.extend({ as: z.enum(["json", "csv"]).default("json") });

/** How many losses a report lists; all are counted, and the table has them all. */
export const LISTED_LOSSES = 1_000;

/** What an export in a format holds and what it cannot hold. No losses: nothing is lost. */
export interface LossReport {
  readonly format: ExportQuery["format"];
  /** Documents with a chosen set, once for each set. */
  readonly rows: number;
  readonly annotations: number;
  readonly relations: number;
  readonly losses: readonly { readonly kind: LossKind; readonly count: number }[];
  readonly listed: readonly ListedLoss[];
}

export interface ListedLoss {
  readonly document: string;
  readonly externalId: string | null;
  readonly annotator: string | null;
  /** The id of the annotation or relation; null where it is the document's. */
  readonly annotation: string | null;
  readonly kind: LossKind;
  readonly reason: string;
}
