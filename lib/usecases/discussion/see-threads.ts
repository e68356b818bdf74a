import { markSeen } from "@/lib/db/thread-repository";
import { inTransaction } from "@/lib/db/transaction";
import { personOf, type Context } from "../context";
import { permitOnSet, type SetAddress } from "./set-discussion";

/** The caller has read what there is about the set. */
export async function seeThreads(ctx: Context, address: SetAddress): Promise<void> {
  personOf(ctx);
  await inTransaction(
    ctx.db,
    async (tx) => {
      const { allowed } = await permitOnSet(ctx, tx, address, "set.read");
      await markSeen(tx, allowed, ctx.now());
    },
    { repeatable: true },
  );
}
