import { randomUUID } from "node:crypto";
import { afterAll, inject } from "vitest";
import { connect, type Database } from "@/lib/db/client";
import { withConnection } from "@/lib/db/connection";

/**
 * A database of the calling test file's own: migrated, empty, dropped when the file is done.
 * Call it once, at the top: `const db = await testDatabase();`
 */
export async function testDatabase(): Promise<Database> {
  const url = await testDatabaseUrl();
  const database = connect(url);
  afterAll(() => database.close());
  return database;
}

/** The same for tests that connect by themselves; `migrated: false` gives a database without any table. */
export async function testDatabaseUrl({ migrated = true } = {}): Promise<string> {
  const templateUrl = inject("templateUrl");
  const template = migrated ? new URL(templateUrl).pathname.slice(1) : "template0";
  const name = `triptych_test_${randomUUID().replaceAll("-", "")}`;
  const server = new URL("/postgres", templateUrl).href;
  await withConnection(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  afterAll(() =>
    withConnection(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`)).then(
      () => undefined,
    ),
  );
  return new URL(`/${name}`, templateUrl).href;
}
