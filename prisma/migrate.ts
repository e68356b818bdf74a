import { Client, DatabaseError } from "pg";
import type {
  DiagnoseMigrationHistoryOutput,
  MigrationList,
  SchemaEngine,
} from "@prisma/schema-engine-wasm/schema_engine_bg";
import { AppError } from "@/lib/core/errors";
import { readMigrationList, type MigrationChoice } from "./migration-list";
import { NO_FILTER, withSchemaEngine } from "./schema-engine";

/** Taken for the length of a deployment, so that of two processes that boot together one migrates and one waits. */
const MIGRATION_LOCK = 7_261_958_301;
const LOCK_ATTEMPTS = 5;

export interface MigrationStatus {
  readonly pending: readonly string[];
  /** Applied to the database, but not known here: a newer version of Triptych has been at work. */
  readonly unknown: readonly string[];
  /** Applied, and changed in the folder since. */
  readonly edited: readonly string[];
  /** Begun and never finished. */
  readonly unfinished: readonly string[];
}

/**
 * Brings the database at `url` to the schema of this version and says which migrations that took.
 * @throws AppError when the database is not UTF-8, is newer than this version, or refuses a migration.
 */
export async function deployMigrations(
  url: string,
  choice: MigrationChoice = {},
): Promise<readonly string[]> {
  const client = new Client({
    connectionString: url,
    application_name: "triptych migrate",
    lock_timeout: 120_000,
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await refuseOtherEncodings(client);
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1::bigint)", [MIGRATION_LOCK]);
    return await deployLocked(url, await readMigrationList(choice));
  } finally {
    await client.end();
  }
}

export async function readMigrationStatus(
  url: string,
  choice: MigrationChoice = {},
): Promise<MigrationStatus> {
  const migrations = await readMigrationList(choice);
  return withSchemaEngine(url, (engine) => readStatus(engine, migrations));
}

async function deployLocked(url: string, migrations: MigrationList): Promise<readonly string[]> {
  const status = await withSchemaEngine(url, (engine) => readStatus(engine, migrations));
  refuseForeignHistory(status);
  if (status.pending.length === 0 && status.unfinished.length === 0) return [];
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await withSchemaEngine(url, (engine) => applyPending(engine, migrations));
    } catch (error) {
      if (attempt < LOCK_ATTEMPTS && isLockTimeout(error)) continue;
      const { unfinished } = await withSchemaEngine(url, (engine) => readStatus(engine, migrations));
      const detail = `The migration ${unfinished.join(", ")} failed and was rolled back: ${messageOf(error)}`;
      throw new AppError("conflict", { detail, cause: error });
    }
  }
}

/** A script is one transaction: what is marked as begun but not finished was rolled back by the database. */
async function applyPending(engine: SchemaEngine, migrationsList: MigrationList): Promise<readonly string[]> {
  const { unfinished } = await readStatus(engine, migrationsList);
  for (const migrationName of unfinished) await engine.markMigrationRolledBack({ migrationName });
  const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: NO_FILTER });
  return appliedMigrationNames;
}

async function readStatus(engine: SchemaEngine, migrationsList: MigrationList): Promise<MigrationStatus> {
  const diagnosis = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: NO_FILTER,
  });
  const unfinished = diagnosis.failedMigrationNames;
  const edited = diagnosis.editedMigrationNames.filter((name) => !unfinished.includes(name));
  return { ...history(diagnosis), edited, unfinished };
}

function history({ history }: DiagnoseMigrationHistoryOutput): Pick<MigrationStatus, "pending" | "unknown"> {
  switch (history?.diagnostic) {
    case undefined:
      return { pending: [], unknown: [] };
    case "databaseIsBehind":
      return { pending: history.unappliedMigrationNames, unknown: [] };
    case "migrationsDirectoryIsBehind":
      return { pending: [], unknown: history.unpersistedMigrationNames };
    case "historiesDiverge":
      return { pending: history.unappliedMigrationNames, unknown: history.unpersistedMigrationNames };
  }
}

function refuseForeignHistory({ unknown, edited }: MigrationStatus): void {
  if (unknown.length > 0) {
    const detail = `The database is newer than this version of Triptych (it has ${unknown.join(", ")}). Start the newer version, or restore a backup into an empty database.`;
    throw new AppError("conflict", { detail });
  }
  if (edited.length > 0) {
    const detail = `The database was made with other migrations than these (changed since: ${edited.join(", ")}).`;
    throw new AppError("conflict", { detail });
  }
}

async function refuseOtherEncodings(client: Client): Promise<void> {
  const { rows } = await client.query<{ server_encoding: string }>("SHOW server_encoding");
  const encoding = rows[0]?.server_encoding;
  if (encoding === "UTF8") return;
  throw new AppError("conflict", {
    detail: `The database has the encoding ${encoding ?? "?"}; Triptych needs UTF8. Create the database with ENCODING 'UTF8'.`,
  });
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof DatabaseError && error.code === "55P03";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
