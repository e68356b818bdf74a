import { permit, type Context } from "../context";
import type { NewDocument, StoredDocument } from "@/lib/contracts/document";
import { AppError } from "@/lib/core/errors";
import type { ProjectId } from "@/lib/core/ids";
import { findExternalId } from "@/lib/db/document-repository";
import { insertDocuments } from "@/lib/db/insert-documents";
import { inTransaction } from "@/lib/db/transaction";
import { toStoredDocument } from "./document-view";
import { prepareDocument } from "./prepare-document";

export type CreateDocumentInput = { readonly projectId: ProjectId } & NewDocument;

/**
 * Adds an article to a project.
 * @throws AppError `text_too_large`, `invalid`, or `already_exists` where its external id is taken.
 */
export async function createDocument(
  ctx: Context,
  { projectId, ...given }: CreateDocumentInput,
): Promise<StoredDocument> {
  await permit(ctx, projectId, "document.write");
  const at = ctx.now();
  const row = prepareDocument(given, { id: ctx.newId<"document">(), createdBy: ctx.actor.userId, at });
  await inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "document.write", tx);
    const stored = await insertDocuments(tx, allowed, [row]);
    if (stored.has(row.id)) return;
    const taken = row.externalId === null ? null : await findExternalId(tx, projectId, row.externalId);
    throw alreadyThere(taken?.inTrash ?? false);
  });
  return toStoredDocument({ ...row, createdAt: at, updatedAt: at });
}

function alreadyThere(inTrash: boolean): AppError {
  const message = inTrash
    ? "A document in the trash has this external id. Restore it, or use another id."
    : "Another document has this external id. Use another id.";
  return new AppError("already_exists", {
    detail: message,
    faults: [{ path: "externalId", code: "already_exists", message }],
  });
}
