import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "@/lib/core/errors";
import { childEnv } from "@/lib/server/env";
import { takeLock } from "@/lib/server/postgres/process-lock";
import { buildStamp } from "./build-stamp";
import { buildFolder, CHECKOUT, nextCommand } from "./checkout";
import { say } from "./say";

/**
 * Builds the app unless the build at hand was made of these very sources.
 * @returns what names the build: the same wherever it was made of the same sources
 */
export async function buildWhenNeeded(signal: AbortSignal): Promise<string> {
  const stamp = await buildStamp(CHECKOUT);
  if ((await readStamp()) === stamp) return stamp;
  const release = await waitForTurn(signal);
  try {
    // Another start may have built it while we waited.
    if ((await readStamp()) === stamp) return stamp;
    say("Building the app. This takes a minute, and only happens after an update.");
    await build(signal);
    await writeFile(stampFile(), stamp);
    return stamp;
  } finally {
    await release();
  }
}

async function build(signal: AbortSignal): Promise<void> {
  const child = spawn(process.execPath, nextCommand("build"), {
    cwd: CHECKOUT,
    env: childEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" }),
    stdio: ["ignore", "inherit", "inherit"],
    signal,
  });
  const [code] = (await once(child, "exit")) as [number | null];
  signal.throwIfAborted();
  if (code !== 0)
    throw new AppError("unexpected", { detail: "The app could not be built; the reason stands above." });
}

/** Of several starts in one checkout, one builds and the others wait for it. */
async function waitForTurn(signal: AbortSignal): Promise<() => Promise<void>> {
  for (let told = false; ; told = true) {
    const lock = await takeLock(`${buildFolder()}.lock`, "command");
    if (lock.taken) return lock.release;
    if (!told) say(`Another process (${lock.keeper.pid}) is building the app; waiting for it.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    signal.throwIfAborted();
  }
}

function stampFile(): string {
  return join(buildFolder(), "triptych-sources.txt");
}

function readStamp(): Promise<string | null> {
  return readFile(stampFile(), "utf8").catch(() => null);
}
