import { createHash, randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/core/errors";
import { canReach, serverUser } from "./server-user";

/** Where Postgres may put its files when it cannot enter the data folder. */
const ELSEWHERE = "/var/lib/triptych";

export interface ClusterPlace {
  /** The cluster's own folder (PGDATA). It may not exist yet. */
  readonly cluster: string;
  /** Where a copy of the programs goes if they cannot be run where npm put them. */
  readonly copies: string;
  /** True when `cluster` lies outside the data folder. */
  readonly elsewhere: boolean;
}

/** Makes the data folder if need be and gives back its real path. Postgres gets no further than through it. */
export async function openDataFolder(path: string): Promise<string> {
  try {
    const made = await mkdir(path, { recursive: true, mode: 0o700 });
    if (made !== undefined && process.getuid?.() === 0) await chmod(path, 0o711);
    return await realpath(path);
  } catch (cause) {
    throw new AppError("forbidden", { detail: `The data folder ${path} cannot be made or opened.`, cause });
  }
}

/** Decides where the cluster lives: in the data folder if Postgres can reach it, else where it was put before, else elsewhere. */
export async function placeCluster(dataFolder: string): Promise<ClusterPlace> {
  const note = join(dataFolder, "postgres-folder.txt");
  const noted = (await readFile(note, "utf8").catch(() => "")).trim();
  if (noted !== "") return { cluster: noted, copies: ELSEWHERE, elsewhere: true };

  const inside = join(dataFolder, "postgres");
  const user = await serverUser(inside);
  if (await canReach(user, [dataFolder])) {
    return { cluster: inside, copies: user.uid === undefined ? dataFolder : ELSEWHERE, elsewhere: false };
  }
  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 16);
  const cluster = join(ELSEWHERE, name, "postgres");
  await mkdir(join(ELSEWHERE, name), { recursive: true, mode: 0o755 });
  await writeFile(note, `${cluster}\n`);
  return { cluster, copies: ELSEWHERE, elsewhere: true };
}

/** Reads a secret of the data folder, or makes it: 256 random bits in a file that only its owner can read. */
export async function keptSecret(dataFolder: string, name: string): Promise<string> {
  const kept = await readSecret(dataFolder, name);
  if (kept !== null) return kept;
  const path = join(dataFolder, name);
  const secret = randomBytes(32).toString("base64url");
  await rm(path, { force: true });
  await writeFile(path, `${secret}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}

export async function readSecret(dataFolder: string, name: string): Promise<string | null> {
  const kept = await readFile(join(dataFolder, name), "utf8").catch(() => "");
  return kept.trim() === "" ? null : kept.trim();
}
