import { applyAll } from "@/lib/core/annotation/apply";
import { AppError } from "@/lib/core/errors";
import { inTransaction } from "@/lib/db/transaction";
import type { Context } from "../context";
import { writtenBetween } from "../sets/written-between";
import { atGoldDesk } from "./gold-desk";
import type { DocumentAddress } from "./load-review";

/** Lets what was accepted as gold be decided anew. Where it is open already, nothing changes. */
export async function reopenDocument(
  ctx: Context,
  { projectId, documentId }: DocumentAddress,
): Promise<void> {
  await inTransaction(
    ctx.db,
    async (tx) => {
      const desk = await atGoldDesk(ctx, tx, { projectId, documentId });
      const { gold, stamp, rules } = desk;
      if (gold.state !== "accepted" && gold.state !== "submitted") return;
      const operation = {
        id: ctx.newId<"operation">(),
        kind: "set.reopen",
        target: gold.id,
        body: {},
      } as const;
      const { set, outcomes } = applyAll(gold, [operation], stamp, rules);
      if (set.state === gold.state) throw new AppError("conflict");
      await desk.write({
        written: writtenBetween({ before: gold, after: set, outcomes, stamp }),
        decisions: desk.decisions.map(({ decision }) => decision),
      });
    },
    { repeatable: true },
  );
  ctx.announce({ projectId, documentId });
}
