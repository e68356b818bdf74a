import { chmod, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCluster, readPostmaster, stopPostmaster, type Cluster } from "@/lib/server/postgres/cluster";
import { placeCluster } from "@/lib/server/postgres/data-folder";
import { findBinaries } from "@/lib/server/postgres/native-binaries";
import { pidExists } from "@/lib/server/postgres/process-identity";
import { runCluster } from "@/lib/server/postgres/running-cluster";
import { serverUser } from "@/lib/server/postgres/server-user";

/** Speed instead of safety: these clusters live for minutes. */
const SETTINGS = { fsync: "off", full_page_writes: "off", synchronous_commit: "off", max_connections: 200 };

export interface TemporaryServer {
  /** The address of its database `postgres`, as superuser. */
  readonly url: string;
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut does; nothing is tidied up. */
  readonly crash: () => Promise<void>;
  /** Starts it again, on another port. @returns its address */
  readonly restart: () => Promise<string>;
  /** Where its files are. */
  readonly folder: string;
}

export interface TemporaryServerOptions {
  /** Whether it writes as safely, and as slowly, as a real one. */
  readonly durable?: boolean;
  /** Called with its folder before anything is in it. */
  readonly prepare?: (folder: string) => Promise<void>;
}

/** What measurements need, whose writes must cost what they cost elsewhere. */
const DURABLE_SETTINGS = { max_connections: 200 };

/** A PostgreSQL of our own in a temporary folder; also clears away those of runs that were killed. */
export async function startTemporaryServer({
  durable = false,
  prepare = () => Promise.resolve(),
}: TemporaryServerOptions = {}): Promise<TemporaryServer> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
  await prepare(folder);
  await chmod(folder, 0o711);
  const cluster = await clusterIn(folder);
  const stop = async () => {
    await stopPostmaster(cluster);
    await remove(folder, cluster);
  };
  try {
    await createCluster(cluster, "test", ["--no-sync"]);
    const run = () => runCluster(cluster, "test", durable ? DURABLE_SETTINGS : SETTINGS);
    return { url: await run(), stop, crash: () => crash(cluster), restart: run, folder: cluster.folder };
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

async function crash({ folder }: Cluster): Promise<void> {
  const postmaster = await readPostmaster(folder);
  if (postmaster === null) return;
  process.kill(postmaster.pid, "SIGQUIT");
  while (pidExists(postmaster.pid)) await new Promise((resolve) => setTimeout(resolve, 20));
}

const PREFIX = "triptych-test-";

async function clusterIn(folder: string): Promise<Cluster> {
  const place = await placeCluster(folder);
  const user = await serverUser(place.cluster);
  const binaries = await findBinaries(user, place.copies);
  return { folder: place.cluster, logFile: join(folder, "postgres.log"), user, binaries };
}

async function remove(folder: string, cluster: Cluster): Promise<void> {
  await rm(cluster.folder, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}

async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner === undefined || pidExists(Number(owner))) continue;
    const folder = join(tmpdir(), name);
    const cluster = await clusterIn(folder);
    await stopPostmaster(cluster).catch(() => undefined);
    await remove(folder, cluster);
  }
}
