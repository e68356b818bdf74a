import { setTimeout as wait } from "node:timers/promises";
import { percentile, type Figure } from "../figure";
import { saveByHttp, someWriters } from "../save";
import type { Measured } from "./installation";

const MEASURED_MS = 15_000;

/** People who make one edit a second, each in a set of their own. */
export async function annotators({ app, db, agent }: Measured): Promise<readonly Figure[]> {
  const p95Of = async (count: number): Promise<number> => {
    const writers = await someWriters(db, count);
    const times: number[] = [];
    await Promise.all(
      writers.map(async (writer, index) => {
        await wait((index / count) * 1_000);
        for (const end = performance.now() + MEASURED_MS; performance.now() < end;) {
          const began = performance.now();
          await saveByHttp(app.url, agent, writer);
          times.push(performance.now() - began);
          await wait(Math.max(0, 1_000 - (performance.now() - began)));
        }
      }),
    );
    return percentile(times, 0.95);
  };
  await p95Of(20);
  const one = await p95Of(1);
  return [
    {
      what: "save p95, 50 people, an edit a second each",
      ours: await p95Of(50),
      baseline: one,
      unit: "ms",
      aim: "at most 3×",
    },
    { what: "save p95, 200 people", ours: await p95Of(200), baseline: one, unit: "ms", aim: "at most 5×" },
  ];
}
