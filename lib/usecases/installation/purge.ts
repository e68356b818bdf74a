import type { ProjectId } from "@/lib/core/ids";
import {
  deleteOldDocument,
  deleteOldProject,
  findOldDocuments,
  findOldProjects,
  type Gone,
} from "@/lib/db/purge-repository";
import { requireAdmin } from "../accounts/require-admin";
import type { Context } from "../context";

/** How long the trash keeps what is thrown away, unless an administrator says otherwise. */
export const TRASH_DAYS = 30;

const A_DAY_MS = 24 * 60 * 60 * 1000;

/** How much is gone for good. */
export interface PurgeReport {
  readonly projects: number;
  readonly documents: number;
  readonly sets: number;
  readonly operations: number;
}

/**
 * Deletes for good what has lain in the trash for `olderThanDays`, of one project or of all: projects with everything in
 * them, then documents with every set on them, each in a transaction of its own. What is taken out of the trash
 * meanwhile stays.
 * @throws AppError `forbidden` to all but administrators.
 */
export async function purgeTrash(
  ctx: Context,
  {
    projectId = null,
    olderThanDays = TRASH_DAYS,
  }: { readonly projectId?: ProjectId | null; readonly olderThanDays?: number },
): Promise<PurgeReport> {
  requireAdmin(ctx);
  const { db } = ctx;
  const trash = { projectId, before: new Date(ctx.now().getTime() - olderThanDays * A_DAY_MS) };
  const tally = { projects: 0, documents: 0, sets: 0, operations: 0 };
  const count = (gone: Gone) => {
    tally.projects += gone.get("project") ?? 0;
    tally.documents += gone.get("document") ?? 0;
    tally.sets += gone.get("annotation_set") ?? 0;
    tally.operations += gone.get("operation") ?? 0;
  };
  for (const id of await findOldProjects(db, trash)) count(await deleteOldProject(db, id, trash.before));
  for (;;) {
    const documents = await findOldDocuments(db, trash);
    if (documents.length === 0) return tally;
    for (const document of documents) count(await deleteOldDocument(db, document, trash.before));
  }
}
