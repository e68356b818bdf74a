import { z } from "zod";
import { PEOPLE } from "@/lib/core/exchange/archive-line";
import type { LineError } from "@/lib/core/exchange/line-fault";
import type { OffsetUnit } from "@/lib/core/exchange/offset-unit";
import { DUPLICATE_POLICIES } from "@/lib/core/exchange/duplicate-policy";
import { SET_CHOICES } from "@/lib/core/exchange/set-choice";
import { SET_STATES } from "@/lib/core/workflow/set-state";
import { wellFormed } from "./text";

export const IMPORT_FORMATS = ["jsonl", "txt", "archive"] as const;
export const EXPORT_FORMATS = ["jsonl", "archive"] as const;

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
  readonly skipped: number;
  /** Annotations of lines whose document was there before: a file of articles changes nobody's work. */
  readonly annotationsNotTaken: number;
  readonly failed: number;
  /** What the file's quotes prove its offsets to count; `mixed` where its lines differ, null where nothing tells. */
  readonly offsetUnit: OffsetUnit | "mixed" | null;
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
});
export type ExportQuery = z.output<typeof ExportQuery>;
