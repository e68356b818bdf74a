import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient, type Prisma } from "./generated/client";

/** The handle on one database. Prisma maps rows; the pool serves COPY, cursors and the throttle. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  readonly close: () => Promise<void>;
}

/** A transaction under way. */
export type Tx = Prisma.TransactionClient;

/** Whatever runs a query: the database itself, or a transaction. */
export type Queries = PrismaClient | Tx;

/** As much of `Queries` as statements written in SQL need; `inLeanTransaction` gives no more. */
export interface SqlQueries {
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): Promise<T>;
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}

export interface ConnectOptions {
  readonly maxConnections?: number;
  readonly statementTimeoutMs?: number;
}

export function connect(
  url: string,
  { maxConnections = 10, statementTimeoutMs = 10_000 }: ConnectOptions = {},
): Database {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections,
    connectionTimeoutMillis: 3_000,
    statement_timeout: statementTimeoutMs,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: "triptych",
  });
  // Without a listener, a connection that dies while idle or before its first use ends the whole process.
  pool.on("error", ignoreLostConnection);
  pool.on("connect", (client) => client.on("error", ignoreLostConnection));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** The query that used the connection fails with an error of its own; there is nothing to add here. */
function ignoreLostConnection(): void {
  return undefined;
}
