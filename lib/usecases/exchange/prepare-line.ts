import { importedSet, type ImportedSet } from "@/lib/core/exchange/imported-set";
import { isFault, type LineError } from "@/lib/core/exchange/line-fault";
import type { OffsetUnit } from "@/lib/core/exchange/offset-unit";
import type { UserId } from "@/lib/core/ids";
import type { Schema } from "@/lib/core/schema/schema";
import { DocumentText } from "@/lib/core/text/document-text";
import { titleOf } from "@/lib/core/text/first-line";
import { wordsOfDocument } from "@/lib/core/text/search-words";
import type { NewDocumentRow } from "@/lib/db/insert-documents";
import type { Context } from "../context";
import type { DecodedLine } from "./decode-line";

/** A line ready to be stored, should its external id be free. */
export interface PreparedLine extends DecodedLine {
  readonly row: NewDocumentRow;
  readonly imported: ImportedSet | null;
}

/** What all lines of one import have in common. */
export interface ImportFrame {
  readonly ctx: Context;
  readonly schema: Schema;
  readonly guidelineVersion: number;
  readonly at: Date;
  readonly actorId: UserId | null;
}

/** Makes the document that a line describes, and the set of what it has marked; or the line's fault. */
export function prepareLine(
  decoded: DecodedLine,
  frame: ImportFrame,
  usual: OffsetUnit | null,
): PreparedLine | LineError {
  const { content, line, byte, textSha256 } = decoded;
  const { ctx, at, actorId, schema } = frame;
  const text = DocumentText.of(content.text);
  const { extra, title, source, url, publishedAt, language } = content.meta;
  const searchable = {
    externalId: content.externalId,
    title: title ?? titleOf(content.text),
    source: source ?? null,
    text: content.text,
  };
  const row: NewDocumentRow = {
    id: ctx.newId<"document">(),
    ...searchable,
    words: wordsOfDocument(searchable),
    textSha256,
    length: text.length,
    url: url ?? null,
    publishedAt: publishedAt ?? null,
    language: language ?? null,
    extra,
    createdBy: actorId,
    at,
  };
  if (content.spans.length === 0 && content.relations.length === 0)
    return { ...decoded, row, imported: null };
  const imported = importedSet(content, {
    setId: ctx.newId<"set">(),
    documentId: row.id,
    rules: { schema, text },
    stamp: { actorId, at: at.toISOString(), origin: "imported" },
    newId: ctx.newId,
    usual,
  });
  return isFault(imported) ? { line, byte, ...imported } : { ...decoded, row, imported };
}
