import type { Pool, PoolClient } from "pg";
import { AppError } from "@/lib/core/errors";
import { classifyError, translateError } from "./classify-error";
import type { Database, SqlQueries, Tx } from "./client";
import { preparedOn } from "./prepared";

const MAX_CONFLICTS = 5;
const MAX_LOST_CONNECTIONS = 3;

export interface TransactionOptions {
  /** True where doing it twice does no harm, because every write carries its own id: a COMMIT whose answer was lost. */
  readonly repeatable?: boolean;
  readonly isolation?: "ReadCommitted" | "RepeatableRead";
  readonly timeoutMs?: number;
}

/**
 * Runs `work` in one transaction and, where the database asks for it, once more from the start.
 * @throws AppError for what the database is known to refuse with.
 */
export async function inTransaction<T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  { repeatable = false, isolation = "ReadCommitted", timeoutMs = 5_000 }: TransactionOptions = {},
): Promise<T> {
  return untilSettled(repeatable, () =>
    db.prisma.$transaction(work, { isolationLevel: isolation, timeout: timeoutMs, maxWait: 3_000 }),
  );
}

/** Work whose only write is one statement, made on condition that all it has read still stands. */
export interface ConditionalWrite<T> {
  /** Reads, decides, writes; null where somebody else wrote in between, and nothing was written. */
  readonly attempt: (queries: SqlQueries) => Promise<T | null>;
  /** Makes other writers wait until the transaction ends. */
  readonly lock: (tx: SqlQueries) => Promise<void>;
}

/**
 * For the one path that runs hundreds of times a second: its statements go straight to the driver, each planned once per
 * connection, and no transaction is opened around them, since a statement is one by itself. Whoever is overtaken by
 * another writer goes again behind the lock. `attempt` must be harmless to repeat.
 */
export async function writeOnCondition<T>(db: Database, { attempt, lock }: ConditionalWrite<T>): Promise<T> {
  return untilSettled(true, async () =>
    onConnection(db.quick, async (client) => {
      const queries = preparedOn(db, client);
      return (await attempt(queries)) ?? (await inBlock(client, () => behindLock(queries)));
    }),
  );

  async function behindLock(tx: SqlQueries): Promise<T> {
    await lock(tx);
    const done = await attempt(tx);
    if (done === null) throw new RangeError("overtaken in spite of the lock");
    return done;
  }
}

/**
 * As `inTransaction`, for what carries a gigabyte: its statements go straight to the driver, and nothing limits the whole
 * but what limits each of them. `work` may read on while the database writes: what of that is left over when it fails
 * must not write on a connection that is somebody else's by then.
 */
export async function inLongTransaction<T>(db: Database, work: (tx: SqlQueries) => Promise<T>): Promise<T> {
  return untilSettled(false, () =>
    onConnection(db.pool, (client) => {
      const direct = preparedOn(db, client);
      let isOpen = true;
      const refuseLeftovers = () => {
        if (!isOpen) throw new RangeError("the transaction has ended");
      };
      const close = () => {
        isOpen = false;
      };
      const tx: SqlQueries = {
        $queryRaw: async <R>(query: TemplateStringsArray, ...values: unknown[]) => {
          refuseLeftovers();
          return direct.$queryRaw<R>(query, ...values);
        },
        $executeRaw: async (query, ...values) => {
          refuseLeftovers();
          return direct.$executeRaw(query, ...values);
        },
      };
      return inBlock(client, () => work(tx).finally(close));
    }),
  );
}

/** A connection that breaks is not given back. */
async function onConnection<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let failure: unknown = null;
  try {
    return await work(client);
  } catch (error) {
    failure = error;
    throw error;
  } finally {
    client.release(failure !== null && !(failure instanceof AppError));
  }
}

async function inBlock<T>(client: PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query("begin");
  try {
    const result = await work();
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

async function untilSettled<T>(repeatable: boolean, run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      const retry = classifyError(error)?.retry ?? null;
      const allowed =
        retry === "conflict"
          ? MAX_CONFLICTS
          : retry === "connection" && repeatable
            ? MAX_LOST_CONNECTIONS
            : 0;
      if (attempt > allowed) throw translateError(error);
      await pause(10 + Math.random() * 20 * attempt);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
