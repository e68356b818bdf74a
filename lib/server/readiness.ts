import { readdir, statfs } from "node:fs/promises";
import { join } from "node:path";
import { PROBLEM_TYPE, type Problem } from "@/lib/contracts/problem";
import { databaseHealth } from "@/lib/db/health-repository";
import { database } from "./database";
import { isDraining } from "./drain";
import { env } from "./env";
import { live } from "./live/live";

/** A part that must be in order before anybody is let in. */
export type Part = "process" | "database" | "encoding" | "schema" | "sample";

export interface Readiness {
  /** What is not in order; nothing, and people may come. */
  readonly failing: readonly Part[];
  /** What works, but not for long. */
  readonly degraded: readonly ("disk" | "listener")[];
}

const DATABASE_PATIENCE_MS = 1_000;
const MIN_FREE_DISK = 0.05;

const FAULTS: Readonly<Record<Part, string>> = {
  process: "The server is being stopped.",
  database: "The database does not answer.",
  encoding: "The database does not store UTF-8.",
  schema: "The migrations of this version have not been applied.",
  sample: "The installation has not been prepared: there is neither a project nor a person.",
};

/** Whether this process can serve: migrations and sample project are in, the database answers and stores UTF-8. */
export async function readiness(): Promise<Readiness> {
  if (isDraining()) return { failing: ["process"], degraded: [] };
  const failing = await failingParts();
  if (failing.length > 0) return { failing, degraded: [] };
  const isDiskShort = await isDiskLow();
  return {
    failing,
    degraded: [
      ...(isDiskShort ? ["disk" as const] : []),
      ...(live().isHearing() === false ? ["listener" as const] : []),
    ],
  };
}

export function notReadyResponse(failing: readonly Part[], requestId: string): Response {
  const problem: Problem = {
    type: "urn:triptych:problem:not_ready",
    title: "Not ready",
    status: 503,
    code: "not_ready",
    detail: failing.map((part) => FAULTS[part]).join(" "),
    requestId,
    errors: failing.map((part) => ({ path: part, code: "not_ready", message: FAULTS[part] })),
  };
  return Response.json(problem, {
    status: 503,
    headers: { "content-type": PROBLEM_TYPE, "retry-after": "2" },
  });
}

async function failingParts(): Promise<readonly Part[]> {
  try {
    const { encoding, migrations, isPrepared } = await inTime(
      databaseHealth(database()),
      DATABASE_PATIENCE_MS,
    );
    const missing = (await ownMigrations()).filter((name) => !migrations.includes(name));
    if (migrations.length === 0 || missing.length > 0) return ["schema"];
    return [
      ...(encoding === "UTF8" ? [] : ["encoding" as const]),
      ...(isPrepared ? [] : ["sample" as const]),
    ];
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
