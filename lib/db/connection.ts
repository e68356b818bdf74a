import { Client } from "pg";

/** One plain connection, outside any pool: for what is done before and beside the application's own work. */
export async function openConnection(url: string, applicationName = "triptych"): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: applicationName,
    connectionTimeoutMillis: 5_000,
  });
  // A server that goes away ends the connection; whoever uses it next is told.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Lends a plain connection for the length of `work`. */
export async function withConnection<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await openConnection(url);
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
