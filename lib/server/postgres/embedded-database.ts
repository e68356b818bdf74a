import { rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/core/errors";
import { openConnection, withConnection } from "@/lib/db/connection";
import { createCluster, refuseForeignCluster, stopPostmaster, type Cluster } from "./cluster";
import { keptSecret, openDataFolder, placeCluster, readSecret } from "./data-folder";
import { lockDataFolder, type DataFolderLock, type Keeper, type KeeperRole } from "./data-folder-lock";
import { findBinaries } from "./native-binaries";
import { answeringCluster, runCluster } from "./running-cluster";
import { serverUser } from "./server-user";

const DATABASE = "triptych";
const GUEST = "triptych command";
const PASSWORD_FILE = "postgres-password";
const LOG_LIMIT = 5_000_000;

/** The database of a data folder; it runs for as long as this handle is open. */
export interface EmbeddedDatabase {
  readonly url: string;
  /** Present when this process looks after the data folder, absent when it is the guest of one that does. */
  readonly lock?: DataFolderLock;
  readonly close: () => Promise<void>;
}

type Say = (line: string) => void;

/**
 * Starts the database of the data folder, or joins the one that runs. A server wants the folder for itself.
 * @throws AppError "locked" when a server asks for a folder that another process looks after.
 */
export async function openEmbeddedDatabase(path: string, role: KeeperRole, say: Say): Promise<EmbeddedDatabase> {
  const dataFolder = await openDataFolder(path);
  for (;;) {
    const lock = await lockDataFolder(dataFolder, role);
    if (lock.taken) return lookAfter(dataFolder, lock, role, say);
    if (role === "server") throw inUse(dataFolder, lock.keeper);
    const guest = await joinAsGuest(dataFolder);
    if (guest !== null) return guest;
    await pause();
  }
}

async function lookAfter(dataFolder: string, lock: DataFolderLock, role: KeeperRole, say: Say): Promise<EmbeddedDatabase> {
  try {
    const cluster = await prepareCluster(dataFolder, say);
    const password = await keptSecret(dataFolder, PASSWORD_FILE);
    await createCluster(cluster, password);
    const server = await runCluster(cluster, password);
    return {
      url: await withDatabase(server),
      lock,
      close: async () => {
        if (role === "command") await guestsGone(server);
        await stopPostmaster(cluster);
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function prepareCluster(dataFolder: string, say: Say): Promise<Cluster> {
  const place = await placeCluster(dataFolder);
  const user = await serverUser(place.cluster);
  const binaries = await findBinaries(user, place.copies);
  const cluster = { folder: place.cluster, logFile: join(dataFolder, "postgres.log"), user, binaries };
  await refuseForeignCluster(cluster);
  if (place.elsewhere) {
    say(`Postgres does not run as root and its user cannot enter ${dataFolder}: the database lives in ${place.cluster}.`);
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
      const { rowCount } = await client.query("SELECT FROM pg_stat_activity WHERE application_name = $1", [GUEST]);
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
