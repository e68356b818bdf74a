import type { ClientBase } from "pg";
import { connect, type Database } from "@/lib/db/client";

/**
 * How a call to the database fails. `refused`: the server answers with an error that nobody foresaw. `not sent`: the
 * connection breaks before the statement reaches it. `answer lost`: the statement is done, and the connection breaks
 * before anybody hears of it.
 */
export type Failure = "refused" | "not sent" | "answer lost";
export const FAILURES: readonly Failure[] = ["refused", "not sent", "answer lost"];

export interface FailingDatabase extends Database {
  /** Counts calls from here; the `nth`, from 1, fails. Those after it work again. */
  readonly failAt: (nth: number, how: Failure) => void;
  /** Whether that call has come since. */
  readonly hasFailed: () => boolean;
}

type Query = (...args: readonly unknown[]) => unknown;
type Callback = (error: unknown, result?: unknown) => void;

/** A database on which one call fails. Statements and transactions are counted alike: BEGIN and COMMIT are calls too. */
export function failingDatabase(url: string): FailingDatabase {
  const db = connect(url, { maxConnections: 3 });
  let calls = 0;
  let plan: { readonly nth: number; readonly how: Failure } | null = null;
  let hasFailed = false;
  const failureOfThisCall = (): Failure | null => {
    calls += 1;
    if (hasFailed || plan?.nth !== calls) return null;
    hasFailed = true;
    return plan.how;
  };
  const failOn = (client: ClientBase): void => {
    const query = client.query.bind(client) as Query;
    const failing: Query = (...args) => {
      switch (failureOfThisCall()) {
        case null:
          return query(...args);
        case "not sent":
          breakOff(client);
          return query(...args);
        case "refused":
          // A COMMIT that is refused ends the transaction all the same.
          if (isCommit(args[0])) void query("rollback");
          return failed(args, Object.assign(new Error("a fault that nobody foresaw"), { code: "XX000" }));
        case "answer lost":
          return withoutAnswer(client, query, args);
      }
    };
    client.query = failing as typeof client.query;
  };
  db.pool.on("connect", failOn);
  db.quick.on("connect", failOn);
  return {
    ...db,
    failAt: (nth, how) => {
      calls = 0;
      hasFailed = false;
      plan = { nth, how };
    },
    hasFailed: () => hasFailed,
  };
}

/** What the driver says when the other end goes away. */
const GONE = () => Object.assign(new Error("Connection terminated unexpectedly"), { code: "57P01" });

function withoutAnswer(client: ClientBase, query: Query, args: readonly unknown[]): unknown {
  const callback = callbackIn(args);
  if (callback === null) {
    const done = query(...args);
    if (!(done instanceof Promise)) {
      breakOff(client);
      return done;
    }
    return done.then(() => {
      breakOff(client);
      throw GONE();
    });
  }
  return query(...args.slice(0, -1), (error: unknown) => {
    breakOff(client);
    callback(error ?? GONE());
  });
}

function failed(args: readonly unknown[], error: Error): unknown {
  const callback = callbackIn(args);
  if (callback === null) return Promise.reject(error);
  setImmediate(() => callback(error));
  return undefined;
}

function isCommit(statement: unknown): boolean {
  const text = typeof statement === "string" ? statement : (statement as { readonly text?: unknown }).text;
  return typeof text === "string" && /^commit$/i.test(text);
}

function callbackIn(args: readonly unknown[]): Callback | null {
  const last = args.at(-1);
  return typeof last === "function" ? (last as Callback) : null;
}

function breakOff(client: ClientBase): void {
  const { connection } = client as unknown as {
    readonly connection: { readonly stream: { destroy: () => void } };
  };
  connection.stream.destroy();
}
