import type { Origin } from "../annotation/annotation";
import type { AttributeValue, AttributeValues } from "../schema/schema";
import { DocumentText } from "../text/document-text";
import { codePoint } from "../text/offsets";
import type { SetKind, SetState } from "../workflow/set-state";
import { fillColumns, type AttributeColumns } from "./attribute-columns";
import type { Metadata } from "./metadata";

/** A document and one set of it, or none, as they are stored. Offsets count code points. */
export interface TrainingSource {
  readonly document: {
    readonly id: string;
    readonly externalId: string | null;
    readonly text: string;
    readonly textSha256: string;
    readonly meta: Metadata;
  };
  readonly set: {
    readonly kind: SetKind;
    /** The annotator's name; null for what is nobody's own. */
    readonly annotator: string | null;
    readonly state: SetState;
    readonly schemaVersion: number;
    readonly guidelineVersion: number;
    readonly completedAt: string | null;
  } | null;
  readonly spans: readonly SourceSpan[];
  readonly relations: readonly SourceRelation[];
}

export interface SourceSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly quote: string;
  readonly attributes: AttributeValues;
  readonly note: string | null;
  readonly origin: Origin;
}

export interface SourceRelation {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly attributes: AttributeValues;
}

type Filled = Readonly<Record<string, AttributeValue | null>>;

/** A line of the training form: every key present, in this order, always of the same type. */
export interface TrainingRow {
  readonly id: string;
  readonly external_id: string | null;
  readonly text: string;
  readonly text_sha256: string;
  readonly offset_unit: "codepoint";
  readonly meta: {
    readonly title: string | null;
    readonly source: string | null;
    readonly url: string | null;
    readonly published_at: string | null;
    readonly language: string | null;
    /** JSON, so that readers which infer columns need not know what is in it. */
    readonly extra: string;
  };
  readonly set: {
    readonly kind: SetKind;
    readonly annotator: string | null;
    readonly state: SetState;
    readonly schema_version: number;
    readonly guideline_version: number;
    readonly completed_at: string | null;
  } | null;
  readonly spans: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly label: string;
    readonly quote: string;
    readonly attributes: Filled;
    readonly note: string | null;
    readonly origin: Origin;
    /** Of a gold or aggregated set; no set is one yet. */
    readonly votes: null;
    readonly annotators: null;
  }[];
  readonly relations: readonly {
    readonly id: string;
    readonly type: string;
    readonly from: string;
    readonly to: string;
    readonly attributes: Filled;
  }[];
  /** Of a release; nothing is one yet. */
  readonly split: null;
  readonly group: null;
}

/**
 * The line of a file for one document and set.
 * @throws MisquotedError where a span's quote is not what the text has there: such a row must not leave.
 */
export function trainingRow(
  { document, set, spans, relations }: TrainingSource,
  columns: AttributeColumns,
): TrainingRow {
  refuseMisquotes(document.id, document.text, spans);
  const { title, source, url, publishedAt, language, extra } = document.meta;
  return {
    id: document.id,
    external_id: document.externalId,
    text: document.text,
    text_sha256: document.textSha256,
    offset_unit: "codepoint",
    meta: { title, source, url, published_at: publishedAt, language, extra: JSON.stringify(extra) },
    set: set && {
      kind: set.kind,
      annotator: set.annotator,
      state: set.state,
      schema_version: set.schemaVersion,
      guideline_version: set.guidelineVersion,
      completed_at: set.completedAt,
    },
    spans: spans.map(({ id, start, end, label, quote, attributes, note, origin }) => ({
      id,
      start,
      end,
      label,
      quote,
      attributes: fillColumns(columns.spans, attributes),
      note,
      origin,
      votes: null,
      annotators: null,
    })),
    relations: relations.map(({ id, type, from, to, attributes }) => ({
      id,
      type,
      from,
      to,
      attributes: fillColumns(columns.relations, attributes),
    })),
    split: null,
    group: null,
  };
}

/** A stored span does not enclose what it quotes: the database was changed behind our back. */
export class MisquotedError extends Error {
  override readonly name = "MisquotedError";

  constructor(
    readonly documentId: string,
    readonly annotationId: string,
  ) {
    super(`Annotation ${annotationId} of document ${documentId} does not enclose the text that it quotes.`);
  }
}

/** @throws MisquotedError */
export function refuseMisquotes(
  documentId: string,
  string: string,
  spans: readonly Pick<SourceSpan, "id" | "start" | "end" | "quote">[],
): void {
  if (spans.length === 0) return;
  const text = DocumentText.of(string);
  for (const { id, start, end, quote } of spans) {
    if (!isQuoted(text, start, end, quote)) throw new MisquotedError(documentId, id);
  }
}

/** Whether [start, end) is a span of `text` and `quote` what stands there. */
export function isQuoted(text: DocumentText, start: number, end: number, quote: string): boolean {
  return (
    0 <= start && start < end && end <= text.length && text.slice(codePoint(start), codePoint(end)) === quote
  );
}
