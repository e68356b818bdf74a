import type { AnnotationSet, Applied } from "@/lib/core/annotation/annotation-set";
import { authorizeSet, type SetPermit } from "@/lib/core/access/rules";
import type { Stamp, Rules } from "@/lib/core/annotation/decide";
import { AppError } from "@/lib/core/errors";
import type { OperationId } from "@/lib/core/ids";
import { alignSets } from "@/lib/core/review/align-sets";
import type { Alignment } from "@/lib/core/review/alignment";
import { figuresOf } from "@/lib/core/review/points";
import type { Decision } from "@/lib/core/review/decision";
import { contentsOf } from "@/lib/db/annotation-repository";
import type { Tx } from "@/lib/db/client";
import type { StoredDecision } from "@/lib/db/decision-repository";
import { appendOperations, type Written } from "@/lib/db/operation-repository";
import { currentVersions, holdSets, writeFigures } from "@/lib/db/review-repository";
import { findSet, lockSet, openSet } from "@/lib/db/set-repository";
import { accessTo, permit, type Context } from "../context";
import { rulesOf } from "../sets/rules-of";
import { loadReview, type DocumentAddress, type LoadedReview } from "./load-review";

/** The gold set of a document under lock, with all that speaks for a decision on it. */
export interface GoldDesk {
  readonly permit: SetPermit<"set.edit">;
  readonly gold: AnnotationSet;
  readonly review: LoadedReview;
  readonly alignment: Alignment;
  readonly decisions: readonly StoredDecision[];
  readonly rules: Rules;
  readonly stamp: Stamp;
  /** Writes what was done to the gold set, and how far the document is decided by it. */
  readonly write: (done: {
    readonly written: Omit<Written, "schemaVersion" | "guidelineVersion" | "at">;
    readonly decisions: readonly Decision[];
  }) => Promise<void>;
}

/**
 * Opens the gold set where there is none, and makes other reviewers of the document wait; the sets under review stay as
 * they are until the transaction ends.
 * @throws AppError `conflict` where no set is done.
 */
export async function atGoldDesk(ctx: Context, tx: Tx, address: DocumentAddress): Promise<GoldDesk> {
  const { projectId, documentId } = address;
  const at = ctx.now();
  const deciding = await permit(ctx, projectId, "review.decide", tx);
  const opening = await permit(ctx, projectId, "goldSet.open", tx);
  const opened = await openSet(tx, opening, {
    id: ctx.newId<"set">(),
    documentId,
    kind: "gold",
    owner: "",
    annotatorId: null,
    at,
  });
  if (opened === null) throw new AppError("not_found");
  await lockSet(tx, projectId, opened.id);
  const stored = await findSet(tx, projectId, opened.id);
  if (stored === null) throw new AppError("not_found");
  const allowed = authorizeSet(await accessTo(ctx, projectId, tx), "set.edit", stored);
  const review = await loadReview(tx, address, (ids) => holdSets(tx, projectId, ids));
  if (review.sets.length === 0) {
    throw new AppError("conflict", {
      detail: "Nobody has submitted this document, so there is nothing to decide.",
    });
  }
  const versions = await currentVersions(tx, projectId);
  const contents = await contentsOf(tx, projectId, stored.id);
  const alignment = alignSets(review.sets);
  const { id, kind, state, seq } = stored;
  return {
    permit: allowed,
    gold: { id, documentId, kind, state, seq, ...contents, applied: new Map<OperationId, Applied>() },
    review,
    alignment,
    decisions: review.decisions,
    rules: await rulesOf(tx, projectId, documentId, versions.schemaVersion),
    stamp: { actorId: ctx.actor.userId, at: at.toISOString(), origin: "human" },
    write: async ({ written, decisions }) => {
      if (
        written.operations.length > 0 &&
        !(await appendOperations(tx, allowed, { ...written, ...versions, at }))
      )
        throw new RangeError("overtaken in spite of the lock");
      const figures = { documentId, basis: review.basis, ...figuresOf(alignment, decisions) };
      await writeFigures(tx, deciding, [figures], at);
    },
  };
}
