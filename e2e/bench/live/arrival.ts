import { setTimeout as wait } from "node:timers/promises";
import { percentile, type Figure } from "../figure";
import { saveByHttp, type Writer } from "../save";
import type { StreamClient } from "../stream-client";
import { aRoom, listen, type Measured } from "./installation";

/** From the moment one person's act leaves until it has arrived at each of the others. */
export async function actsToFrames(bench: Measured): Promise<readonly Figure[]> {
  const { app, agent } = bench;
  const figures: Figure[] = [];
  for (const count of [2, 10, 50]) {
    const room = await aRoom(bench);
    const readers = await listen(bench, room, count);
    const writer: Writer = { ...room, token: room.token, seq: 0 };
    const times: number[] = [];
    for (let act = 1; act <= 100; act++) {
      const began = performance.now();
      await saveByHttp(app.url, agent, writer);
      const arrivals = await Promise.all(readers.map((reader) => arrivalOf(reader, act)));
      times.push(...arrivals.map((at) => at - began));
      await wait(60);
    }
    for (const reader of readers) reader.close();
    const told = (share: number) => percentile(times, share);
    const what = `act to frame, ${count} readers`;
    figures.push(
      { what: `${what}, p50`, ours: told(0.5), baseline: null, unit: "ms", aim: "" },
      {
        what: `${what}, p95`,
        ours: told(0.95),
        baseline: null,
        unit: "ms",
        aim: count === 50 ? "at most 250 ms" : "",
      },
    );
  }
  return figures;
}

async function arrivalOf({ arrivals }: StreamClient, seq: number): Promise<number> {
  for (const end = performance.now() + 10_000; performance.now() < end;) {
    const at = arrivals.get(seq);
    if (at !== undefined) return at;
    await wait(1);
  }
  throw new Error(`operation ${seq} has not arrived`);
}
