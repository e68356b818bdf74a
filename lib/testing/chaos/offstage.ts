import type { Client } from "pg";
import { openConnection } from "@/lib/db/connection";

/** Lends whoever makes the trouble a connection that the trouble itself does not hit (`PEOPLES_CONNECTIONS`). */
export async function offstage<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await openConnection(url, "chaos");
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** SQL: the connections of those who serve and listen, in `pg_stat_activity`. */
export const PEOPLES_CONNECTIONS = "datname = current_database() AND application_name LIKE 'triptych%'";
