import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "@/lib/core/errors";
import type { Database } from "@/lib/db/client";

const WINDOW_SECONDS = 15 * 60;
/** Failures from one address of the network at one account. */
export const MAX_FAILURES = 10;
/** Failures from one address of the network at whatever accounts; a whole office may share it. */
const MAX_FAILURES_PER_ADDRESS = 100;

/** A sign-in under way, counted as a failure until it is known to be none. */
export interface Attempt {
  /** Set where this was the last one for now: what to tell the person if it fails. */
  readonly exhausted: AppError | null;
  readonly succeeded: () => Promise<void>;
}

/**
 * Counts a sign-in before it is tried, so that a thousand at once are counted too. Nobody is locked out by what others
 * do: the right password from another address of the network works all the while.
 * @throws AppError `rate_limited`
 */
export async function beginAttempt(db: Database, email: string, address: string): Promise<Attempt> {
  const { accounts, addresses } = limiters(db);
  const account = `${address}|${createHash("sha256").update(email).digest("base64url")}`;
  await consume(addresses, address);
  const { consumedPoints, msBeforeNext } = await consume(accounts, account);
  return {
    exhausted: consumedPoints < MAX_FAILURES ? null : rateLimited(msBeforeNext),
    succeeded: async () => {
      await Promise.all([accounts.delete(account), addresses.reward(address)]);
    },
  };
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<RateLimiterRes> {
  try {
    return await limiter.consume(key);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw rateLimited(refused.msBeforeNext);
    throw refused;
  }
}

function rateLimited(milliseconds: number): AppError {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  const detail = `Too many attempts to sign in. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.`;
  return new AppError("rate_limited", { detail, retryAfterSeconds: Math.ceil(milliseconds / 1000) });
}

interface Limiters {
  readonly accounts: RateLimiterPostgres;
  readonly addresses: RateLimiterPostgres;
}

const made = new WeakMap<Database, Limiters>();

function limiters(db: Database): Limiters {
  const known = made.get(db) ?? {
    accounts: limiter(db, "sign-in-account", MAX_FAILURES),
    addresses: limiter(db, "sign-in-address", MAX_FAILURES_PER_ADDRESS),
  };
  made.set(db, known);
  return known;
}

function limiter(db: Database, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: db.pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    keyPrefix,
    points,
    duration: WINDOW_SECONDS,
  });
}
