import { Client } from "pg";

/** Lends one plain connection, outside any pool: for what is done before and beside the application's own work. */
export async function withConnection<T>(
  url: string,
  work: (client: Client) => Promise<T>,
  applicationName = "triptych",
): Promise<T> {
  const client = new Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
