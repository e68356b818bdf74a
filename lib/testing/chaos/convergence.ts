import { fail } from "node:assert/strict";
import { setTimeout as wait } from "node:timers/promises";
import type { SetId } from "@/lib/core/ids";
import { setFromSnapshot } from "@/lib/contracts/set-from-snapshot";
import { memoryShelf } from "@/lib/client/session/shelf";
import type { Database } from "@/lib/db/client";
import { openSet } from "@/lib/usecases/sets/open-set";
import { readSet } from "@/lib/usecases/sets/read-set";
import { BICYCLE, bicycleRules } from "../annotation-builders";
import { contextOf, newId, worldOf } from "../world";
import { Chance } from "./chance";
import { CALM, ChaosClient, type Host, type Weather } from "./client";
import { checkEverything } from "./invariants";
import { offstage, PEOPLES_CONNECTIONS } from "./offstage";
import { AppProcess } from "./process";
import { actAtRandom, markSomething } from "./random-acts";

const STORM: Weather = { lostRequests: 0.1, lostAnswers: 0.15, doubled: 0.1, lostFrames: 0.2 };
/** How long the pages may take to agree once everything works again. */
const PATIENCE_MS = 25_000;
/** How long people think between two acts when a trouble lasts longer than what they had in mind. */
const UNHURRIED_MS = 25;

/** Where people work: a database and the processes that serve it. */
export interface Place {
  readonly db: Database;
  readonly url: string;
  readonly hosts: readonly Host[];
}

/** Something that goes wrong for a while, while people work. */
export type Trouble = (setId: SetId) => Promise<void>;
const NO_TROUBLE: Trouble = () => Promise.resolve();

/** `convergeOn` two processes without HTTP. Their listeners go by `directUrl`. */
export async function converge(
  seed: number,
  url: string,
  trouble: (setId: SetId, processes: readonly AppProcess[]) => Promise<void> = NO_TROUBLE,
  directUrl = url,
): Promise<void> {
  const processes = [new AppProcess(url, { directUrl }), new AppProcess(url, { directUrl })] as const;
  try {
    await convergeOn({ db: processes[0].db, url, hosts: processes }, seed, (setId) =>
      trouble(setId, processes),
    );
  } finally {
    await Promise.all(processes.map((process) => process.close()));
  }
}

/**
 * People in one shared set, on several processes, on lines that lose and double, offline at times, while connections are
 * killed. Then everything works again, nobody reloads, and all must come to the same.
 */
export async function convergeOn(place: Place, seed: number, trouble: Trouble = NO_TROUBLE): Promise<void> {
  const chance = new Chance(seed);
  const { db, url, hosts } = place;
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
    const first = contextOf(db, people[0] ?? newId());
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
          hosts,
          chance: chance.split(),
          weather: () => weather,
          ...(index < 2 ? { shelf } : {}),
        }),
      );
    }
    await work(chance, clients, { hosts, url }, () => trouble(set.id));

    weather = CALM;
    for (const client of clients) client.goOnline();
    const server = () => readSet(first, { projectId, setId: set.id });
    await untilSettled(clients, () => Promise.resolve(null));
    // Now only one works, and the others only listen: what they miss, nothing but the stream can show them.
    for (const lostFrames of [0.5, 0.5, 0.5, 0.5, 0]) {
      weather = { ...CALM, lostFrames };
      for (const client of clients.slice(-1)) markSomething(client);
      await untilSettled(clients, () => Promise.resolve(null));
    }
    await untilSettled(clients, async () => (await server()).seq);
    await checkEverything(clients, setFromSnapshot(await server()), db);
  } finally {
    for (const client of clients) client.close();
  }
}

/** Twenty to two hundred steps, and more, though slower, for as long as the trouble that begins among them lasts. */
async function work(
  chance: Chance,
  clients: readonly ChaosClient[],
  place: Pick<Place, "hosts" | "url">,
  trouble: () => Promise<void>,
): Promise<void> {
  const steps = chance.between(20, 200);
  const begins = Math.floor(steps / 4);
  const troubled = { isOver: false, over: Promise.resolve() };
  for (let step = 0; step < steps || !troubled.isOver; step++) {
    if (step === begins) troubled.over = trouble().finally(() => (troubled.isOver = true));
    await takeStep(chance, clients, place);
    await wait(step < steps ? chance.between(0, 6) : UNHURRIED_MS);
  }
  await troubled.over;
}

async function takeStep(
  chance: Chance,
  clients: readonly ChaosClient[],
  { hosts, url }: Pick<Place, "hosts" | "url">,
): Promise<void> {
  const client = chance.one(clients);
  if (client === undefined) return;
  const roll = chance.next();
  if (roll < 0.8) actAtRandom(chance, client);
  else if (roll < 0.88) {
    if (client.isOnline) client.goOffline();
    else client.goOnline();
  } else if (roll < 0.93) chance.one(hosts)?.cutStreams();
  else if (roll < 0.98) await killConnections(chance, url);
}

/** One or two of the processes' connections, the listening ones among them. Where there is no database there are none. */
async function killConnections(chance: Chance, url: string): Promise<void> {
  const chosen = [String(chance.next()), chance.between(1, 2)];
  await offstage(url, (client) =>
    client.query(
      `SELECT pg_terminate_backend(pid) FROM (SELECT pid FROM pg_stat_activity
       WHERE ${PEOPLES_CONNECTIONS} ORDER BY md5(pid::text || $1) LIMIT $2) AS chosen`,
      chosen,
    ),
  ).catch(() => undefined);
}

/** Until nothing waits, and everybody stands where the server stands, if that is known. */
async function untilSettled(
  clients: readonly ChaosClient[],
  seqOnServer: () => Promise<number | null>,
): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const seq = await seqOnServer().catch(() => Number.NaN);
    const pages = clients.map(({ session: { state } }) => ({
      waiting: state.pending.length,
      behind: seq === null ? 0 : seq - state.set.seq,
    }));
    if (pages.every(({ waiting, behind }) => waiting === 0 && behind === 0)) return;
    if (performance.now() > deadline) fail(`pages do not come to rest: ${JSON.stringify(pages)}`);
    await wait(50);
  }
}
