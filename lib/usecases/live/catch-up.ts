import { authorize, canWithSet } from "@/lib/core/access/rules";
import { AppError } from "@/lib/core/errors";
import type { SetId } from "@/lib/core/ids";
import type { DocumentKey } from "@/lib/core/live/document-key";
import { stepsOf } from "@/lib/core/live/steps";
import type { Frame } from "@/lib/contracts/live";
import type { SetSnapshot } from "@/lib/contracts/set";
import { headsOf } from "@/lib/db/live-repository";
import { accessTo, type Context } from "../context";
import { readLog } from "../sets/read-log";
import { readSet } from "../sets/read-set";

export type CaughtUp =
  | { readonly kind: "hidden"; readonly set: SetId }
  | { readonly kind: "snapshot"; readonly snapshot: SetSnapshot }
  | { readonly kind: "frame"; readonly frame: Frame };

const PAGE = 500;

/**
 * What leads one reader from `seqs` to where the sets were when it began, page by page, no faster than it is taken.
 * What comes out of sight on the way is left out.
 */
export async function* catchUp(
  ctx: Context,
  { projectId, documentId }: DocumentKey,
  seqs: ReadonlyMap<SetId, number>,
): AsyncGenerator<CaughtUp> {
  const access = await accessTo(ctx, projectId);
  authorize(access, "document.read");
  const { sets } = await headsOf(ctx.db, [{ projectId, documentId }]);
  const { hidden, unseen, behind } = stepsOf(
    seqs,
    sets.filter((set) => canWithSet(access, "set.read", set)),
  );
  for (const set of hidden) yield { kind: "hidden", set };
  for (const setId of unseen) {
    const snapshot = await ifVisible(readSet(ctx, { projectId, setId }));
    if (snapshot !== null) yield { kind: "snapshot", snapshot };
  }
  for (const { set, from, to } of behind) {
    for (let at = from; at < to;) {
      const page = await ifVisible(readLog(ctx, { projectId, setId: set, after: at, limit: PAGE }));
      const last = page?.items.at(-1);
      if (page === null || last === undefined) break;
      yield { kind: "frame", frame: { set, from: at, to: last.seq, operations: page.items } };
      at = last.seq;
    }
  }
}

async function ifVisible<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return null;
    throw error;
  }
}
