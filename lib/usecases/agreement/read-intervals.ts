import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import type { IntervalsQuery, IntervalsView } from "@/lib/contracts/agreement";
import { bootstrapSteps, DEFAULT_BOOTSTRAP } from "@/lib/core/agreement/bootstrap";
import { EMPTY_PANEL, panelFigureKey, panelFigures } from "@/lib/core/agreement/panel";
import type { ProjectId } from "@/lib/core/ids";
import { permit, type Context } from "../context";
import { talliesFor } from "./tallies";

/** How long others wait at most while replicates are drawn. */
const STEP_MS = 10;

// What is kept is found under a hash of the very tallies that it was made from, so that it cannot be stale.
const made = new LRUCache<string, IntervalsView>({ max: 50 });

/**
 * The interval of each figure: a percentile bootstrap over documents. It draws in small steps, so that others are
 * served meanwhile, and stops when `signal` says that nobody waits any more.
 */
export async function readIntervals(
  ctx: Context,
  {
    projectId,
    signal,
    replicates,
    ...filter
  }: { readonly projectId: ProjectId; readonly signal: AbortSignal } & IntervalsQuery,
): Promise<IntervalsView> {
  const allowed = await permit(ctx, projectId, "agreement.read");
  const { panel, documents } = await talliesFor(ctx, allowed, filter);
  const key = createHash("sha256")
    .update(JSON.stringify([projectId, replicates, documents.map(({ id, stamp }) => [id, stamp])]))
    .digest("base64url");
  const known = made.get(key);
  if (known !== undefined) return known;
  const settings = { ...DEFAULT_BOOTSTRAP, replicates };
  const steps = bootstrapSteps(
    documents.map(({ tally }) => tally),
    EMPTY_PANEL,
    (total) => panelFigures(panel, total),
    settings,
    panelFigureKey,
  );
  const intervals = await unhurried(steps, signal);
  const view = { replicates, seed: settings.seed, intervals: Object.fromEntries(intervals) };
  made.set(key, view);
  return view;
}

async function unhurried<T>(steps: Generator<void, T>, signal: AbortSignal): Promise<T> {
  for (let since = performance.now(); ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - since < STEP_MS) continue;
    await setImmediate();
    signal.throwIfAborted();
    since = performance.now();
  }
}
