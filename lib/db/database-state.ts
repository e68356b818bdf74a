import type { Pool } from "pg";

export interface DatabaseState {
  readonly encoding: string;
  /** The last migration that was applied in full; null before the first. */
  readonly schemaVersion: string | null;
}

/** Asks the database what a server must know of it before it may serve. */
export async function readDatabaseState(pool: Pool): Promise<DatabaseState> {
  const { rows } = await pool.query<DatabaseState>(`
    SELECT current_setting('server_encoding') AS encoding,
      (SELECT max(migration_name) FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS "schemaVersion"`);
  const [state] = rows;
  if (state === undefined) throw new RangeError("a query without FROM gave no row");
  return state;
}
