import { canWithSet } from "@/lib/core/access/rules";
import { AppError } from "@/lib/core/errors";
import type { ProjectId, SetId } from "@/lib/core/ids";
import type { SqlQueries } from "@/lib/db/client";
import { findTrashedSet } from "@/lib/db/set-repository";
import { accessTo, type Context } from "../context";

/** Why a set was not found: whoever may read it is told that its document lies in the trash, all others nothing. */
export async function missingSet(
  ctx: Context,
  queries: SqlQueries,
  { projectId, setId }: { readonly projectId: ProjectId; readonly setId: SetId },
): Promise<AppError> {
  const set = await findTrashedSet(queries, projectId, setId);
  if (set === null || !canWithSet(await accessTo(ctx, projectId, queries), "set.read", set))
    return new AppError("not_found");
  const message = "The document is in the trash. Whoever manages the project can restore it.";
  return new AppError("not_found", {
    detail: message,
    faults: [{ path: "setId", code: "in_trash", message }],
  });
}
