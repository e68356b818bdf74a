import { createHash } from "node:crypto";
import type { Pool, PoolClient } from "pg";
import type { Database, SqlQueries } from "./client";
import { Prisma } from "./generated/client";

/**
 * Statements that go straight to the driver, each parsed and planned once per connection: for what is asked on every
 * request. Parsing a statement of this size costs as much as running it. Behind a pooler the next connection may not know
 * what this one has prepared, so there each statement is sent whole.
 */
export function preparedOn(
  { isPooled }: Pick<Database, "isPooled">,
  connection: Pool | PoolClient,
): SqlQueries {
  const run = async (strings: TemplateStringsArray, values: readonly unknown[]) => {
    const { text, values: parameters } = Prisma.sql(strings, ...values);
    return connection.query({ ...(isPooled ? {} : { name: nameOf(text) }), text, values: parameters });
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
