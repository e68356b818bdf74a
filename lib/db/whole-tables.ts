import type { Readable, Writable } from "node:stream";
import type { PoolClient } from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import type { Database } from "./client";
import { inPlainTransaction } from "./plain-transaction";

/** A table as a backup sees it: every column that the database does not make by itself. */
export interface WholeTable {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A stream of a table's rows in Postgres' text form. `rows()` is right once the stream is done. */
export interface TableStream<S> {
  readonly stream: S;
  readonly rows: () => number;
}

export interface TableReader {
  /** All tables of the application, each after those that it refers to. */
  readonly tables: () => Promise<readonly WholeTable[]>;
  /** The names of the migrations that the database has had, in their order. */
  readonly migrations: () => Promise<readonly string[]>;
  readonly read: (table: WholeTable) => TableStream<Readable>;
}

export interface TableWriter extends TableReader {
  readonly hasRows: (table: WholeTable) => Promise<boolean>;
  readonly clear: (table: WholeTable) => Promise<void>;
  readonly write: (table: WholeTable) => TableStream<Writable>;
  /** Tells the installation from what it was: whoever followed its logs must read them anew. */
  readonly renewEpoch: (epoch: string) => Promise<void>;
}

/** Lends all tables as they stood at one moment, for as long as it takes. */
export async function readTables<T>(db: Database, work: (tables: TableReader) => Promise<T>): Promise<T> {
  return inPlainTransaction(db, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", (client) =>
    work(tablesOf(client)),
  );
}

/** Lends all tables for writing, in one transaction: when `work` fails, nothing has happened. */
export async function writeTables<T>(db: Database, work: (tables: TableWriter) => Promise<T>): Promise<T> {
  return inPlainTransaction(db, "BEGIN", (client) => work(tablesOf(client)));
}

function tablesOf(client: PoolClient): TableWriter {
  const target = ({ name, columns }: WholeTable) =>
    `${fullName(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(", ")})`;
  const fullName = (name: string) => `public.${client.escapeIdentifier(name)}`;
  return {
    tables: () => listTables(client),
    migrations: () => listMigrations(client),
    read: (table) => {
      const stream = client.query(copyTo(`COPY ${target(table)} TO STDOUT`));
      return { stream, rows: () => stream.rowCount };
    },
    write: (table) => {
      const stream = client.query(copyFrom(`COPY ${target(table)} FROM STDIN`));
      return { stream, rows: () => stream.rowCount };
    },
    hasRows: async ({ name }) => (await client.query(`SELECT FROM ${fullName(name)} LIMIT 1`)).rowCount !== 0,
    clear: async ({ name }) => {
      await client.query(`DELETE FROM ${fullName(name)}`);
    },
    renewEpoch: async (epoch) => {
      await client.query("UPDATE installation SET epoch = $1", [epoch]);
    },
  };
}

async function listTables(client: PoolClient): Promise<readonly WholeTable[]> {
  const { rows } = await client.query<WholeTable & { readonly refersTo: readonly string[] }>(`
    SELECT c.relname AS name,
      ARRAY(SELECT a.attname::text FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        ORDER BY a.attnum) AS columns,
      ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
        WHERE f.conrelid = c.oid AND f.contype = 'f' AND r.oid <> c.oid) AS "refersTo"
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
      AND c.relname <> '_prisma_migrations'
    ORDER BY c.relname`);
  return referredFirst(rows).map(({ name, columns }) => ({ name, columns }));
}

function referredFirst<T extends { readonly name: string; readonly refersTo: readonly string[] }>(
  tables: readonly T[],
): readonly T[] {
  const sorted: T[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const blocking = new Set(waiting.map(({ name }) => name));
    const free = waiting.filter(({ refersTo }) => !refersTo.some((name) => blocking.has(name)));
    if (free.length === 0)
      throw new RangeError(`tables refer to one another in a circle: ${[...blocking].join(", ")}`);
    sorted.push(...free);
    waiting = waiting.filter((table) => !free.includes(table));
  }
  return sorted;
}

async function listMigrations(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`);
  return rows.map(({ name }) => name);
}
