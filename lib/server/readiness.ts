import { readdir, statfs } from "node:fs/promises";
import { join } from "node:path";
import { databaseHealth } from "@/lib/db/health-repository";
import { database } from "./database";
import { isDraining } from "./drain";
import { env } from "./env";

/** A part that must be in order before anybody is let in. */
export type Part = "process" | "database" | "encoding" | "schema" | "sample";

export interface Readiness {
  readonly status: "ready" | "degraded" | "not_ready";
  /** What is not in order. */
  readonly failing: readonly Part[];
  /** What works, but not for long. */
  readonly degraded: readonly "disk"[];
}

const DATABASE_PATIENCE_MS = 1_000;
const MIN_FREE_DISK = 0.05;

/** Whether this process can serve: migrations and sample project are in, the database answers and stores UTF-8. */
export async function readiness(): Promise<Readiness> {
  if (isDraining()) return notReady(["process"]);
  const failing = await failingParts();
  if (failing.length > 0) return notReady(failing);
  const degraded = (await isDiskLow()) ? (["disk"] as const) : [];
  return { status: degraded.length > 0 ? "degraded" : "ready", failing, degraded };
}

async function failingParts(): Promise<readonly Part[]> {
  try {
    const { encoding, migrations, isPrepared } = await inTime(databaseHealth(database()), DATABASE_PATIENCE_MS);
    const missing = (await ownMigrations()).filter((name) => !migrations.includes(name));
    if (migrations.length === 0 || missing.length > 0) return ["schema"];
    return [...(encoding === "UTF8" ? [] : ["encoding" as const]), ...(isPrepared ? [] : ["sample" as const])];
  } catch {
    return ["database"];
  }
}

/** The migrations that this version came with; none where only the built app was installed. */
function ownMigrations(): Promise<readonly string[]> {
  return (shipped ??= readdir(join(process.cwd(), "prisma", "migrations"), { withFileTypes: true }).then(
    (entries) => entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    () => [],
  ));
}
let shipped: Promise<readonly string[]> | undefined;

async function isDiskLow(): Promise<boolean> {
  try {
    const { bavail, blocks } = await statfs(env().dataDir ?? process.cwd());
    return bavail < blocks * MIN_FREE_DISK;
  } catch {
    return false;
  }
}

async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("too slow")), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function notReady(failing: readonly Part[]): Readiness {
  return { status: "not_ready", failing, degraded: [] };
}
