import { connect, type Database } from "@/lib/db/client";
import { startTemporaryServer } from "@/lib/testing/temporary-server";
import { deployMigrations } from "@/prisma/migrate";

/** Lends an empty, migrated database on a server of its own that writes as safely as a real one. */
export async function onDatabase<T>(work: (db: Database) => Promise<T>): Promise<T> {
  const server = await startTemporaryServer({ durable: true });
  try {
    await deployMigrations(server.url);
    const db = connect(server.url, { statementTimeoutMs: 0 });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  } finally {
    await server.stop();
  }
}
