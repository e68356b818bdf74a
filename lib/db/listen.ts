import type { Database } from "./client";
import { openConnection } from "./connection";

export interface Hearing {
  readonly onPayload: (payload: string) => void;
  /** The connection is gone. */
  readonly onLost: () => void;
}

/** Hears what any process says on `channel`, on a connection of its own, until it is closed or lost. */
export async function listen(
  url: string,
  channel: string,
  { onPayload, onLost }: Hearing,
): Promise<{ readonly close: () => Promise<void> }> {
  const client = await openConnection(url, "triptych listener");
  client.on("notification", ({ payload }) => payload !== undefined && onPayload(payload));
  client.once("end", onLost);
  const close = () => client.end().catch(() => undefined);
  try {
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Says `payload` (at most 7,999 bytes) to whoever listens, at once: never inside of a transaction that writes. */
export async function notify({ pool }: Database, channel: string, payload: string): Promise<void> {
  await pool.query("SELECT pg_notify($1, $2)", [channel, payload]);
}
