import type { DocumentId, ProjectId } from "../ids";

/** Names a document. Its id alone does not: two projects that come from one archive share it. */
export interface DocumentKey {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
}

/** The same as text, to look it up by. */
export function keyText({ projectId, documentId }: DocumentKey): string {
  return `${projectId} ${documentId}`;
}
