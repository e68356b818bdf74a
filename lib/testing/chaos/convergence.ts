import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";
import { isRelationLive, liveAnnotations, type AnnotationSet } from "@/lib/core/annotation/annotation-set";
import type { AnnotationId, OperationId, RelationId, SetId } from "@/lib/core/ids";
import { codePoint } from "@/lib/core/text/offsets";
import { OPERATOR } from "@/lib/core/access/actor";
import { setFromSnapshot } from "@/lib/contracts/set-from-snapshot";
import type { Intent } from "@/lib/client/session/intent";
import { memoryShelf } from "@/lib/client/session/shelf";
import { withConnection } from "@/lib/db/connection";
import { verifyInstallation } from "@/lib/usecases/installation/verify";
import { openSet } from "@/lib/usecases/sets/open-set";
import { readSet } from "@/lib/usecases/sets/read-set";
import { BICYCLE, bicycleRules } from "../annotation-builders";
import { contextOf, newId, worldOf } from "../world";
import { Chance } from "./chance";
import { CALM, ChaosClient, type Weather } from "./client";
import { AppProcess } from "./process";

const STORM: Weather = { lostRequests: 0.1, lostAnswers: 0.15, doubled: 0.1, lostFrames: 0.2 };
/** Something that goes wrong for a while, while people work. */
export type Trouble = (world: {
  readonly processes: readonly AppProcess[];
  readonly setId: SetId;
}) => Promise<void>;
const NO_TROUBLE: Trouble = () => Promise.resolve();

/** How long the pages may take to agree once everything works again. */
const PATIENCE_MS = 25_000;

/**
 * People in one shared set, on two processes, on lines that lose and double, offline at times, while connections are
 * killed. Then everything works again, nobody reloads, and all must come to the same.
 */
export async function converge(seed: number, url: string, trouble: Trouble = NO_TROUBLE): Promise<void> {
  const chance = new Chance(seed);
  const processes = [new AppProcess(url), new AppProcess(url)] as const;
  const { db } = processes[0];
  let weather: Weather = STORM;
  const clients: ChaosClient[] = [];
  try {
    const world = worldOf(db);
    const projectId = await world.project({ mode: "shared" });
    const key = { projectId, documentId: await world.document(projectId, BICYCLE) };
    const people = await Promise.all(
      Array.from({ length: chance.between(2, 8) }, (_, index) =>
        world.member(projectId, "annotator", `P${index}`),
      ),
    );
    const first = processes[0].contextOf(people[0] ?? newId());
    const { set } = await openSet(first, { ...key, kind: "shared" });
    const snapshot = await readSet(first, { projectId, setId: set.id });
    // The first person has two pages, which share a shelf.
    const shelf = memoryShelf();
    for (const [index, userId] of [people[0], ...people].entries()) {
      if (userId === undefined) continue;
      clients.push(
        new ChaosClient({
          userId,
          key,
          snapshot,
          rules: bicycleRules,
          processes,
          chance: chance.split(),
          weather: () => weather,
          ...(index < 2 ? { shelf } : {}),
        }),
      );
    }
    const steps = chance.between(20, 200);
    const begins = Math.floor(steps / 4);
    let over: Promise<void> = Promise.resolve();
    for (let step = 0; step < steps; step++) {
      if (step === begins) over = trouble({ processes, setId: set.id });
      await takeStep(chance, clients, processes, url);
    }
    await over;

    weather = CALM;
    for (const client of clients) client.goOnline();
    const server = () => readSet(first, { projectId, setId: set.id });
    await untilSettled(clients, () => Promise.resolve(null));
    // Now only one works, and the others only listen: what they miss, nothing but the stream can show them.
    for (const lostFrames of [0.5, 0.5, 0.5, 0.5, 0]) {
      weather = { ...CALM, lostFrames };
      markSomething(clients.at(-1));
      await untilSettled(clients, () => Promise.resolve(null));
    }
    await untilSettled(clients, async () => (await server()).seq);
    await checkEverything(clients, setFromSnapshot(await server()), processes[0]);
  } finally {
    for (const client of clients) client.close();
    await Promise.all(processes.map((process) => process.close()));
  }
}

async function takeStep(
  chance: Chance,
  clients: readonly ChaosClient[],
  processes: readonly AppProcess[],
  url: string,
): Promise<void> {
  const client = chance.one(clients);
  if (client === undefined) return;
  const roll = chance.next();
  if (roll < 0.8) act(chance, client);
  else if (roll < 0.88) {
    if (client.isOnline) client.goOffline();
    else client.goOnline();
  } else if (roll < 0.93) chance.one(processes)?.cutStreams();
  else if (roll < 0.98) await killConnections(chance, url);
  await wait(chance.between(0, 6));
}

function act(chance: Chance, { session, performed }: ChaosClient): void {
  const { set } = session.state;
  const annotation = chance.one([...set.annotations.keys()]) ?? newId<"annotation">();
  const other = chance.one([...set.annotations.keys()]) ?? annotation;
  const relation = chance.one([...set.relations.keys()]) ?? newId<"relation">();
  const kind = chance.between(0, 13);
  const done =
    kind === 12
      ? session.undo()
      : kind === 13
        ? session.redo()
        : session.perform([intent(chance, kind, annotation, other, relation)]);
  if (done?.ok === true) for (const { id } of done.operations) performed.add(id);
}

function markSomething(client: ChaosClient | undefined): void {
  const mark = { label: "actor", start: codePoint(0), end: codePoint(10) };
  const done = client?.session.perform([{ kind: "annotation.create", target: newId(), body: mark }]);
  if (done?.ok === true) for (const { id } of done.operations) client?.performed.add(id);
}

function intent(
  chance: Chance,
  kind: number,
  annotation: AnnotationId,
  other: AnnotationId,
  relation: RelationId,
): Intent {
  const start = chance.between(0, 40);
  const span = { start: codePoint(start), end: codePoint(start + chance.between(1, 12)) };
  const label = chance.one(["claim", "actor", "stance"]) ?? "actor";
  switch (kind) {
    case 0:
    case 1:
    case 2:
      return { kind: "annotation.create", target: newId(), body: { ...span, label } };
    case 3:
    case 4:
      return { kind: "annotation.setSpan", target: annotation, body: span };
    case 5:
      return { kind: "annotation.setLabel", target: annotation, body: { label } };
    case 6:
    case 7:
      return {
        kind: "annotation.setNote",
        target: annotation,
        body: { note: `note ${chance.between(0, 99)}` },
      };
    case 8:
      return { kind: "annotation.delete", target: annotation, body: {} };
    case 9:
      return { kind: "annotation.restore", target: annotation, body: {} };
    case 10:
      return {
        kind: "relation.create",
        target: newId(),
        body: { type: "made_by", from: annotation, to: other },
      };
    default:
      return { kind: "relation.delete", target: relation, body: {} };
  }
}

/** One or two of the processes' connections, the listening ones among them. */
async function killConnections(chance: Chance, url: string): Promise<void> {
  await ifThere(url, async (client) => {
    await client.query(
      `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY md5(pid::text || $1) LIMIT $2) AS chosen`,
      [String(chance.next()), chance.between(1, 2)],
    );
  });
}

/** Where there is no database there is nothing to do to it. */
async function ifThere(url: string, work: Parameters<typeof withConnection<void>>[1]): Promise<void> {
  await withConnection(url, work).catch(() => undefined);
}

/** Until nothing waits, and everybody stands where the server stands, if that is known. */
async function untilSettled(
  clients: readonly ChaosClient[],
  seqOnServer: () => Promise<number | null>,
): Promise<void> {
  await expect
    .poll(
      async () => {
        const seq = await seqOnServer().catch(() => Number.NaN);
        return clients.map(({ session: { state } }) => ({
          waiting: state.pending.length,
          behind: seq === null ? 0 : seq - state.set.seq,
        }));
      },
      { timeout: PATIENCE_MS, interval: 50 },
    )
    .toEqual(clients.map(() => ({ waiting: 0, behind: 0 })));
}

async function checkEverything(
  clients: readonly ChaosClient[],
  server: AnnotationSet,
  { db }: AppProcess,
): Promise<void> {
  const truth = asText(server);
  for (const { session } of clients) expect(asText(session.state.set)).toBe(truth);

  const log = await db.prisma.operation.findMany({ where: { setId: server.id }, orderBy: { seq: "asc" } });
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_line, index) => index + 1));
  const seqOf = new Map(log.map(({ id, seq }) => [id, seq]));
  expect(seqOf.size).toBe(log.length);
  const rejected = new Set(log.filter(({ status }) => status === "rejected").map(({ id }) => id));
  for (const { acknowledged, performed, session } of clients) {
    for (const [id, seq] of acknowledged) expect([id, seqOf.get(id)]).toEqual([id, seq]);
    for (const id of performed) expect([id, seqOf.has(id)]).toEqual([id, true]);
    for (const { operation } of session.state.refused)
      expect([operation.id, rejected.has(operation.id)]).toEqual([operation.id, true]);
  }
  const done = new Set<OperationId>(clients.flatMap(({ performed }) => [...performed]));
  expect(new Set(seqOf.keys())).toEqual(done);
  expect((await verifyInstallation(contextOf(db, OPERATOR))).problems).toEqual([]);
}

/** The same text for the same set, to the byte. */
function asText(set: AnnotationSet): string {
  const byId = <T extends { readonly id: string }>(a: T, b: T) => (a.id < b.id ? -1 : 1);
  return JSON.stringify({
    seq: set.seq,
    state: set.state,
    annotations: [...set.annotations.values()].sort(byId).map(sorted),
    live: liveAnnotations(set).map(({ id }) => id),
    relations: [...set.relations.values()]
      .sort(byId)
      .map((relation) => [sorted(relation), isRelationLive(set, relation)]),
  });
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, sorted(part)]);
}
