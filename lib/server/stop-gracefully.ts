import { closeDatabase } from "./database";
import { drain, isDraining, watchRequests } from "./drain";
import { log } from "./log";

/** The launcher waits a little longer than this before it uses force. */
const PATIENCE_MS = 20_000;

/** Makes SIGTERM, SIGINT and the death of the launcher end this process only after what is under way is answered. */
export function stopGracefully(): void {
  watchRequests();
  const stop = () => void leave();
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  // A launcher that is killed cannot pass anything on, but its end of the channel closes.
  if (process.connected) process.once("disconnect", stop);
}

async function leave(): Promise<void> {
  if (isDraining()) return;
  const complete = await drain(PATIENCE_MS);
  if (!complete) log().warn("requests were still under way when the server had to stop");
  await closeDatabase().catch(() => undefined);
  process.exit(complete ? 0 : 1);
}
