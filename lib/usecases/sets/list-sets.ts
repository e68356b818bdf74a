import { authorize, canWithSet } from "@/lib/core/access/rules";
import { AppError } from "@/lib/core/errors";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { SetSummary } from "@/lib/contracts/set";
import { documentExists } from "@/lib/db/document-repository";
import { setsOf } from "@/lib/db/set-repository";
import { accessTo, type Context } from "../context";
import { toSummary } from "./set-view";

/** The sets of a document that the caller may see, the oldest first. */
export async function listSets(
  ctx: Context,
  { projectId, documentId }: { projectId: ProjectId; documentId: DocumentId },
): Promise<{ readonly items: readonly SetSummary[] }> {
  const access = await accessTo(ctx, projectId);
  authorize(access, "document.read");
  if (!(await documentExists(ctx.db.prisma, projectId, documentId))) throw new AppError("not_found");
  const sets = await setsOf(ctx.db.prisma, projectId, documentId);
  return { items: sets.filter((set) => canWithSet(access, "set.read", set)).map(toSummary) };
}
