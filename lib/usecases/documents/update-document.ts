import { permit, type Context } from "../context";
import type { DocumentPatch, StoredDocument } from "@/lib/contracts/document";
import { AppError } from "@/lib/core/errors";
import {
  findDocument,
  updateDocument as write,
  type DocumentChange,
  type DocumentRow,
} from "@/lib/db/document-repository";
import { inTransaction } from "@/lib/db/transaction";
import { toStoredDocument } from "./document-view";
import type { DocumentInput } from "./read-document";
import { titleFor } from "./title-for";

/** Changes the metadata that are named; the text never changes. */
export async function updateDocument(
  ctx: Context,
  { projectId, documentId, meta }: DocumentInput & DocumentPatch,
): Promise<StoredDocument> {
  return inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, "document.write", tx);
    const document = await findDocument(tx, projectId, documentId);
    if (document === null) throw new AppError("not_found");
    return toStoredDocument(await write(tx, allowed, documentId, changeOf(meta, document), ctx.now()));
  });
}

/** What is left out is undefined, and stays; a title of null is the text's own again. */
function changeOf(
  { title, source, url, publishedAt, language, extra }: DocumentPatch["meta"],
  { text, externalId }: DocumentRow,
): DocumentChange {
  return {
    ...(title === undefined ? {} : { title: title ?? titleFor(text, externalId) }),
    ...(source === undefined ? {} : { source }),
    ...(url === undefined ? {} : { url }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(language === undefined ? {} : { language }),
    ...(extra === undefined ? {} : { extra }),
  };
}
