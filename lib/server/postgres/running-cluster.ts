import { readFile } from "node:fs/promises";
import { AppError } from "@/lib/core/errors";
import { withConnection } from "@/lib/db/connection";
import {
  readPostmaster,
  startPostmaster,
  stopPostmaster,
  SUPERUSER,
  type Cluster,
  type Settings,
} from "./cluster";
import { freePort } from "./free-port";
import { pidExists } from "./process-identity";

const PORT_ATTEMPTS = 5;
const ADOPTION_SECONDS = 20;

/** Makes sure that the cluster runs and says where: adopts the postmaster that a killed process left behind, if it answers. */
export async function runCluster(
  cluster: Cluster,
  password: string,
  settings: Settings = {},
): Promise<string> {
  const adopted = await adoptOrphan(cluster, password);
  if (adopted !== null) return adopted;
  for (let attempt = 1; attempt <= PORT_ATTEMPTS; attempt += 1) {
    const postmaster = await startPostmaster(cluster, await freePort(), settings);
    if (postmaster !== null) return clusterUrl(postmaster.port, password);
  }
  throw new AppError("unexpected", { detail: "PostgreSQL found no free port on 127.0.0.1." });
}

function clusterUrl(port: number, password: string, database = "postgres"): string {
  return `postgresql://${SUPERUSER}:${password}@127.0.0.1:${port}/${database}`;
}

/** The address of the cluster if its postmaster runs and answers us; null if not. */
export async function answeringCluster(folder: string, password: string): Promise<string | null> {
  const postmaster = await readPostmaster(folder);
  if (postmaster === null || !postmaster.ready) return null;
  const url = clusterUrl(postmaster.port, password);
  try {
    const { rows } = await withConnection(url, (client) =>
      client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder"),
    );
    return rows[0]?.folder === folder ? url : null;
  } catch {
    return null;
  }
}

async function adoptOrphan(cluster: Cluster, password: string): Promise<string | null> {
  const deadline = Date.now() + ADOPTION_SECONDS * 1_000;
  while (await orphanRuns(cluster)) {
    const url = await answeringCluster(cluster.folder, password);
    if (url !== null) return url;
    if (Date.now() > deadline) {
      await stopPostmaster(cluster);
      return null;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return null;
}

/** Postgres itself clears away the pid file of a dead postmaster, and of a pid that now belongs to another user. */
async function orphanRuns(cluster: Cluster): Promise<boolean> {
  const postmaster = await readPostmaster(cluster.folder);
  if (postmaster === null || !pidExists(postmaster.pid)) return false;
  if (process.platform !== "linux") return true;
  const program = await readFile(`/proc/${postmaster.pid}/comm`, "utf8").catch(() => "");
  return program.trim() === "postgres";
}
