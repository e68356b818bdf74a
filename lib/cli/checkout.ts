import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { childEnv, env } from "@/lib/server/env";

/** The folder that holds package.json. */
export const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

/** Where database, secrets and log live. */
export function dataFolder(): string {
  return env().dataDir ?? join(CHECKOUT, ".triptych");
}

/** Where Next keeps what it built. */
export function buildFolder(): string {
  return join(CHECKOUT, childEnv({})["NEXT_DIST_DIR"] ?? ".next");
}

/** The arguments with which Node runs Next's own command line. */
export function nextCommand(...args: readonly string[]): readonly string[] {
  return [createRequire(import.meta.url).resolve("next/dist/bin/next"), ...args];
}
