import type { PoolClient, QueryResultRow } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { BinaryRows, type TextRow } from "./binary-rows";
import { translateError } from "./classify-error";
import type { Database } from "./client";

/** The database as it stood at one moment, for reading as long as it takes. */
export interface Snapshot {
  readonly query: <R extends QueryResultRow>(
    text: string,
    values: readonly unknown[],
  ) => Promise<readonly R[]>;
  /**
   * The rows of a query of text columns, in handfuls, as fast as they are taken and no faster. COPY takes no
   * parameters: every value in `text` must have gone through `literal`.
   */
  readonly rows: (text: string) => AsyncGenerator<readonly TextRow[]>;
}

const LIMITS = `
  SET LOCAL statement_timeout = 0;
  SET LOCAL idle_in_transaction_session_timeout = '15min';
  SET LOCAL client_connection_check_interval = '2s'`;

/**
 * Lends one connection and one snapshot for as long as `read` yields. When the reader stops early, or anything fails,
 * the connection is closed, which stops the query that may still run on it; the pool opens another when it needs one.
 * @throws AppError for what the database is known to refuse with.
 */
export async function* readSnapshot<T>(
  db: Database,
  read: (snapshot: Snapshot) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const client = await connected(db);
  let whole = false;
  try {
    await begin(client);
    yield* read(snapshotOn(client));
    await client.query("COMMIT");
    whole = true;
  } catch (error) {
    throw translateError(error);
  } finally {
    client.release(!whole);
  }
}

async function begin(client: PoolClient): Promise<void> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await client.query(LIMITS);
}

async function connected(db: Database): Promise<PoolClient> {
  try {
    return await db.pool.connect();
  } catch (error) {
    throw translateError(error);
  }
}

function snapshotOn(client: PoolClient): Snapshot {
  return {
    query: async <R extends QueryResultRow>(text: string, values: readonly unknown[]) =>
      (await client.query<R>(text, [...values])).rows,
    async *rows(text) {
      const decoder = new BinaryRows();
      const stream = client.query(copyTo(`COPY (${text}) TO STDOUT (FORMAT binary)`));
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        const rows = decoder.push(chunk);
        if (rows.length > 0) yield rows;
      }
      decoder.end();
    },
  };
}
