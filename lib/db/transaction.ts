import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import { classifyError, translateError } from "./classify-error";
import type { Database, SqlQueries, Tx } from "./client";
import { Prisma } from "./generated/client";

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

/**
 * As `inTransaction`, for the one path that runs hundreds of times a second: the statements go straight to the driver,
 * each planned once per connection. `work` must be harmless to repeat.
 */
export async function inLeanTransaction<T>(db: Database, work: (tx: SqlQueries) => Promise<T>): Promise<T> {
  return untilSettled(true, async () => {
    const client = await db.pool.connect();
    let broken = false;
    try {
      await client.query("begin");
      const result = await work(preparedOn(client));
      await client.query("commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch(() => (broken = true));
      throw error;
    } finally {
      client.release(broken);
    }
  });
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

function preparedOn(client: PoolClient): SqlQueries {
  const run = async (strings: TemplateStringsArray, values: readonly unknown[]) => {
    const { text, values: parameters } = Prisma.sql(strings, ...values);
    return client.query({ name: nameOf(text), text, values: parameters });
  };
  return {
    $queryRaw: async <R>(strings: TemplateStringsArray, ...values: unknown[]) =>
      (await run(strings, values)).rows as R,
    $executeRaw: async (strings, ...values) => (await run(strings, values)).rowCount ?? 0,
  };
}

const names = new Map<string, string>();

/** Postgres cuts names at 63 bytes, so a statement is known by its hash. */
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash("sha256").update(text).digest("base64url");
  names.set(text, name);
  return name;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
