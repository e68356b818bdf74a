import { LRUCache } from "lru-cache";
import type { Rules } from "@/lib/core/annotation/decide";
import { AppError } from "@/lib/core/errors";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { Schema } from "@/lib/core/schema/schema";
import { DocumentText } from "@/lib/core/text/document-text";
import type { SqlQueries } from "@/lib/db/client";
import { textOf } from "@/lib/db/document-repository";
import { schemaAt } from "@/lib/db/schema-repository";

// A text and a version of a schema never change, so what is kept here cannot be stale, in however many processes.
const schemas = new LRUCache<string, Schema>({ max: 200 });
const texts = new LRUCache<string, DocumentText>({
  maxSize: 64 * 1024 * 1024,
  sizeCalculation: (text) => text.string.length * 2 + 1,
});

/** What annotations of a document must keep to: the schema in its version, and the text. */
export async function rulesOf(
  queries: SqlQueries,
  projectId: ProjectId,
  documentId: DocumentId,
  version: number,
): Promise<Rules> {
  const schemaKey = `${projectId} ${version}`;
  const schema = schemas.get(schemaKey) ?? (await schemaAt(queries, projectId, version));
  // An archive keeps its documents' ids, so that two projects may have different texts under one id.
  const textKey = `${projectId} ${documentId}`;
  const text = texts.get(textKey) ?? asText(await textOf(queries, projectId, documentId));
  schemas.set(schemaKey, schema);
  texts.set(textKey, text);
  return { schema, text };
}

function asText(text: string | null): DocumentText {
  if (text === null) throw new AppError("not_found");
  return DocumentText.of(text);
}
