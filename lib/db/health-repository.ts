import type { Database } from "./client";

/** What the database says of itself. */
export interface DatabaseHealth {
  readonly encoding: string;
  readonly migrations: readonly string[];
  /** Whether there is a project or a person: a new installation gets its sample project before it is opened. */
  readonly isPrepared: boolean;
}

/** @throws whatever the driver throws; a database without our tables is one with no migrations. */
export async function databaseHealth({ pool }: Database): Promise<DatabaseHealth> {
  const { rows } = await pool.query<{ encoding: string; migrated: boolean }>(
    `SELECT current_setting('server_encoding') AS encoding, to_regclass('_prisma_migrations') IS NOT NULL AS migrated`,
  );
  const { encoding = "unknown", migrated = false } = rows[0] ?? {};
  if (!migrated) return { encoding, migrations: [], isPrepared: false };
  const applied = await pool.query<{ name: string }>(
    `SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const migrations = applied.rows.map(({ name }) => name);
  if (migrations.length === 0) return { encoding, migrations, isPrepared: false };
  const prepared = await pool.query<{ prepared: boolean }>(
    `SELECT EXISTS (SELECT FROM project) OR EXISTS (SELECT FROM "user") AS prepared`,
  );
  return { encoding, migrations, isPrepared: prepared.rows[0]?.prepared ?? false };
}
