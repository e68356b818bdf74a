import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { percentile, type Figure } from "../figure";
import { saveByHttp, someWriters, type Writer } from "../save";
import { serverOf } from "../server-process";
import { aRoom, listen, onInstallation, type Measured } from "./installation";

/** `BENCH_SOAK_MINUTES`: a working day, with streams that come and go every second, takes ten. */
const MINUTES = Number(process.env["BENCH_SOAK_MINUTES"] ?? 10);
const LOOKS = 10;
const STREAMS_AT_ONCE = 10;
const SAVES = 20;

interface Held {
  readonly megabytes: number;
  readonly timers: number;
  readonly sockets: number;
  readonly listeners: number;
}

/** Streams come and go while people save, for long: what the server holds at the end that it did not hold before. */
export async function benchSoak(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "triptych-soak-"));
  const file = join(folder, "held.json");
  const probe = pathToFileURL(join(import.meta.dirname, "probe.js")).href;
  try {
    return await onInstallation((measured) => soak(measured, file), {
      NODE_OPTIONS: `--import ${probe}`,
      BENCH_PROBE: file,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function soak(measured: Measured, file: string): Promise<readonly Figure[]> {
  const { app, db } = measured;
  const server = await serverOf(app.pid);
  const writers = await someWriters(db, 5);
  const looks: Held[] = [];
  let opened = 0;
  let saved = 0;
  for (let look = 0; look <= LOOKS; look++) {
    for (const end = performance.now() + (MINUTES * 60_000) / (LOOKS + 1); performance.now() < end;) {
      saved += await comeAndGo(measured, writers);
      opened += STREAMS_AT_ONCE;
    }
    looks.push(await whatIsHeld(server, file));
  }
  // The first look comes when everything has been used once, and shows what that takes.
  const early = looks.slice(1, 4);
  const late = looks.slice(-3);
  const of = (what: string, unit: string, value: (held: Held) => number): Figure => ({
    what: `${what} after ${opened} streams and ${saved} saves, against a fifth of them`,
    ours: percentile(late.map(value), 0.5),
    baseline: percentile(early.map(value), 0.5),
    unit,
    aim: "1×",
  });
  return [
    of("memory in use", "MiB", ({ megabytes }) => megabytes),
    of("timers", "", ({ timers }) => timers),
    of("sockets", "", ({ sockets }) => sockets),
    of("listeners of the process", "", ({ listeners }) => listeners),
  ];
}

/** Ten open a new article, some write in it and elsewhere, and all leave. @returns how many saves that was */
async function comeAndGo(measured: Measured, writers: readonly Writer[]): Promise<number> {
  const { app, agent } = measured;
  const room = await aRoom(measured);
  const streams = await listen(measured, room, STREAMS_AT_ONCE, 1);
  const all = [...writers, { ...room, seq: 0 }];
  for (let save = 0; save < SAVES; save++)
    await Promise.all(all.map((writer) => saveByHttp(app.url, agent, writer)));
  for (const stream of streams) stream.close();
  return SAVES * all.length;
}

/** A moment after everybody has left. */
async function whatIsHeld(server: number, file: string): Promise<Held> {
  await wait(2_000);
  await rm(file, { force: true });
  process.kill(server, "SIGUSR2");
  for (;;) {
    const text = await readFile(file, "utf8").catch(() => null);
    if (text !== null) return JSON.parse(text) as Held;
    await wait(20);
  }
}
