import { permit, personOf, type Context } from "../context";
import { AppError } from "@/lib/core/errors";
import type { DocumentId, ProjectId } from "@/lib/core/ids";
import type { SetSummary } from "@/lib/contracts/set";
import { findSet, openSet as insertSet } from "@/lib/db/set-repository";
import { modeOf } from "@/lib/db/project-repository";
import { inTransaction } from "@/lib/db/transaction";
import { toSummary } from "./set-view";

export interface OpenSetInput {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  readonly kind: "annotator" | "shared" | "gold";
}

/**
 * Opens the caller's set on a document, or finds it open.
 * @throws AppError `conflict` for a shared set in a project that works independently, and the other way round.
 */
export async function openSet(
  ctx: Context,
  { projectId, documentId, kind }: OpenSetInput,
): Promise<{ readonly set: SetSummary; readonly created: boolean }> {
  const opened = await inTransaction(ctx.db, async (tx) => {
    const allowed = await permit(ctx, projectId, OPENING[kind], tx);
    const annotatorId = kind === "annotator" ? personOf(ctx) : null;
    const mode = await modeOf(tx, projectId);
    if (kind !== "gold" && mode !== (kind === "shared" ? "shared" : "independent")) {
      throw new AppError("conflict", {
        detail: `In this project people work ${mode === "shared" ? "in one shared set" : "each in a set of their own"}.`,
      });
    }
    const inserted = await insertSet(tx, allowed, {
      id: ctx.newId<"set">(),
      documentId,
      kind,
      owner: annotatorId ?? "",
      annotatorId,
      at: ctx.now(),
    });
    const set = inserted === null ? null : await findSet(tx, projectId, inserted.id);
    if (inserted === null || set === null) throw new AppError("not_found");
    return { set: toSummary(set), created: inserted.created };
  });
  if (opened.created) ctx.announce({ projectId, documentId });
  return opened;
}

const OPENING = { annotator: "annotatorSet.open", shared: "sharedSet.open", gold: "goldSet.open" } as const;
