import { setTimeout as wait } from "node:timers/promises";
import { AppError } from "@/lib/core/errors";
import { readPostmaster, startPostmaster, type Cluster } from "./cluster";
import { identify, isAlive } from "./process-identity";

const LOOK_EVERY_MS = 500;
/** How long to wait before each try; then we give up. */
const PAUSES_MS = [0, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000];
/** Whoever has run for so long is well again: what comes next is another accident. */
const WELL_AFTER_MS = 60_000;

export interface Watch {
  /** Resolves when the database has ended and cannot be brought back. */
  readonly gaveUp: Promise<AppError>;
  /** To be called before the database is stopped on purpose. */
  readonly end: () => Promise<void>;
}

/**
 * Looks after a running cluster: where its postmaster ends unasked (out of memory, killed by mistake), it is started
 * again on the same port, so that the app finds it where it was. What had been acknowledged is in the log on disk.
 */
export function keepRunning(cluster: Cluster, say: (line: string) => void): Watch {
  const asked = new AbortController();
  const over = watch(cluster, say, asked.signal);
  return {
    gaveUp: new Promise((resolve) => void over.then((failure) => failure !== null && resolve(failure))),
    end: async () => {
      asked.abort();
      await over;
    },
  };
}

async function watch(
  cluster: Cluster,
  say: (line: string) => void,
  asked: AbortSignal,
): Promise<AppError | null> {
  let tries = 0;
  for (;;) {
    const running = await readPostmaster(cluster.folder);
    if (running === null) return asked.aborted ? null : failure(cluster, "its files are gone");
    const began = Date.now();
    if (!(await hasDied(running.pid, asked))) return null;
    if (Date.now() - began > WELL_AFTER_MS) tries = 0;
    say("The database has ended by itself; it is being started again.");
    for (let reason: string | null = ""; reason !== null; tries += 1) {
      const patience = PAUSES_MS[tries];
      if (patience === undefined) return failure(cluster, reason);
      if (!(await pause(patience, asked))) return null;
      reason = await tryToStart(cluster, running.port);
    }
  }
}

/** Resolves when the process is dead; with false when we are asked to end before. */
async function hasDied(pid: number, asked: AbortSignal): Promise<boolean> {
  const postmaster = await identify(pid);
  while (await isAlive(postmaster)) if (!(await pause(LOOK_EVERY_MS, asked))) return false;
  return !asked.aborted;
}

/** @returns false when we are asked to end meanwhile. */
function pause(milliseconds: number, asked: AbortSignal): Promise<boolean> {
  return wait(milliseconds, true, { signal: asked }).catch(() => false);
}

/** @returns why it did not start; null if it did. Sessions of the dead one may still be on their way out. */
async function tryToStart(cluster: Cluster, port: number): Promise<string | null> {
  try {
    const started = await startPostmaster(cluster, port, {});
    return started === null ? `port ${port} is taken` : null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function failure(cluster: Cluster, reason: string): AppError {
  return new AppError("db_unavailable", {
    detail: `The database ended and could not be started again: ${reason} (see ${cluster.logFile}).`,
  });
}
