import { setTimeout as wait } from "node:timers/promises";
import { percentile, type Figure } from "../figure";
import { saveByHttp, someWriters, type Writer } from "../save";
import { memoryOf, serverOf } from "../server-process";
import type { StreamClient } from "../stream-client";
import { aRoom, listen, type Measured } from "./installation";

const IDLE_STREAMS = 1_000;
const STREAMS_OF_ONE = 10;
/** Longer than the server takes from one heartbeat to the next. */
const MEASURED_MS = 22_000;

/** A thousand who listen where nothing happens, beside one who works elsewhere. */
export async function idleStreams(measured: Measured): Promise<readonly Figure[]> {
  const { app, db } = measured;
  const server = await serverOf(app.pid);
  const [writer] = await someWriters(db, 1);
  if (writer === undefined) throw new Error("nobody writes");
  await savesOf(measured, writer);
  const alone = await savesOf(measured, writer);
  const memoryBefore = await memoryOf(server);
  const room = await aRoom(measured);
  const streams: StreamClient[] = [];
  while (streams.length < IDLE_STREAMS) streams.push(...(await listen(measured, room, STREAMS_OF_ONE, 1)));
  const memory = (await memoryOf(server)) - memoryBefore;
  const among = await savesOf(measured, writer);
  const { rows } = await db.pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'triptych listener'",
  );
  for (const stream of streams) stream.close();
  const what = `among ${IDLE_STREAMS.toLocaleString("en-GB")} idle streams`;
  return [
    { what: `save p95 ${what}`, ours: p95(among), baseline: p95(alone), unit: "ms", aim: "at most 1.3×" },
    {
      what: `save p50 ${what}`,
      ours: percentile(among, 0.5),
      baseline: percentile(alone, 0.5),
      unit: "ms",
      aim: "",
    },
    {
      what: "memory of an idle stream",
      ours: (memory / IDLE_STREAMS) * 1024,
      baseline: null,
      unit: "KiB",
      aim: "at most 256 KiB",
    },
    { what: "connections that listen", ours: rows[0]?.count ?? 0, baseline: null, unit: "", aim: "1" },
  ];
}

const p95 = (times: readonly number[]) => percentile(times, 0.95);

/** Somebody who works steadily, without haste. */
async function savesOf({ app, agent }: Measured, writer: Writer): Promise<readonly number[]> {
  const times: number[] = [];
  for (const end = performance.now() + MEASURED_MS; performance.now() < end;) {
    const began = performance.now();
    await saveByHttp(app.url, agent, writer);
    times.push(performance.now() - began);
    await wait(20);
  }
  return times;
}
