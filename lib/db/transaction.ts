import type { Database, Tx } from "./client";
import { classifyError, translateError } from "./classify-error";

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
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.prisma.$transaction(work, { isolationLevel: isolation, timeout: timeoutMs, maxWait: 3_000 });
    } catch (error) {
      const retry = classifyError(error)?.retry ?? null;
      const allowed = retry === "conflict" ? MAX_CONFLICTS : retry === "connection" && repeatable ? MAX_LOST_CONNECTIONS : 0;
      if (attempt > allowed) throw translateError(error);
      await pause(10 + Math.random() * 20 * attempt);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
