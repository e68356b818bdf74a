import { rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/core/errors";
import { openConnection, withConnection } from "@/lib/db/connection";
import { createCluster, refuseForeignCluster, stopPostmaster, type Cluster } from "./cluster";
import { keptSecret, openDataFolder, placeCluster, readSecret } from "./data-folder";
import { keepRunning } from "./keep-running";
import { findBinaries } from "./native-binaries";
import { takeLock, type Keeper, type ProcessLock } from "./process-lock";
import { answeringCluster, runCluster } from "./running-cluster";
import { serverUser } from "./server-user";

const DATABASE = "triptych";
const GUEST = "triptych command";
const PASSWORD_FILE = "postgres-password";
const LOCK_FILE = "lock.json";
const LOG_LIMIT = 5_000_000;

/** The database of a data folder; it runs for as long as this handle is open. */
export interface EmbeddedDatabase {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** One that is brought back when it ends by itself. */
export interface WatchedDatabase extends EmbeddedDatabase {
  /** Resolves when it cannot be brought back. */
  readonly gaveUp: Promise<AppError>;
}

/** A data folder that this process alone looks after. */
export interface ClaimedFolder {
  readonly path: string;
  readonly lock: ProcessLock;
}

export type Say = (line: string) => void;

/**
 * Claims the data folder for a server, who has it for itself.
 * @throws AppError "locked" when another process looks after it.
 */
export async function claimDataFolder(path: string): Promise<ClaimedFolder> {
  const dataFolder = await openDataFolder(path);
  const lock = await takeLock(join(dataFolder, LOCK_FILE), "server");
  if (!lock.taken) throw inUse(dataFolder, lock.keeper);
  return { path: dataFolder, lock };
}

/** Starts the database of a claimed folder, or adopts the one that a killed predecessor left running; looks after it. */
export async function startEmbeddedDatabase({ path }: ClaimedFolder, say: Say): Promise<WatchedDatabase> {
  const cluster = await prepareCluster(path, say);
  const url = await withDatabase(await runPrepared(cluster, path));
  const watch = keepRunning(cluster, say);
  return {
    url,
    gaveUp: watch.gaveUp,
    close: async () => {
      await watch.end();
      await stopPostmaster(cluster);
    },
  };
}

/** For a command: joins the database that runs, or starts it for as long as the handle is open. */
export async function joinEmbeddedDatabase(path: string, say: Say): Promise<EmbeddedDatabase> {
  const dataFolder = await openDataFolder(path);
  for (;;) {
    const lock = await takeLock(join(dataFolder, LOCK_FILE), "command");
    if (lock.taken) return hostCommand(dataFolder, lock, say);
    const guest = await joinAsGuest(dataFolder);
    if (guest !== null) return guest;
    await pause();
  }
}

async function hostCommand(dataFolder: string, lock: ProcessLock, say: Say): Promise<EmbeddedDatabase> {
  try {
    const cluster = await prepareCluster(dataFolder, say);
    const server = await runPrepared(cluster, dataFolder);
    return {
      url: await withDatabase(server),
      close: async () => {
        await guestsGone(server);
        await stopPostmaster(cluster);
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function runPrepared(cluster: Cluster, dataFolder: string): Promise<string> {
  const password = await keptSecret(dataFolder, PASSWORD_FILE);
  await createCluster(cluster, password);
  return runCluster(cluster, password);
}

async function prepareCluster(dataFolder: string, say: Say): Promise<Cluster> {
  const place = await placeCluster(dataFolder);
  const user = await serverUser(place.cluster);
  const binaries = await findBinaries(user, place.copies);
  const cluster = { folder: place.cluster, logFile: join(dataFolder, "postgres.log"), user, binaries };
  await refuseForeignCluster(cluster);
  if (place.elsewhere) {
    say(
      `Postgres does not run as root and its user cannot enter ${dataFolder}: the database lives in ${place.cluster}.`,
    );
  }
  const log = await stat(cluster.logFile).catch(() => null);
  if (log !== null && log.size > LOG_LIMIT) await rename(cluster.logFile, `${cluster.logFile}.1`);
  return cluster;
}

/** Null while the keeper is still starting or already stopping. */
async function joinAsGuest(dataFolder: string): Promise<EmbeddedDatabase | null> {
  const { cluster } = await placeCluster(dataFolder);
  const password = await readSecret(dataFolder, PASSWORD_FILE);
  const server = password === null ? null : await answeringCluster(cluster, password);
  if (server === null) return null;
  try {
    const url = databaseUrl(server);
    const presence = await openConnection(url, GUEST);
    return { url, close: () => presence.end() };
  } catch {
    return null;
  }
}

/** A command that looks after the database lets other commands finish before it stops it. */
async function guestsGone(server: string): Promise<void> {
  await withConnection(server, async (client) => {
    for (;;) {
      const { rowCount } = await client.query("SELECT FROM pg_stat_activity WHERE application_name = $1", [
        GUEST,
      ]);
      if (rowCount === 0) return;
      await pause();
    }
  });
}

async function withDatabase(server: string): Promise<string> {
  await withConnection(server, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  });
  return databaseUrl(server);
}

function databaseUrl(server: string): string {
  return new URL(`/${DATABASE}`, server).href;
}

function inUse(dataFolder: string, { pid, role }: Keeper): AppError {
  const detail =
    role === "server"
      ? `Triptych is already running with the data folder ${dataFolder} (process ${pid}).`
      : `A command is working with the data folder ${dataFolder} (process ${pid}). Start again when it has finished.`;
  return new AppError("locked", { detail });
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 200));
}
