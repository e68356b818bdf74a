import { permit, type Context } from "../context";
import type { DocumentView } from "@/lib/contracts/document";
import { AppError } from "@/lib/core/errors";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import { findDocument } from "@/lib/db/document-repository";
import { toDocumentView } from "./document-view";

export interface DocumentInput {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
}

/** An article with its text and metadata. @throws AppError `not_found` for one in the trash too. */
export async function readDocument(
  ctx: Context,
  { projectId, documentId }: DocumentInput,
): Promise<DocumentView> {
  await permit(ctx, projectId, "document.read");
  const document = await findDocument(ctx.db.prisma, projectId, documentId);
  if (document === null) throw new AppError("not_found");
  return toDocumentView(document);
}
