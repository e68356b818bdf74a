import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { GET } from "@/app/api/v1/projects/[projectId]/documents/[documentId]/events/route";
import type { Role } from "@/lib/core/access/actor";
import type { Operation } from "@/lib/core/annotation/operation";
import type { SetId, UserId } from "@/lib/core/ids";
import type { ProjectMode } from "@/lib/core/workflow/project-mode";
import type { Frame } from "@/lib/contracts/live";
import { BICYCLE, op } from "@/lib/testing/annotation-builders";
import { asServer } from "@/lib/testing/as-server";
import { asPage, cookieOf, tokenOf } from "@/lib/testing/send";
import { openStream, type StreamReader } from "@/lib/testing/stream-reader";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import type { Context } from "@/lib/usecases/context";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { openSet } from "@/lib/usecases/sets/open-set";
import { live } from "./live";

const db = await asServer();
const world = worldOf(db);

/** As in a route of this process, whose hub hears of it at once. */
const here = (userId: UserId): Context => ({ ...contextOf(db, userId), ...live() });
/** As in another process, of which nothing is heard. */
const elsewhere = (userId: UserId): Context => contextOf(db, userId);

const mark = (start = 0, end = 10): Operation => ({
  ...op.create(newId(), "actor", start, end),
  id: newId(),
});
const marks = (count: number): readonly Operation[] => Array.from({ length: count }, () => mark());

async function aRoom(mode: ProjectMode = "shared") {
  const projectId = await world.project({ mode });
  const documentId = await world.document(projectId, BICYCLE);
  const key = { projectId, documentId };
  const member = (role: Role, name?: string) => world.member(projectId, role, name);
  const open = async (userId: UserId, kind: "shared" | "annotator" | "gold" = "shared"): Promise<SetId> =>
    (await openSet(elsewhere(userId), { ...key, kind })).set.id;
  const save = (ctx: Context, setId: SetId, operations: readonly Operation[] = [mark()]) =>
    applyOperations(ctx, { projectId, setId, operations });
  const follow = async (
    headers: Readonly<Record<string, string>>,
    after?: string,
    documentIdOf: string = documentId,
  ): Promise<StreamReader> =>
    openStream(GET, {
      path: `/api/v1/projects/${projectId}/documents/${documentIdOf}/events${after === undefined ? "" : `?after=${encodeURIComponent(after)}`}`,
      headers,
      params: { projectId, documentId: documentIdOf },
    });
  return { ...key, member, open, save, follow };
}

const frameOf = (event: { readonly data: string } | null): Frame =>
  JSON.parse(event?.data ?? "null") as Frame;
const codeOf = async ({ response }: StreamReader): Promise<readonly [number, unknown]> => [
  response.status,
  ((await response.json()) as { readonly code: unknown }).code,
];

describe("a stream", () => {
  it("begins with what is there, then tells each operation as it happens, with its author", async () => {
    const room = await aRoom();
    const [ana, ben] = [await room.member("annotator", "Ana"), await room.member("annotator", "Ben")];
    const set = await room.open(ana);
    await room.save(here(ana), set);
    const stream = await room.follow(await asPage(ben));
    expect(stream.response.headers.get("content-type")).toContain("text/event-stream");
    expect(stream.response.headers.get("cache-control")).toBe("private, no-store, no-transform");
    const snapshot = await stream.next();
    expect(snapshot).toMatchObject({ event: "snapshot" });
    expect(JSON.parse(snapshot?.data ?? "")).toMatchObject({
      id: set,
      seq: 1,
      annotations: [{ quote: "Mayor Ruiz" }],
    });
    expect(await stream.next()).toMatchObject({ event: "live" });
    await room.save(here(ana), set, [mark(13, 28)]);
    const event = await stream.next();
    expect(event?.event).toBeUndefined();
    expect(event?.id).toMatch(new RegExp(`^[0-9a-f-]{36};${set}:2$`));
    expect(frameOf(event)).toMatchObject({
      set,
      from: 1,
      to: 2,
      operations: [{ seq: 2, status: "ok", actor: { id: ana, name: "Ana" }, change: { of: "annotation" } }],
    });
    stream.hangUp();
  });

  it("hears within seconds of what another process committed, though nothing was said of it", async () => {
    const room = await aRoom();
    const ana = await room.member("annotator");
    const set = await room.open(ana);
    const stream = await room.follow(await asPage(ana));
    await stream.nextOf("live");
    await room.save(elsewhere(ana), set);
    expect(frameOf(await stream.nextOf("message"))).toMatchObject({ set, from: 0, to: 1 });
    stream.hangUp();
  });

  it("goes on exactly from the last event, by header before query, in pages", async () => {
    const room = await aRoom();
    const ana = await room.member("annotator");
    const set = await room.open(ana);
    const first = await room.follow(await asPage(ana));
    const begin = (await first.nextOf("live"))?.id ?? "";
    await room.save(here(ana), set, marks(3));
    const third = (await first.nextOf("message"))?.id ?? "";
    first.hangUp();
    await room.save(elsewhere(ana), set, marks(1_200));
    const page = await asPage(ana);
    const next = await room.follow({ ...page, "last-event-id": third }, begin);
    const seqs: number[] = [];
    for (let event = await next.next(); event?.event !== "live"; event = await next.next())
      seqs.push(...frameOf(event).operations.map(({ seq }) => seq));
    expect(seqs).toEqual(Array.from({ length: 1_200 }, (_, index) => index + 4));
    next.hangUp();
  });

  it("leads to a snapshot who comes from another time line, from the future or from too far back", async () => {
    const room = await aRoom();
    const ana = await room.member("annotator");
    const set = await room.open(ana);
    const stream = await room.follow(await asPage(ana));
    const begin = (await stream.nextOf("live"))?.id ?? "";
    stream.hangUp();
    const page = await asPage(ana);
    const tooOld = [410, "cursor_too_old"];
    expect(await codeOf(await room.follow(page, `${newId()};${set}:0`))).toEqual(tooOld);
    expect(await codeOf(await room.follow(page, begin.replace(/\d+$/, "7")))).toEqual(tooOld);
    await room.save(elsewhere(ana), set, marks(10_000));
    const exactly = await room.follow(page, begin);
    expect(exactly.response.status).toBe(200);
    exactly.hangUp();
    await room.save(elsewhere(ana), set);
    expect(await codeOf(await room.follow(page, begin))).toEqual(tooOld);
    const anew = await room.follow(page);
    expect(JSON.parse((await anew.nextOf("snapshot"))?.data ?? "")).toMatchObject({ id: set, seq: 10_001 });
    anew.hangUp();
  });

  it("refuses garbage, and finds nothing under foreign documents, sets and projects", async () => {
    const room = await aRoom();
    const other = await aRoom();
    const ana = await room.member("annotator");
    const stranger = await other.member("annotator");
    const page = await asPage(ana);
    const theirs = await other.open(stranger);
    const stream = await room.follow(page);
    const epoch = (await stream.nextOf("live"))?.id?.split(";")[0] ?? "";
    stream.hangUp();
    for (const garbage of ["garbage", "", `${epoch};${theirs}`, "0;0:0"])
      expect(await codeOf(await room.follow(page, garbage))).toEqual([400, "malformed_cursor"]);
    const nothing = [404, "not_found"];
    expect(await codeOf(await room.follow(page, `${epoch};${theirs}:0`))).toEqual(nothing);
    expect(await codeOf(await room.follow(page, undefined, other.documentId))).toEqual(nothing);
    expect(await codeOf(await room.follow(await asPage(stranger)))).toEqual(nothing);
  });

  it("is for ten pages of one person at once", async () => {
    const room = await aRoom();
    const ana = await room.member("annotator");
    const page = await asPage(ana);
    const streams = await Promise.all(Array.from({ length: 10 }, () => room.follow(page)));
    expect(streams.map(({ response }) => response.status)).toEqual(Array(10).fill(200));
    const eleventh = await room.follow(page);
    expect(eleventh.response.headers.get("retry-after")).toBe("5");
    expect(await codeOf(eleventh)).toEqual([429, "rate_limited"]);
    streams[0]?.hangUp();
    const next = await room.follow(page);
    expect(next.response.status).toBe(200);
    for (const stream of [...streams, next]) stream.hangUp();
    expect(live().hub.size).toBe(0);
  });
});

describe("a reader who hangs up", () => {
  it("is forgotten at once, also long after the request was made", async () => {
    const room = await aRoom();
    const stream = await room.follow(await asPage(await room.member("annotator")));
    await stream.nextOf("live");
    collectGarbage();
    // What is found to be garbage is let go in a later turn.
    await new Promise((resolve) => setImmediate(resolve));
    expect(live().hub.size).toBe(1);
    stream.hangUp();
    expect(live().hub.size).toBe(0);
  });
});

describe("a reader who stops reading", () => {
  it("is told to begin again, while the others miss nothing", async () => {
    const room = await aRoom();
    const [ana, ben] = [await room.member("annotator"), await room.member("annotator")];
    const set = await room.open(ana);
    const [slow, quick] = [await room.follow(await asPage(ben)), await room.follow(await asPage(ana))];
    await Promise.all([slow.nextOf("live"), quick.nextOf("live")]);
    const id = newId<"annotation">();
    await room.save(here(ana), set, [{ ...op.create(id, "actor", 0, 10), id: newId() }]);
    // Half a megabyte at a time; one waits for them, and some is on the way.
    const longNotes = () =>
      Array.from({ length: 500 }, (_, n): Operation => ({
        ...op.setNote(id, `${n} ${"x".repeat(1_000)}`),
        id: newId(),
      }));
    let seq = 1;
    for (let batch = 0; batch < 8; batch++) {
      await room.save(here(ana), set, longNotes());
      seq += 500;
      for (let told = 0; told < seq;) told = frameOf(await quick.nextOf("message")).to;
    }
    expect(await slow.nextOf("resync")).not.toBeNull();
    expect(await slow.next()).toBeNull();
    quick.hangUp();
    expect(live().hub.size).toBe(0);
  });
});

describe("whoever works blind", () => {
  it("is told nothing of a colleague's set, neither that it is there nor when it changes", async () => {
    const room = await aRoom("independent");
    const [ana, ben] = [await room.member("annotator"), await room.member("annotator")];
    const reviewer = await room.member("reviewer");
    const own = await room.open(ana, "annotator");
    const theirs = await room.open(ben, "annotator");
    const blind = await room.follow(await asPage(ana));
    const sighted = await room.follow(await asPage(reviewer));
    expect((await blind.nextOf("live"))?.id).not.toContain(theirs);
    await sighted.nextOf("live");
    await room.save(here(ben), theirs);
    expect(frameOf(await sighted.next())).toMatchObject({ set: theirs });
    // The next that the blind one hears is of their own doing.
    await room.save(here(ana), own);
    const event = await blind.next();
    expect(frameOf(event)).toMatchObject({ set: own, from: 0, to: 1 });
    expect(event?.id).not.toContain(theirs);
    blind.hangUp();
    sighted.hangUp();
  });

  it("gets a set that comes into sight from its beginning, and is told when it goes out of sight", async () => {
    const room = await aRoom("independent");
    const ana = await room.member("annotator");
    const reviewer = await room.member("reviewer");
    const gold = await room.open(reviewer, "gold");
    const stream = await room.follow(await asPage(ana));
    await stream.nextOf("live");
    await room.save(here(reviewer), gold, [transition("set.submit", gold), transition("set.accept", gold)]);
    const snapshot = await stream.next();
    expect(snapshot).toMatchObject({ event: "snapshot" });
    expect(snapshot?.id).toContain(`${gold}:2`);
    await room.save(here(reviewer), gold, [transition("set.reopen", gold)]);
    const hidden = await stream.next();
    expect(hidden).toMatchObject({ event: "hidden", data: JSON.stringify({ set: gold }) });
    expect(hidden?.id).not.toContain(gold);
    stream.hangUp();
  });
});

describe("losing the right to read ends the stream", () => {
  const { user, membership, endedSession, apiToken, document, project } = db.prisma;
  const losses: Readonly<
    Record<string, (room: Awaited<ReturnType<typeof aRoom>>, userId: UserId) => Promise<unknown>>
  > = {
    "by a new password": (_room, id) => user.update({ where: { id }, data: { sessionVersion: 2 } }),
    "by a disabled account": (_room, id) => user.update({ where: { id }, data: { disabledAt: new Date() } }),
    "by leaving the project": (_room, userId) =>
      membership.updateMany({ where: { userId }, data: { removedAt: new Date() } }),
    "by another role": (_room, userId) =>
      membership.updateMany({ where: { userId }, data: { role: "viewer" } }),
    "by the document's end": ({ documentId }) =>
      document.updateMany({ where: { id: documentId }, data: { deletedAt: new Date() } }),
    "by the project's end": ({ projectId }) =>
      project.update({ where: { id: projectId }, data: { deletedAt: new Date() } }),
  };

  it.each(Object.entries(losses))("%s", async (_how, lose) => {
    const room = await aRoom();
    const ana = await room.member("annotator");
    await room.open(ana);
    const stream = await room.follow(await asPage(ana));
    await stream.nextOf("live");
    await lose(room, ana);
    expect(await stream.next()).toMatchObject({ event: "revoked" });
    expect(await stream.next()).toBeNull();
    expect(live().hub.size).toBe(0);
  });

  it("by signing out, and not for the session beside it", async () => {
    const room = await aRoom();
    const ana = await room.member("annotator");
    const set = await room.open(ana);
    const sessionId = newId();
    const ended = await room.follow({ cookie: await cookieOf(ana, { sessionId }) });
    const other = await room.follow(await asPage(ana));
    await ended.nextOf("live");
    await other.nextOf("live");
    await endedSession.create({ data: { id: sessionId, expiresAt: new Date(Date.now() + 60_000) } });
    expect(await ended.next()).toMatchObject({ event: "revoked" });
    await room.save(here(ana), set);
    expect(frameOf(await other.next())).toMatchObject({ set });
    other.hangUp();
  });

  it("by a revoked token; and nothing is told after the loss, however fast", async () => {
    const room = await aRoom();
    const [ana, ben] = [await room.member("annotator"), await room.member("annotator")];
    const set = await room.open(ana);
    const stream = await room.follow({ authorization: `Bearer ${await tokenOf(db, ben)}` });
    await stream.nextOf("live");
    await apiToken.updateMany({ where: { userId: ben }, data: { revokedAt: new Date() } });
    await room.save(here(ana), set);
    expect(await stream.next()).toMatchObject({ event: "revoked" });
  });
});

function collectGarbage(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

function transition(kind: "set.submit" | "set.accept" | "set.reopen", set: SetId): Operation {
  return { ...op.transition(kind, set), id: newId() };
}
