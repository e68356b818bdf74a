import { createHash } from "node:crypto";
import type { AnnotationSet } from "@/lib/core/annotation/annotation-set";
import { applyAll, type Outcome } from "@/lib/core/annotation/apply";
import { AppError, type Fault } from "@/lib/core/errors";
import type { GroupId } from "@/lib/core/ids";
import { checkDecision } from "@/lib/core/review/check-decision";
import type { Decision, DecisionId } from "@/lib/core/review/decision";
import { goldOperations } from "@/lib/core/review/gold-operations";
import { DEFAULT_REASONS } from "@/lib/core/review/reasons";
import { isEditable } from "@/lib/core/workflow/set-state";
import type { DecisionResult, ReviewProgress } from "@/lib/contracts/review";
import type { Tx } from "@/lib/db/client";
import {
  decisionsNamed,
  insertDecisions,
  type NewDecision,
  type StoredDecision,
} from "@/lib/db/decision-repository";
import { reasonsOf } from "@/lib/db/review-repository";
import { inTransaction } from "@/lib/db/transaction";
import type { Context } from "../context";
import { writtenBetween } from "../sets/written-between";
import { atGoldDesk, type GoldDesk } from "./gold-desk";
import type { DocumentAddress } from "./load-review";
import { progressOf } from "./review-progress";

export type DecideInput = DocumentAddress & { readonly decisions: readonly Decision[] };

/**
 * Takes decisions in order, each once however often it is sent, and does to the gold set what they ask for. What does
 * not hold is refused one by one, and leaves nothing behind.
 * @throws AppError `not_found`, `forbidden`, `conflict` where nothing is submitted, `operation_id_reused`
 */
export async function decide(
  ctx: Context,
  { projectId, documentId, decisions }: DecideInput,
): Promise<ReviewProgress> {
  const progress = await inTransaction(
    ctx.db,
    async (tx) => {
      const desk = await atGoldDesk(ctx, tx, { projectId, documentId });
      const known = new Map(
        (
          await decisionsNamed(
            tx,
            projectId,
            decisions.map(({ id }) => id),
          )
        ).map((one) => [one.decision.id, one]),
      );
      refuseReused(decisions, known, desk);
      const reasons = ((await reasonsOf(tx, projectId)) ?? DEFAULT_REASONS).map(({ key }) => key);
      const taken = takeAll(
        ctx,
        desk,
        decisions.filter(({ id }) => !known.has(id)),
        reasons,
      );
      await writeTaken(ctx, tx, desk, taken);
      const results = decisions.map(({ id }) => taken.results.get(id) ?? ({ id, status: "ok" } as const));
      return progressOf(tx, projectId, desk.gold.id, results);
    },
    { repeatable: true, timeoutMs: 20_000 },
  );
  ctx.announce({ projectId, documentId });
  return progress;
}

interface Taken {
  readonly gold: AnnotationSet;
  readonly outcomes: readonly Outcome[];
  readonly decisions: readonly NewDecision[];
  readonly results: ReadonlyMap<DecisionId, DecisionResult>;
}

function takeAll(
  ctx: Context,
  { alignment, review, rules, stamp, ...desk }: GoldDesk,
  decisions: readonly Decision[],
  reasons: readonly string[],
): Taken {
  const seqs = Object.fromEntries(review.sets.map(({ id, seq }) => [id, seq])) as NewDecision["seqs"];
  const before = desk.decisions.map(({ decision }) => decision);
  const results = new Map<DecisionId, DecisionResult>();
  const made: NewDecision[] = [];
  const outcomes: Outcome[] = [];
  let { gold } = desk;
  for (const decision of decisions) {
    const { id } = decision;
    const standing = [...before, ...made.map((one) => one.decision)];
    const refusal = isEditable(gold.state)
      ? checkDecision(decision, { alignment, decisions: standing, reasons, textLength: rules.text.length })
      : "locked";
    if (refusal !== null) {
      results.set(id, { id, status: "refused", reason: refusal });
      continue;
    }
    const group = ctx.newId<"group">();
    const operations = goldOperations(decision, {
      alignment,
      schema: rules.schema,
      gold,
      decisions: standing,
      group,
      newId: { operation: () => ctx.newId<"operation">(), relation: () => ctx.newId<"relation">() },
    });
    const applied = applyAll(gold, operations, stamp, rules);
    const refused = applied.outcomes.find((outcome) => outcome.status === "rejected");
    if (refused?.status === "rejected") {
      results.set(id, { id, status: "refused", reason: refused.reason });
      continue;
    }
    gold = applied.set;
    outcomes.push(...applied.outcomes);
    made.push({ decision, bodyHash: hashOf(decision), seqs, groupId: group satisfies GroupId });
    results.set(id, { id, status: "ok" });
  }
  return { gold, outcomes, decisions: made, results };
}

async function writeTaken(ctx: Context, tx: Tx, desk: GoldDesk, taken: Taken): Promise<void> {
  if (taken.decisions.length === 0) return;
  await insertDecisions(tx, desk.permit, taken.decisions, ctx.now());
  await desk.write({
    written: writtenBetween({
      before: desk.gold,
      after: taken.gold,
      outcomes: taken.outcomes,
      stamp: desk.stamp,
    }),
    decisions: [...desk.decisions, ...taken.decisions].map(({ decision }) => decision),
  });
}

/** @throws AppError `operation_id_reused` where an id comes with another body, document or reviewer than before. */
function refuseReused(
  decisions: readonly Decision[],
  known: ReadonlyMap<DecisionId, StoredDecision>,
  { gold, stamp }: GoldDesk,
): void {
  const faults = decisions.flatMap((decision, index): readonly Fault[] => {
    const stored = known.get(decision.id);
    const isSame =
      stored === undefined ||
      (stored.bodyHash === hashOf(decision) &&
        stored.goldId === gold.id &&
        stored.reviewerId === stamp.actorId);
    const message = "This id was used for another decision. Send it under an id of its own.";
    return isSame ? [] : [{ path: `decisions[${index}].id`, code: "operation_id_reused", message }];
  });
  if (faults.length > 0) throw new AppError("operation_id_reused", { faults });
}

function hashOf({ id, ...sent }: Decision): string {
  return createHash("sha256").update(JSON.stringify(sent)).digest("hex");
}
