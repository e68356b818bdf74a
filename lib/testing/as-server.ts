import { afterAll } from "vitest";
import type { Database } from "@/lib/db/client";
import { closeLive } from "@/lib/server/live/live";
import { closeDatabase, database } from "@/lib/server/database";
import { testDatabaseUrl } from "./test-database";

/** The address of the installation in tests of the server's edge. */
export const ADDRESS = "http://localhost:3000";

/**
 * Settings of a running server and a database of the calling test file's own, as `database()` gives it to the edge.
 * Call it once, at the top, before anything asks for a setting.
 */
export async function asServer(variables: Readonly<Record<string, string>> = {}): Promise<Database> {
  process.env["DATABASE_URL"] = await testDatabaseUrl();
  process.env["NEXTAUTH_URL"] = ADDRESS;
  process.env["NEXTAUTH_SECRET"] = "only-the-tests-of-this-checkout-use-this";
  process.env["TRIPTYCH_LOG_LEVEL"] = "silent";
  Object.assign(process.env, variables);
  afterAll(() => {
    closeLive();
    return closeDatabase();
  });
  return database();
}
