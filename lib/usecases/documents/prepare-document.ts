import { createHash } from "node:crypto";
import { MAX_TEXT_BYTES, type NewDocument } from "@/lib/contracts/document";
import { AppError } from "@/lib/core/errors";
import type { DocumentId, UserId } from "@/lib/core/ids";
import { DocumentText } from "@/lib/core/text/document-text";
import { wordsOfDocument } from "@/lib/core/text/search-words";
import { textProblem, type TextProblem } from "@/lib/core/text/ill-formed";
import type { NewDocumentRow } from "@/lib/db/insert-documents";
import { titleFor } from "./title-for";

export interface Provenance {
  readonly id: DocumentId;
  readonly createdBy: UserId | null;
  readonly at: Date;
}

/**
 * The row of a new document: its text exactly as given, measured and hashed, metadata that nobody states null.
 * @throws AppError `text_too_large`, or `invalid` for a text that cannot be stored.
 */
export function prepareDocument(
  { externalId, text, meta }: NewDocument,
  provenance: Provenance,
): NewDocumentRow {
  const problem = textProblem(text);
  if (problem !== null)
    throw new AppError("invalid", { faults: [{ path: "text", code: problem, message: PROBLEMS[problem] }] });
  if (Buffer.byteLength(text, "utf8") > MAX_TEXT_BYTES) throw new AppError("text_too_large");
  const { extra, title, source, url, publishedAt, language } = meta;
  const searchable = {
    externalId: externalId ?? null,
    title: title ?? titleFor(text, externalId ?? null),
    source: source ?? null,
    text,
  };
  return {
    ...provenance,
    ...searchable,
    words: wordsOfDocument(searchable),
    textSha256: createHash("sha256").update(text, "utf8").digest("hex"),
    length: DocumentText.of(text).length,
    url: url ?? null,
    publishedAt: publishedAt ?? null,
    language: language ?? null,
    extra,
  };
}

const PROBLEMS: Readonly<Record<TextProblem, string>> = {
  empty: "The text is empty. Give the article.",
  nul_char: "Contains a NUL character (U+0000). Remove it.",
  ill_formed_unicode: "Contains half of a surrogate pair. Encode the text as UTF-8 again.",
};
