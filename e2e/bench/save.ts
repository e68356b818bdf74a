import { Agent, request } from "node:http";
import { v7 } from "uuid";
import type { SetId } from "@/lib/core/ids";
import { connect, type Database } from "@/lib/db/client";
import { contextOf, worldOf } from "@/lib/testing/world";
import { createToken } from "@/lib/usecases/accounts/create-token";
import { openSet } from "@/lib/usecases/sets/open-set";
import { startApp } from "../fixtures/app-server";
import { article } from "./corpus";
import { percentile, type Figure } from "./figure";

const WRITERS = [1, 20, 50] as const;
const WARM_UP_MS = 2_000;
const MEASURED_MS = 8_000;
/** What the outbox sends at once when edits come faster than answers. */
const BATCH = 10;

/** Somebody who does nothing but save: in a set of their own, the next edit when the last is acknowledged. */
export interface Writer {
  readonly projectId: string;
  readonly setId: SetId;
  readonly token: string;
  seq: number;
}

interface Run {
  readonly perSecond: number;
  readonly p95: number;
}

/** One edit at a time through HTTP, all checks and the log included, against one bare SQL statement that writes the same rows. */
export async function benchSave(): Promise<readonly Figure[]> {
  const app = await startApp({ durable: true });
  const db = connect(app.databaseUrl, { maxConnections: Math.max(...WRITERS), statementTimeoutMs: 0 });
  const agent = new Agent({ keepAlive: true });
  try {
    const figures: Figure[] = [];
    for (const count of WRITERS) {
      const bare = await runFor(db, await someWriters(db, count), (writer) => bareStatement(db, writer));
      const http = await runFor(db, await someWriters(db, count), (writer) =>
        saveByHttp(app.url, agent, writer),
      );
      const who = count === 1 ? "1 writer" : `${count} writers`;
      figures.push(
        {
          what: `edits saved by ${who}`,
          ours: http.perSecond,
          baseline: bare.perSecond,
          unit: "per second",
          aim: "at least 0.25×",
        },
        {
          what: "the slowest of twenty took",
          ours: http.p95,
          baseline: bare.p95,
          unit: "ms",
          aim: count === 50 ? "at most 150 ms" : "",
        },
      );
    }
    figures.push(await batches(app.url, db, agent));
    return figures;
  } finally {
    agent.destroy();
    await db.close();
    await app.stop();
  }
}

/** As the outbox saves while the server is busy: what has come up meanwhile goes in one request, and one transaction. */
async function batches(url: string, db: Database, agent: Agent): Promise<Figure> {
  const count = 20;
  const bare = await runFor(db, await someWriters(db, count), (writer) => bareStatement(db, writer));
  const http = await runFor(db, await someWriters(db, count), (writer) =>
    saveByHttp(url, agent, writer, BATCH),
  );
  return {
    what: `edits saved by ${count} writers, ${BATCH} in a batch`,
    ours: http.perSecond * BATCH,
    baseline: bare.perSecond,
    unit: "per second",
    aim: "",
  };
}

export async function someWriters(db: Database, count: number): Promise<readonly Writer[]> {
  const world = worldOf(db);
  const projectId = await world.project();
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const userId = await world.member(projectId, "annotator", `Writer ${index}`);
      const documentId = await world.document(projectId, article(index));
      const ctx = { ...contextOf(db, userId), now: () => new Date() };
      const { set } = await openSet(ctx, { projectId, documentId, kind: "annotator" });
      const { token } = await createToken(ctx, {
        name: "bench",
        projectId: null,
        scopes: [],
        expiresAt: null,
      });
      return { projectId, setId: set.id, token, seq: 0 };
    }),
  );
}

type Save = (writer: Writer) => Promise<void>;

/** Measured is a database that knows its tables, as every one does a minute after it was filled. */
async function runFor(db: Database, writers: readonly Writer[], save: Save): Promise<Run> {
  await timesOf(writers, save, WARM_UP_MS);
  await db.pool.query("analyze");
  await timesOf(writers, save, WARM_UP_MS);
  const times = await timesOf(writers, save, MEASURED_MS);
  return { perSecond: times.length / (MEASURED_MS / 1000), p95: percentile(times, 0.95) };
}

async function timesOf(writers: readonly Writer[], save: Save, forMs: number): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + forMs;
  await Promise.all(
    writers.map(async (writer) => {
      for (let now = performance.now(); now < end; now = performance.now()) {
        await save(writer);
        times.push(performance.now() - now);
      }
    }),
  );
  return times;
}

function anEdit({ seq }: Writer) {
  const start = seq % 500;
  return { id: v7(), target: v7(), start, end: start + 10 };
}

export async function saveByHttp(url: string, agent: Agent, writer: Writer, edits = 1): Promise<void> {
  const operations = Array.from({ length: edits }, () => {
    const { id, target, start, end } = anEdit(writer);
    writer.seq += 1;
    return { id, kind: "annotation.create", target, body: { label: "actor", start, end } };
  });
  const body = JSON.stringify({ clientId: "bench", operations });
  const path = `/api/v1/projects/${writer.projectId}/sets/${writer.setId}/operations`;
  const answer = await post(new URL(path, url), agent, writer.token, body);
  if (!answer.includes('"status":"ok"') || answer.includes('"rejected"'))
    throw new Error(`an edit was not saved: ${answer.slice(0, 300)}`);
}

function post(url: URL, agent: Agent, token: string, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
    };
    const sent = request(url, { method: "POST", agent, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on("data", (piece: Buffer) => pieces.push(piece));
      response.on("end", () => resolve(Buffer.concat(pieces).toString()));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** The least that must be written for an edit to be durable: the set's seq, a line of the log, the annotation. */
async function bareStatement(db: Database, writer: Writer): Promise<void> {
  const { id, target, start, end } = anEdit(writer);
  writer.seq += 1;
  await db.pool.query({
    name: "bare save",
    text: `with head as (
        update annotation_set set seq = seq + 1, state = 'in_progress', annotation_count = annotation_count + 1, updated_at = now()
        where project_id = $1 and id = $2 returning seq
      ), logged as (
        insert into operation (project_id, set_id, seq, id, kind, target_id, body, body_hash, status, change, at)
        select $1, $2, seq, $3, 'annotation.create', $4, $5, '', 'ok', $5, now() from head
      )
      insert into annotation (project_id, set_id, id, label, start_at, end_at, quote, field_seq, origin, created_at)
      select $1, $2, $4, 'actor', $6, $7, 'ten letters', '{"span": 1, "label": 1, "live": 1}', 'human', now() from head`,
    values: [
      writer.projectId,
      writer.setId,
      id,
      target,
      JSON.stringify({ label: "actor", start, end }),
      start,
      end,
    ],
  });
}
