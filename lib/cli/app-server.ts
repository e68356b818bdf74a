import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { stripVTControlCharacters } from "node:util";
import { AppError } from "@/lib/core/errors";
import { childEnv } from "@/lib/server/env";
import { tryPort } from "@/lib/server/postgres/free-port";
import { CHECKOUT, nextCommand } from "./checkout";
import { PortTakenError, type ServerAddress } from "./server-address";

/** Longer than the server itself allows what is under way (lib/server/stop-gracefully.ts). */
const STOP_PATIENCE_MS = 25_000;
const START_PATIENCE_MS = 120_000;
/** After which we ask the port all the same, should Next come to say it otherwise. */
const LISTEN_PATIENCE_MS = 30_000;
/** Next's greeting names an address before the app is ready, and sometimes another than the one to use. */
const GREETING = /^\s*(▲|✓ (Starting|Ready|Running)|- (Local|Network|Experiments|Environments))/;
/** Next says so once it listens: before that, whoever answers at the port is not our child. */
const LISTENING = /^\s*✓ Ready in/;

/** Next's server, as a process of its own. */
export interface AppServer {
  readonly pid: number;
  /** Settles when /readyz says 200. @throws PortTakenError or another AppError when it never does. */
  readonly ready: () => Promise<void>;
  /** Resolves when the process has ended, however it did. */
  readonly ended: Promise<void>;
  /** Asks the server to finish what is under way and go; kills it when that takes too long. */
  readonly stop: () => Promise<void>;
  readonly kill: () => void;
}

export interface AppServerOptions {
  readonly address: ServerAddress;
  readonly development: boolean;
  /** Variables that the app needs besides those we were given. */
  readonly variables: Readonly<Record<string, string>>;
}

export function startAppServer({ address, development, variables }: AppServerOptions): AppServer {
  const { host, port } = address;
  const args = nextCommand(development ? "dev" : "start", "-H", host, "-p", String(port));
  const child = spawn(process.execPath, args, {
    cwd: CHECKOUT,
    env: childEnv({
      ...variables,
      NODE_ENV: development ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...(development ? {} : { NEXT_MANUAL_SIG_HANDLE: "1" }),
    }),
    // A process group of its own: Ctrl-C reaches us alone, and we pass it on. The channel tells it when we die.
    detached: true,
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const listening = passOn(child);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  return {
    pid: child.pid ?? 0,
    ended,
    ready: () => untilReady(child, listening, address),
    stop: () => stop(child, ended),
    kill: () => child.kill("SIGKILL"),
  };
}

async function untilReady(
  child: ChildProcess,
  listening: Promise<void>,
  { host, port }: ServerAddress,
): Promise<void> {
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}/readyz`;
  const deadline = Date.now() + START_PATIENCE_MS;
  await Promise.race([listening, once(child, "exit"), setTimeout(LISTEN_PATIENCE_MS, null, { ref: false })]);
  let last = "no answer";
  while (Date.now() < deadline) {
    if (hasEnded(child)) {
      // Whoever came between our look and the server's own has it still.
      if ((await tryPort(port, host)) === null) throw new PortTakenError({ host, port });
      const detail = "The server ended before it was ready; the reason stands above.";
      throw new AppError("unexpected", { detail });
    }
    last = await fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
      async (response) => (response.status === 200 ? "" : `${response.status} ${await response.text()}`),
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (last === "") return;
    await setTimeout(100);
  }
  throw new AppError("unexpected", { detail: `The server did not become ready: ${last}` });
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (hasEnded(child)) return;
  child.kill("SIGTERM");
  await Promise.race([ended, setTimeout(STOP_PATIENCE_MS, null, { ref: false })]);
  if (!hasEnded(child)) child.kill("SIGKILL");
  await ended;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null || child.pid === undefined;
}

/** Shows what the server says, but for its greeting; resolves when it listens. */
function passOn(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on("line", (line) => {
      const plain = stripVTControlCharacters(line);
      if (LISTENING.test(plain)) resolve();
      if (!GREETING.test(plain) && plain.trim() !== "") process.stdout.write(`${line}\n`);
    });
  });
}
