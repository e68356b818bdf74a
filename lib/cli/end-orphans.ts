import { isAlive } from "@/lib/server/postgres/process-identity";
import type { Keeper } from "@/lib/server/postgres/process-lock";

const PATIENCE_MS = 25_000;

/** A start that was killed leaves its server behind, which ends by itself once it has answered what is under way. */
export async function endOrphans(predecessor: Keeper | null): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (const child of predecessor?.children ?? []) {
    while (await isAlive(child)) {
      if (Date.now() > deadline) process.kill(child.pid, "SIGKILL");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
