import { spawn, execFile } from "node:child_process";
import { chown, mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { AppError } from "@/lib/core/errors";
import type { NativeBinaries } from "./native-binaries";
import type { ServerUser } from "./server-user";

export const SUPERUSER = "triptych";

/** One PostgreSQL cluster on disk and what it takes to run it. */
export interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly user: ServerUser;
  readonly binaries: NativeBinaries;
}

/** UTF-8 and the locale are said outright: with LANG unset initdb would make an SQL_ASCII cluster. */
const INITDB_FLAGS = [
  "--encoding=UTF8",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
  "--locale=C",
  "--auth=scram-sha-256",
  "--data-checksums",
  "--no-instructions",
  `--username=${SUPERUSER}`,
];

/** Makes the cluster unless it exists. Built aside and moved in place, so that a kill leaves all of it or nothing. */
export async function createCluster(
  cluster: Cluster,
  password: string,
  flags: readonly string[] = [],
): Promise<void> {
  if ((await versionOf(cluster)) !== null) return;
  const unfinished = `${cluster.folder}.unfinished`;
  const passwordFile = `${cluster.folder}.password`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    await handOver(cluster.user, [unfinished, passwordFile]);
    const command = [`--pgdata=${unfinished}`, `--pwfile=${passwordFile}`, ...INITDB_FLAGS, ...flags];
    await promisify(execFile)(cluster.binaries.initdb, command, surroundings(cluster, unfinished));
    await rename(unfinished, cluster.folder);
  } catch (cause) {
    const reason =
      cause instanceof Error && "stderr" in cause ? lastLine(String(cause.stderr)) : String(cause);
    throw new AppError("unexpected", { detail: `The database could not be made: ${reason}`, cause });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(unfinished, { recursive: true, force: true });
  }
}

/** Refuses files that another PostgreSQL major version has written, or that belong to somebody else. */
export async function refuseForeignCluster(cluster: Cluster): Promise<void> {
  const owner = await stat(cluster.folder).catch(() => null);
  if (owner === null) return;
  const uid = process.getuid?.();
  if (uid !== undefined && uid !== 0 && owner.uid !== uid) {
    const detail = `The database in ${dirname(cluster.folder)} belongs to another user. Start Triptych as that user or as root, or choose another TRIPTYCH_DATA_DIR.`;
    throw new AppError("forbidden", { detail });
  }
  const version = await versionOf(cluster);
  if (version === null || version === cluster.binaries.majorVersion) return;
  const detail = `The database in ${dirname(cluster.folder)} was written by PostgreSQL ${version}; this Triptych brings PostgreSQL ${cluster.binaries.majorVersion}. Make a backup with the Triptych that wrote it and restore that into a new data folder.`;
  throw new AppError("conflict", { detail });
}

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

/** What the running postmaster has written of itself into its folder; null when there is none. */
export async function readPostmaster(folder: string): Promise<Postmaster | null> {
  const text = await readFile(`${folder}/postmaster.pid`, "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === "ready" };
}

/**
 * Starts the postmaster in a process group of its own, so that Ctrl-C in the terminal does not reach it before us.
 * @returns null when the port was taken in the meantime.
 */
export async function startPostmaster(
  cluster: Cluster,
  port: number,
  settings: Settings,
): Promise<Postmaster | null> {
  const log = await open(cluster.logFile, "a", 0o600);
  try {
    const logStart = (await log.stat()).size;
    const options = Object.entries({ ...SETTINGS, ...settings, port }).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]);
    const child = spawn(cluster.binaries.postgres, ["-D", cluster.folder, ...options], {
      ...surroundings(cluster, cluster.folder),
      detached: true,
      stdio: ["ignore", log.fd, log.fd],
    });
    const ended = new AbortController();
    for (const event of ["exit", "error"] as const) child.once(event, () => ended.abort());
    child.unref();
    while (!ended.signal.aborted) {
      const postmaster = await readPostmaster(cluster.folder);
      if (postmaster?.pid === child.pid && postmaster?.ready === true) return postmaster;
      await pause(20);
    }
    const output = (await readFile(cluster.logFile)).subarray(logStart).toString("utf8");
    if (output.includes("could not bind")) return null;
    const reason = output.split("\n").findLast((line) => line.includes("FATAL")) ?? lastLine(output);
    throw new AppError("unexpected", {
      detail: `PostgreSQL did not start: ${reason} (see ${cluster.logFile})`,
    });
  } finally {
    await log.close();
  }
}

/** Ends the postmaster; sessions under way are cut off, and everything committed is on disk. */
export async function stopPostmaster(cluster: Cluster): Promise<void> {
  const stop = (mode: string) =>
    promisify(execFile)(
      cluster.binaries.pgCtl,
      ["stop", "-D", cluster.folder, "-m", mode, "-w", "-t", "60"],
      surroundings(cluster, cluster.folder),
    );
  try {
    await stop("fast");
  } catch (error) {
    if ((await readPostmaster(cluster.folder)) === null) return;
    await stop("immediate").catch(() => Promise.reject(error as Error));
  }
}

export type Settings = Readonly<Record<string, string | number>>;

/** Loopback only, no socket files (a long path would prevent the start), and no article texts in the log. */
const SETTINGS: Settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  timezone: "UTC",
  log_timezone: "UTC",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_parameter_max_length_on_error: 0,
};

async function versionOf(cluster: Cluster): Promise<string | null> {
  const text = await readFile(`${cluster.folder}/PG_VERSION`, "utf8").catch(() => null);
  return text?.trim() ?? null;
}

async function handOver({ uid, gid }: ServerUser, paths: readonly string[]): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  for (const path of paths) await chown(path, uid, gid);
}

function surroundings(cluster: Cluster, folder: string) {
  const env = {
    PATH: "/usr/local/bin:/usr/bin:/bin",
    LC_ALL: "C",
    TZ: "UTC",
    NODE_ENV: "production" as const,
  };
  return { ...cluster.user, cwd: folder, env };
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
