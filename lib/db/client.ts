import { PrismaPg } from "@prisma/adapter-pg";
import { Pool } from "pg";
import { PrismaClient, type Prisma } from "./generated/client";

/** The handle on one database. Prisma maps rows; the pool serves COPY, cursors and the throttle. */
export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: Pool;
  /**
   * Connections for the few statements that every request runs (`preparedOn`): their plans are made once, for whatever
   * values, and nothing slow comes here, so that a save never waits for a list.
   */
  readonly quick: Pool;
  /** Whether a pooler lends connections for a transaction at a time: nothing that is said to one of them lasts. */
  readonly isPooled: boolean;
  readonly close: () => Promise<void>;
}

/** A transaction under way. */
export type Tx = Prisma.TransactionClient;

/** Whatever runs a query: the database itself, or a transaction. */
export type Queries = PrismaClient | Tx;

/** As much of `Queries` as statements written in SQL need; `writeOnCondition` gives no more. */
export interface SqlQueries {
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): Promise<T>;
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>;
}

export interface ConnectOptions {
  readonly maxConnections?: number;
  /** Behind a pooler, the pooler's operator says how long a statement may take. */
  readonly statementTimeoutMs?: number;
  readonly isPooled?: boolean;
}

export function connect(
  url: string,
  { maxConnections = 10, statementTimeoutMs = 10_000, isPooled = false }: ConnectOptions = {},
): Database {
  const ofSession = {
    statement_timeout: statementTimeoutMs,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 30_000,
  };
  const settings = {
    connectionString: url,
    connectionTimeoutMillis: 3_000,
    application_name: "triptych",
    ...(isPooled ? {} : ofSession),
  };
  const pool = new Pool({ ...settings, max: maxConnections });
  const quick = new Pool({
    ...settings,
    max: Math.max(2, Math.ceil(maxConnections / 2)),
    ...(isPooled ? {} : { options: "-c plan_cache_mode=force_generic_plan" }),
  });
  for (const one of [pool, quick]) {
    // Without a listener, a connection that dies while idle or before its first use ends the whole process.
    one.on("error", ignoreLostConnection);
    one.on("connect", (client) => client.on("error", ignoreLostConnection));
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool, { disposeExternalPool: false }) });
  return {
    prisma,
    pool,
    quick,
    isPooled,
    close: async () => {
      await prisma.$disconnect();
      await Promise.all([pool.end(), quick.end()]);
    },
  };
}

/** The query that used the connection fails with an error of its own; there is nothing to add here. */
function ignoreLostConnection(): void {
  return undefined;
}
