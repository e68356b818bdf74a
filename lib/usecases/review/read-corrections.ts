import type { Annotation } from "@/lib/core/annotation/annotation";
import type { ProjectId } from "@/lib/core/ids";
import { alignSets } from "@/lib/core/review/align-sets";
import { correctionsOf, type Correction } from "@/lib/core/review/corrections";
import type { Decision } from "@/lib/core/review/decision";
import { DEFAULT_REASONS, type Reason } from "@/lib/core/review/reasons";
import type {
  CorrectedDocument,
  CorrectionsQuery,
  CorrectionView,
  MarkView,
} from "@/lib/contracts/correction";
import { DocumentIdSchema } from "@/lib/contracts/ids";
import type { Page } from "@/lib/contracts/page";
import { contentsOf } from "@/lib/db/annotation-repository";
import { contestsOf, type StoredContest } from "@/lib/db/contest-repository";
import { findCorrectedSets, type CorrectedSetRow } from "@/lib/db/corrected-sets";
import { reasonsOf } from "@/lib/db/review-repository";
import { permit, personOf, type Context } from "../context";
import { decodeId } from "../cursor";
import { pageOf } from "../page-of";
import { loadReview } from "./load-review";

export type ReadCorrectionsInput = { readonly projectId: ProjectId } & CorrectionsQuery;

/**
 * How the caller's own sets were corrected, document by document, as soon as a document is accepted as gold: until then
 * it would tell what others have marked.
 */
export async function readCorrections(
  ctx: Context,
  { projectId, limit, cursor }: ReadCorrectionsInput,
): Promise<Page<CorrectedDocument>> {
  await permit(ctx, projectId, "annotatorSet.open");
  const userId = personOf(ctx);
  const after = cursor === undefined ? null : decodeId(cursor, DocumentIdSchema);
  const { prisma } = ctx.db;
  const found = await findCorrectedSets(prisma, { projectId, userId }, { after, limit: limit + 1 });
  const reasons = (await reasonsOf(prisma, projectId)) ?? DEFAULT_REASONS;
  const page = pageOf(found, limit, { item: (row) => row, place: ({ documentId }) => [documentId] });
  const items: CorrectedDocument[] = [];
  for (const row of page.items) items.push(await correctedDocument(ctx, projectId, row, reasons));
  return { ...page, items };
}

async function correctedDocument(
  ctx: Context,
  projectId: ProjectId,
  row: CorrectedSetRow,
  reasons: readonly Reason[],
): Promise<CorrectedDocument> {
  const { prisma } = ctx.db;
  const { sets, gold, decisions } = await loadReview(prisma, { projectId, documentId: row.documentId });
  if (gold?.state !== "accepted" || sets.every(({ id }) => id !== row.setId))
    return { ...row, kept: 0, corrections: [] };
  const contests = await contestsOf(prisma, projectId, gold.id);
  const corrections = correctionsOf(
    row.setId,
    alignSets(sets),
    await contentsOf(prisma, projectId, gold.id),
    decisions.map(({ decision }) => decision),
  );
  return {
    ...row,
    kept: corrections.filter(({ kind }) => kind === "kept").length,
    corrections: corrections
      .filter(({ kind }) => kind !== "kept")
      .map((one) =>
        toView(
          one,
          contests.get(one.decision.id)?.find(({ setId }) => setId === row.setId),
          reasons,
        ),
      ),
  };
}

function toView(
  correction: Correction,
  contest: StoredContest | undefined,
  reasons: readonly Reason[],
): CorrectionView {
  const { decision, kind } = correction;
  return {
    decisionId: decision.id,
    kind,
    own: kind === "overlooked" ? null : toMark(correction.annotation),
    gold: kind === "rejected" ? null : toMark(correction.gold),
    fields: kind === "changed" ? correction.fields : [],
    verdict: decision.verdict.kind,
    reason: reasonIn(decision, reasons),
    comment: decision.comment,
    contested: contest?.reason ?? null,
  };
}

function reasonIn({ verdict }: Decision, reasons: readonly Reason[]): string | null {
  if (verdict.kind !== "reject" && verdict.kind !== "nothing-here") return null;
  return reasons.find(({ key }) => key === verdict.reason)?.name ?? verdict.reason;
}

function toMark({ label, start, quote, attributes }: Annotation): MarkView {
  return { label, start, quote, attributes };
}
