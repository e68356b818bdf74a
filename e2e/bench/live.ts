import { Agent } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { DocumentId, ProjectId, SetId } from "@/lib/core/ids";
import { connect, type Database } from "@/lib/db/client";
import { tokenOf } from "@/lib/testing/send";
import { contextOf, worldOf } from "@/lib/testing/world";
import { openSet } from "@/lib/usecases/sets/open-set";
import { startApp, type RunningApp } from "../fixtures/app-server";
import { article } from "./corpus";
import { percentile, type Figure } from "./figure";
import { saveByHttp, someWriters, type Writer } from "./save";
import { memoryOf, serverOf } from "./server-process";
import { openStreamClient, type StreamClient } from "./stream-client";

const MEASURED_MS = 15_000;
const IDLE_STREAMS = 1_000;
const STREAMS_OF_ONE = 10;
/** `BENCH_SOAK_MINUTES`: how long streams come and go while people save. */
const SOAK_MINUTES = Number(process.env["BENCH_SOAK_MINUTES"] ?? 2);

interface Bench {
  readonly app: RunningApp;
  readonly db: Database;
  readonly agent: Agent;
}

/** What many people at once, and many who only listen, cost: each against the same with one, or with none. */
export async function benchLive(): Promise<readonly Figure[]> {
  const app = await startApp({ durable: true });
  const db = connect(app.databaseUrl, { maxConnections: 20, statementTimeoutMs: 0 });
  const agent = new Agent({ keepAlive: true });
  const bench = { app, db, agent };
  try {
    return [
      ...(await annotators(bench)),
      ...(await actsToFrames(bench)),
      ...(await savesUnderStreams(bench)),
      ...(await idleStreams(bench)),
      ...(await soak(bench)),
    ];
  } finally {
    agent.destroy();
    await db.close();
    await app.stop();
  }
}

/** People who make one edit a second, each in a set of their own. */
async function annotators({ app, db, agent }: Bench): Promise<readonly Figure[]> {
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

/** From the moment one person's act leaves until it has arrived at each of the others. */
async function actsToFrames(bench: Bench): Promise<readonly Figure[]> {
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

/** Twenty who save as fast as they can, with everybody's stream open and without. */
async function savesUnderStreams(bench: Bench): Promise<readonly Figure[]> {
  const { app, db, agent } = bench;
  const perSecond = async (withStreams: boolean): Promise<number> => {
    const writers = await someWriters(db, 20);
    const streams: StreamClient[] = [];
    if (withStreams) {
      for (const { projectId, setId, token } of writers) {
        const { documentId } = await db.prisma.annotationSet.findFirstOrThrow({ where: { id: setId } });
        streams.push(await openStreamClient(app.url, eventsOf(projectId, documentId), token));
      }
    }
    let saved = 0;
    const end = performance.now() + MEASURED_MS;
    await Promise.all(
      writers.map(async (writer) => {
        while (performance.now() < end) {
          await saveByHttp(app.url, agent, writer);
          saved += 1;
        }
      }),
    );
    for (const stream of streams) stream.close();
    return saved / (MEASURED_MS / 1_000);
  };
  await perSecond(false);
  // There and back, since a machine grows warm and is not ours alone.
  const runs = [await perSecond(false), await perSecond(true), await perSecond(true), await perSecond(false)];
  const [before = 0, first = 0, second = 0, after = 0] = runs;
  const what = "edits saved by 20 writers, each followed by a stream";
  return [
    {
      what,
      ours: (first + second) / 2,
      baseline: (before + after) / 2,
      unit: "per second",
      aim: "at least 0.9×",
    },
  ];
}

async function idleStreams(bench: Bench): Promise<readonly Figure[]> {
  const { app, db, agent } = bench;
  const server = await serverOf(app.pid);
  const [writer] = await someWriters(db, 1);
  if (writer === undefined) throw new Error("nobody writes");
  const p95 = async (): Promise<number> => {
    const times: number[] = [];
    for (let save = 0; save < 300; save++) {
      const began = performance.now();
      await saveByHttp(app.url, agent, writer);
      times.push(performance.now() - began);
    }
    return percentile(times, 0.95);
  };
  await p95();
  const alone = await p95();
  const memoryBefore = await memoryOf(server);
  const streams: StreamClient[] = [];
  const room = await aRoom(bench);
  for (let person = 0; person < IDLE_STREAMS / STREAMS_OF_ONE; person++)
    streams.push(...(await listen(bench, room, STREAMS_OF_ONE, 1)));
  const memory = (await memoryOf(server)) - memoryBefore;
  const among = await p95();
  const { rows } = await db.pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pg_stat_activity WHERE application_name = 'triptych listener'",
  );
  for (const stream of streams) stream.close();
  return [
    {
      what: "save p95 among 1,000 idle streams",
      ours: among,
      baseline: alone,
      unit: "ms",
      aim: "at most 1.3×",
    },
    {
      what: "memory of an idle stream",
      ours: memory / IDLE_STREAMS,
      baseline: null,
      unit: "MiB",
      aim: "at most 0.25 MiB",
    },
    { what: "connections that listen", ours: rows[0]?.count ?? 0, baseline: null, unit: "", aim: "1" },
  ];
}

/** Streams come and go while people save: what is left of them afterwards. */
async function soak(bench: Bench): Promise<readonly Figure[]> {
  const { app, db, agent } = bench;
  const server = await serverOf(app.pid);
  const writers = await someWriters(db, 5);
  const room = await aRoom(bench);
  const memory: number[] = [];
  let opened = 0;
  for (const end = performance.now() + SOAK_MINUTES * 60_000; performance.now() < end;) {
    const streams = await listen(bench, room, STREAMS_OF_ONE, 1);
    opened += streams.length;
    for (let save = 0; save < 20; save++)
      await Promise.all(
        [...writers, { ...room, seq: opened + save }].map((writer) => saveByHttp(app.url, agent, writer)),
      );
    for (const stream of streams) stream.close();
    memory.push(await memoryOf(server));
  }
  const quarter = Math.ceil(memory.length / 4);
  const middle = (values: readonly number[]) => percentile(values, 0.5);
  const what = `memory after ${opened} streams that came and went, against a quarter of them`;
  return [
    {
      what,
      ours: middle(memory.slice(-quarter)),
      baseline: middle(memory.slice(quarter, 2 * quarter)),
      unit: "MiB",
      aim: "1×",
    },
  ];
}

interface Room {
  readonly projectId: ProjectId;
  readonly documentId: DocumentId;
  readonly setId: SetId;
  readonly token: string;
}

/** A shared article and somebody who works in it. */
async function aRoom({ db }: Bench): Promise<Room> {
  const world = worldOf(db);
  const projectId = await world.project({ mode: "shared" });
  const documentId = await world.document(projectId, article(1));
  const userId = await world.member(projectId, "annotator");
  const { set } = await openSet(contextOf(db, userId), { projectId, documentId, kind: "shared" });
  return { projectId, documentId, setId: set.id, token: await tokenOf(db, userId) };
}

/** Members who listen: `count` streams of as many people, or of one. */
async function listen(
  { app, db }: Bench,
  { projectId, documentId }: Room,
  count: number,
  people = count,
): Promise<readonly StreamClient[]> {
  const world = worldOf(db);
  const tokens = await Promise.all(
    Array.from({ length: people }, async () => tokenOf(db, await world.member(projectId, "annotator"))),
  );
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      openStreamClient(app.url, eventsOf(projectId, documentId), tokens[index % people] ?? ""),
    ),
  );
}

function eventsOf(projectId: string, documentId: string): string {
  return `/api/v1/projects/${projectId}/documents/${documentId}/events`;
}

async function arrivalOf({ arrivals }: StreamClient, seq: number): Promise<number> {
  for (const end = performance.now() + 10_000; performance.now() < end;) {
    const at = arrivals.get(seq);
    if (at !== undefined) return at;
    await wait(1);
  }
  throw new Error(`operation ${seq} has not arrived`);
}
