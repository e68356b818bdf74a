import { AppError } from "@/lib/core/errors";
import { connect, type Database } from "@/lib/db/client";
import { env } from "@/lib/server/env";
import { joinEmbeddedDatabase } from "@/lib/server/postgres/embedded-database";
import type { Context } from "@/lib/usecases/context";
import { deployMigrations, readMigrationStatus } from "@/prisma/migrate";
import { dataFolder } from "./checkout";
import { operatorContext } from "./operator-context";
import { remark } from "./say";

/** A command may take longer than a request. */
const STATEMENT_TIMEOUT_MS = 0;

/**
 * Lends the address of the installation's database, without a pooler where there is one: that of the environment, or the
 * data folder's own, started if need be.
 */
export async function withDatabaseUrl<T>(work: (url: string) => Promise<T>): Promise<T> {
  const { databaseUrl, databaseDirectUrl } = env();
  if (databaseUrl !== null) return work(databaseDirectUrl ?? databaseUrl);
  const embedded = await joinEmbeddedDatabase(dataFolder(), remark);
  try {
    return await work(embedded.url);
  } finally {
    await embedded.close();
  }
}

/**
 * Lends the installation's database, up to date: our own is migrated; another is its operator's to migrate.
 * @throws AppError when the database lacks migrations or has some that this version does not know.
 */
async function withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  return withDatabaseUrl(async (url) => {
    if (env().databaseUrl === null) await deployMigrations(url);
    else await refuseOutdated(url);
    const db = connect(url, { maxConnections: 4, statementTimeoutMs: STATEMENT_TIMEOUT_MS });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  });
}

/** The same, as a use case wants it. */
export async function withContext<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  return withDatabase((db) => work(operatorContext(db)));
}

async function refuseOutdated(url: string): Promise<void> {
  const { pending, unknown } = await readMigrationStatus(url);
  if (pending.length === 0 && unknown.length === 0) return;
  const detail =
    unknown.length > 0
      ? `The database is newer than this version of Triptych (it has ${unknown.join(", ")}).`
      : "The database is not up to date. Run npx triptych migrate first.";
  throw new AppError("conflict", { detail });
}
