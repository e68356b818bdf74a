import type { DocumentSummary, DocumentView, StoredDocument } from "@/lib/contracts/document";
import type { JsonObject } from "@/lib/contracts/extra";
import type { DocumentRow } from "@/lib/db/document-repository";
import type { DocumentListRow } from "@/lib/db/find-documents";

export function toDocumentView(row: DocumentRow): DocumentView {
  return { ...toStoredDocument(row), text: row.text };
}

export function toStoredDocument(row: Omit<DocumentRow, "text">): StoredDocument {
  const {
    id,
    externalId,
    title,
    length,
    textSha256,
    source,
    url,
    publishedAt,
    language,
    extra,
    createdAt,
    updatedAt,
  } = row;
  return {
    id,
    externalId,
    title,
    length,
    textSha256,
    meta: { title, source, url, publishedAt, language, extra: extra as JsonObject },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function toDocumentSummary(row: DocumentListRow): DocumentSummary {
  const { setId, setState, setAnnotations, createdAt, updatedAt, ...summary } = row;
  const hasSet = setId !== null && setState !== null;
  return {
    ...summary,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    mySet: hasSet ? { id: setId, state: setState, annotations: setAnnotations ?? 0 } : null,
  };
}
