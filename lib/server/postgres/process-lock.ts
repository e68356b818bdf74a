import { randomUUID } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { identify, isAlive, type ProcessIdentity } from "./process-identity";

/** What the process that holds a lock is: a server, or a command that ends by itself. */
export type KeeperRole = "server" | "command";

export interface Keeper extends ProcessIdentity {
  readonly role: KeeperRole;
  /** Programs it started and that would outlive it if it were killed. */
  readonly children: readonly ProcessIdentity[];
}

export interface ProcessLock {
  readonly taken: true;
  /** The holder before us, if it died without letting go. */
  readonly predecessor: Keeper | null;
  readonly noteChild: (pid: number) => Promise<void>;
  readonly release: () => Promise<void>;
}

export interface HeldByAnother {
  readonly taken: false;
  readonly keeper: Keeper;
}

/** Takes the lock file at `path` for this process, unless a living process holds it; a dead one's is taken over. */
export async function takeLock(path: string, role: KeeperRole): Promise<ProcessLock | HeldByAnother> {
  let me: Keeper = { ...(await identify(process.pid)), role, children: [] };
  let predecessor: Keeper | null = null;
  while (!(await publish(path, me))) {
    const keeper = await readKeeper(path);
    if (keeper === "gone") continue;
    if (keeper !== "unreadable" && (await isAlive(keeper))) return { taken: false, keeper };
    if (await discard(path, keeper)) predecessor = keeper === "unreadable" ? null : keeper;
  }
  return {
    taken: true,
    predecessor,
    noteChild: async (pid) => {
      me = { ...me, children: [...me.children, await identify(pid)] };
      const draft = `${path}.${randomUUID()}`;
      await writeFile(draft, JSON.stringify(me), { mode: 0o600 });
      await rename(draft, path);
    },
    release: () => rm(path, { force: true }),
  };
}

/** Puts the whole lock in place at once, or not at all when there is one. */
async function publish(path: string, keeper: Keeper): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(keeper), { mode: 0o600 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function readKeeper(path: string): Promise<Keeper | "gone" | "unreadable"> {
  const text = await readFile(path, "utf8").catch(() => null);
  if (text === null) return "gone";
  try {
    return JSON.parse(text) as Keeper;
  } catch {
    return "unreadable";
  }
}

/** Of several that find the same dead lock, one moves it away. Whoever moved a live one instead puts it back. */
async function discard(path: string, dead: Keeper | "unreadable"): Promise<boolean> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return false;
  }
  const moved = await readKeeper(aside);
  const same = JSON.stringify(moved) === JSON.stringify(dead);
  if (!same) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
  return same;
}
