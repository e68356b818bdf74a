import { authorizeSet } from "@/lib/core/access/rules";
import type { ProjectId, SetId } from "@/lib/core/ids";
import type { OperationRecord } from "@/lib/contracts/operations";
import { logOf, type LogPage } from "@/lib/db/operation-repository";
import { findSet } from "@/lib/db/set-repository";
import { accessTo, type Context } from "../context";
import { missingSet } from "./missing-set";
import { toRecord } from "./operation-record";

export interface LogInput extends LogPage {
  readonly projectId: ProjectId;
  readonly setId: SetId;
}

/** The log of a set behind a seq, refused operations too; with `target`, the history of one annotation or relation. */
export async function readLog(
  ctx: Context,
  { projectId, setId, ...page }: LogInput,
): Promise<{ readonly items: readonly OperationRecord[] }> {
  const access = await accessTo(ctx, projectId);
  const set = await findSet(ctx.db.prisma, projectId, setId);
  if (set === null) throw await missingSet(ctx, ctx.db.prisma, { projectId, setId });
  authorizeSet(access, "set.read", set);
  return { items: (await logOf(ctx.db.prisma, projectId, setId, page)).map(toRecord) };
}
