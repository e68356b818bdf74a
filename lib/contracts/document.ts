import { z } from "zod";
import { PUBLICATION_DATE_HINT, publicationDateProblem } from "@/lib/core/exchange/publication-date";
import type { DocumentId, SetId } from "@/lib/core/ids";
import { isBlank } from "@/lib/core/text/is-blank";
import { SET_STATES, type SetState } from "@/lib/core/workflow/set-state";
import { Extra, type JsonObject } from "./extra";
import { PageQuery } from "./page";
import { line, wellFormed } from "./text";

/** UTF-8 bytes of one text. */
export const MAX_TEXT_BYTES = 10 * 1024 * 1024;

export const Meta = z.strictObject({
  title: line(500).nullish(),
  source: line(500).nullish(),
  url: wellFormed.max(2000).nullish(),
  publishedAt: z
    .string()
    .refine((text) => publicationDateProblem(text) === null, {
      error: PUBLICATION_DATE_HINT,
      params: { code: "invalid_date" },
    })
    .nullish(),
  language: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language tag such as en or pt-BR.")
    .nullish(),
  extra: Extra.default({}),
});
export type Meta = z.output<typeof Meta>;

export const ExternalId = wellFormed.min(1).max(500);

export const NewDocument = z.strictObject({
  externalId: ExternalId.nullish(),
  text: wellFormed.refine((text) => !isBlank(text), {
    error: "The text is empty. Give the article.",
    params: { code: "empty_text" },
  }),
  meta: Meta.default({ extra: {} }),
});
export type NewDocument = z.output<typeof NewDocument>;

/** Metadata only: a text never changes. What is left out stays; a title of null is that of the text again. */
export const DocumentPatch = z.strictObject({ meta: Meta.extend({ extra: Extra }).partial() });
export type DocumentPatch = z.output<typeof DocumentPatch>;

export const DocumentFilter = PageQuery.extend({
  q: wellFormed.max(200).optional(),
  /** State of the caller's own set, or `none` where they have not begun. */
  state: z.enum([...SET_STATES, "none"]).optional(),
  trash: z.stringbool().default(false),
});
export type DocumentFilter = z.output<typeof DocumentFilter>;

export interface DocumentSummary {
  readonly id: DocumentId;
  readonly externalId: string | null;
  /** From the metadata, else the first line of the text. */
  readonly title: string;
  readonly source: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  /** In code points. */
  readonly length: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The caller's own set, if they have one. */
  readonly mySet: { readonly id: SetId; readonly state: SetState; readonly annotations: number } | null;
}

export interface DocumentView extends Omit<DocumentSummary, "mySet" | "source" | "publishedAt" | "language"> {
  readonly text: string;
  readonly textSha256: string;
  readonly meta: {
    readonly title: string | null;
    readonly source: string | null;
    readonly url: string | null;
    readonly publishedAt: string | null;
    readonly language: string | null;
    readonly extra: JsonObject;
  };
}

/** A document as it was stored, without the text that the caller has sent themselves. */
export type StoredDocument = Omit<DocumentView, "text">;
