import { afterAll, describe, expect, it } from "vitest";
import type { Operation } from "@/lib/core/annotation/operation";
import { connect } from "@/lib/db/client";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { testDatabaseUrl } from "@/lib/testing/test-database";
import { readEvents } from "@/lib/testing/stream-reader";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { beginFollowing } from "@/lib/usecases/live/begin-following";
import { bePresent } from "@/lib/usecases/live/be-present";
import { catchUp } from "@/lib/usecases/live/catch-up";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { openSet } from "@/lib/usecases/sets/open-set";
import { openLive } from "./live";
import { Reader } from "./reader";

const url = await testDatabaseUrl();

/** A process of the installation, with a pool, a hub and an ear of its own. */
function aProcess({ directUrl = url } = {}) {
  const db = connect(url, { maxConnections: 4 });
  const live = openLive({ database: () => db, directUrl: () => directUrl });
  afterAll(() => {
    live.close();
    return db.close();
  });
  return { db, live };
}
type Process = ReturnType<typeof aProcess>;

const [one, other] = [aProcess(), aProcess()];
const world = worldOf(one.db);
const projectId = await world.project({ mode: "shared" });
const documentId = await world.document(projectId, BICYCLE);
const [ana, ben] = [
  await world.member(projectId, "annotator", "Ana"),
  await world.member(projectId, "annotator", "Ben"),
];
const key = { projectId, documentId };
const { set } = await openSet(contextOf(one.db, ana), { ...key, kind: "shared" });

const contextIn = ({ db, live }: Process, userId = ana) => ({
  ...contextOf(db, userId),
  announce: live.announce,
  show: live.show,
});
const save = (
  process: Process,
  operation: Operation = { ...op.create(newId(), "actor", 0, 10), id: newId() },
) => applyOperations(contextIn(process), { projectId, setId: set.id, operations: [operation] });

async function follow(process: Process) {
  const { hub, startListening } = process.live;
  const { access, cursor } = await beginFollowing(contextIn(process, ben), { ...key, after: null });
  const reader: Reader = new Reader({
    access,
    documentId,
    credential: { kind: "session", userId: ben, version: 1, sessionId: newId() },
    cursor,
    requestId: "test",
    catchUp: (seqs) => catchUp(contextIn(process, ben), key, seqs),
    onCaughtUp: () => hub.lookAt(key),
    onEnd: () => hub.leave(reader),
  });
  hub.join(reader);
  startListening();
  void reader.catchUp();
  const { next, nextOf } = readEvents(new Response(reader.body));
  await nextOf("live");
  return { reader, next, nextOf };
}

const untilHearing = (process: Process) =>
  expect.poll(() => process.live.isHearing(), { timeout: 20_000 }).toBe(true);
const listeners = () =>
  one.db.pool.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE application_name = 'triptych listener' AND datname = current_database()",
  );

describe("two processes", () => {
  it("tell each other what was committed, each over one connection however many streams it has", async () => {
    const streams = await Promise.all(Array.from({ length: 20 }, () => follow(other)));
    await untilHearing(other);
    await save(one);
    const told = await Promise.all(streams.map(({ nextOf }) => nextOf("message")));
    expect(new Set(told.map((event) => event?.data)).size).toBe(1);
    expect((await listeners()).rows).toHaveLength(1);
    for (const { reader } of streams) reader.breakOff();
  });

  it("show each other who is where, to others as to oneself, and no longer when they leave or have turned it off", async () => {
    const stream = await follow(other);
    await untilHearing(other);
    const place = { set: set.id, at: 5, selected: { start: 0, end: 10 } };
    const say = (where: typeof place | null) =>
      bePresent(contextIn(one), { ...key, clientId: "page", place: where });
    const people = async () =>
      (JSON.parse((await stream.nextOf("presence"))?.data ?? "") as { readonly people: unknown }).people;
    await say(place);
    expect(await people()).toEqual([{ clientId: "page", user: { id: ana, name: "Ana" }, place }]);
    await say(null);
    expect(await people()).toEqual([]);
    await say(place);
    expect(await people()).toHaveLength(1);
    await one.db.prisma.user.update({ where: { id: ana }, data: { sharesPresence: false } });
    await say(place);
    expect(await people()).toEqual([]);
    stream.reader.breakOff();
  });

  it("hear again after the listening connection was killed, and have missed nothing", async () => {
    const { reader, next } = await follow(other);
    await untilHearing(other);
    for (const { pid } of (await listeners()).rows)
      await one.db.pool.query("SELECT pg_terminate_backend($1)", [pid]);
    const { seq } = await save(one);
    expect(JSON.parse((await next())?.data ?? "")).toMatchObject({ set: set.id, to: seq });
    await untilHearing(other);
    reader.breakOff();
  });

  it("need not hear each other: where nobody can listen, looking every second does", async () => {
    const deaf = aProcess({ directUrl: new URL("/no_such_database", url).href });
    const { reader, next } = await follow(deaf);
    const { seq } = await save(one);
    expect(JSON.parse((await next())?.data ?? "")).toMatchObject({ set: set.id, to: seq });
    expect(deaf.live.isHearing()).toBe(false);
    reader.breakOff();
  });

  it("say goodbye when they go, each reader with a time of their own to come back", async () => {
    const leaving = aProcess();
    const streams = await Promise.all(Array.from({ length: 5 }, () => follow(leaving)));
    leaving.live.close();
    for (const { next } of streams) {
      expect(await next()).toMatchObject({ event: "bye" });
      expect(await next()).toBeNull();
    }
    expect(leaving.live.hub.size).toBe(0);
  });
});

describe("an installation that was restored under its readers", () => {
  it("has them begin again", async () => {
    const { nextOf } = await follow(one);
    await one.db.prisma.installation.updateMany({ data: { epoch: newId() } });
    await save(one);
    expect(await nextOf("resync")).not.toBeNull();
  });
});
