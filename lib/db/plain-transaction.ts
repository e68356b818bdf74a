import type { PoolClient } from "pg";
import { translateError } from "./classify-error";
import type { Database } from "./client";

const PATIENCE = `
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = 0`;

/**
 * Lends a connection of the driver's own for one transaction that may take as long as it needs. When `work` fails,
 * nothing has happened.
 * @throws AppError for what the database is known to refuse with.
 */
export async function inPlainTransaction<T>(
  db: Database,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  let client: PoolClient | undefined;
  let whole = false;
  try {
    client = await db.pool.connect();
    await client.query(begin);
    await client.query(PATIENCE);
    const result = await work(client);
    await client.query("COMMIT");
    whole = true;
    return result;
  } catch (error) {
    throw translateError(error);
  } finally {
    // Closing the connection ends a COPY that is under way, and rolls back.
    client?.release(!whole);
  }
}
