import { connect, type Database } from "@/lib/db/client";
import { serverEnv } from "./env";

// Next gives pages, routes and instrumentation module instances of their own; the process has one pool all the same.
const held = globalThis as typeof globalThis & { triptychDatabase?: Database };

/** The handle on the database that this process shares. Opened at first use. */
export function database(): Database {
  return (held.triptychDatabase ??= open());
}

/** Ends every connection; the next `database()` opens anew. */
export async function closeDatabase(): Promise<void> {
  const open = held.triptychDatabase;
  delete held.triptychDatabase;
  await open?.close();
}

function open(): Database {
  const { databaseUrl, databaseDirectUrl, databaseConnections } = serverEnv();
  const isPooled = databaseDirectUrl !== databaseUrl;
  return connect(databaseUrl, { maxConnections: databaseConnections, isPooled });
}
