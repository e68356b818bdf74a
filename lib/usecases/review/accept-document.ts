import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import { applyAll } from "@/lib/core/annotation/apply";
import { missingIn } from "@/lib/core/annotation/completeness";
import type { Operation } from "@/lib/core/annotation/operation";
import { authorizeSet } from "@/lib/core/access/rules";
import { AppError } from "@/lib/core/errors";
import { undecided } from "@/lib/core/review/decided";
import type { Transition } from "@/lib/core/workflow/set-state";
import type { SetSummary } from "@/lib/contracts/set";
import { appendOperations } from "@/lib/db/operation-repository";
import { currentVersions } from "@/lib/db/review-repository";
import { findSet } from "@/lib/db/set-repository";
import type { Tx } from "@/lib/db/client";
import { inTransaction } from "@/lib/db/transaction";
import { accessTo, type Context } from "../context";
import { toSummary } from "../sets/set-view";
import { writtenBetween } from "../sets/written-between";
import { atGoldDesk, type GoldDesk } from "./gold-desk";
import type { DocumentAddress } from "./load-review";

/**
 * Accepts what was decided as gold, and with it the sets that it was decided on. A second time it changes nothing.
 * @throws AppError `conflict` where something is left to decide, or the gold set lacks what the schema requires
 */
export async function acceptDocument(
  ctx: Context,
  { projectId, documentId }: DocumentAddress,
): Promise<SetSummary> {
  const gold = await inTransaction(
    ctx.db,
    async (tx) => {
      const desk = await atGoldDesk(ctx, tx, { projectId, documentId });
      if (desk.gold.state !== "accepted") {
        requireDecided(desk);
        await moveGold(ctx, desk);
      }
      await acceptSets(ctx, tx, desk);
      const accepted = await findSet(tx, projectId, desk.gold.id);
      if (accepted === null) throw new RangeError("the gold set is gone");
      return toSummary(accepted);
    },
    { repeatable: true, timeoutMs: 20_000 },
  );
  ctx.announce({ projectId, documentId });
  return gold;
}

function requireDecided({ alignment, decisions, gold, rules }: GoldDesk): void {
  const left = undecided(
    alignment,
    decisions.map(({ decision }) => decision),
  );
  const count = left.clusters.length + left.relations.length;
  if (count > 0) {
    throw new AppError("conflict", {
      detail: count === 1 ? "1 thing is not decided yet." : `${count} things are not decided yet.`,
    });
  }
  const missing = missingIn(gold, rules.schema);
  const [first] = missing;
  if (first !== undefined) {
    const quote = gold.annotations.get(first.annotation)?.quote ?? "";
    throw new AppError("conflict", {
      detail: `Something required is missing in what was decided, first at “${quote.slice(0, 60)}”. Correct it, then accept the document.`,
    });
  }
}

async function moveGold(ctx: Context, desk: GoldDesk): Promise<void> {
  const steps: readonly Transition[] =
    desk.gold.state === "submitted" ? ["set.accept"] : ["set.submit", "set.accept"];
  const { set, outcomes } = applyAll(
    desk.gold,
    steps.map((kind) => transition(ctx, kind, desk.gold.id)),
    desk.stamp,
    desk.rules,
  );
  if (set.state !== "accepted") throw new AppError("conflict");
  await desk.write({
    written: writtenBetween({ before: desk.gold, after: set, outcomes, stamp: desk.stamp }),
    decisions: desk.decisions.map(({ decision }) => decision),
  });
}

async function acceptSets(ctx: Context, tx: Tx, { review, rules, stamp, permit }: GoldDesk): Promise<void> {
  const { projectId } = permit;
  const access = await accessTo(ctx, projectId, tx);
  const versions = await currentVersions(tx, projectId);
  for (const stored of review.sets.filter(({ state }) => state === "submitted")) {
    const before: AnnotationSet = { ...stored, applied: new Map() };
    const { set, outcomes } = applyAll(before, [transition(ctx, "set.accept", stored.id)], stamp, rules);
    const written = writtenBetween({ before, after: set, outcomes, stamp });
    const allowed = authorizeSet(access, "set.review", stored);
    if (!(await appendOperations(tx, allowed, { ...written, ...versions, at: ctx.now() })))
      throw new AppError("busy");
  }
}

function transition(ctx: Context, kind: Transition, target: AnnotationSet["id"]): Operation {
  return { id: ctx.newId<"operation">(), kind, target, body: {} };
}
