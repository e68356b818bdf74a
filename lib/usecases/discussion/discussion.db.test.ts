import { describe, expect, it } from "vitest";
import { at } from "@/lib/core/at";
import { codePoint } from "@/lib/core/text/offsets";
import { codeOf } from "@/lib/testing/code-of";
import { reviewDesk } from "@/lib/testing/review-desk";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import type { Context } from "../context";
import { readSet } from "../sets/read-set";
import { addComment } from "./add-comment";
import { listThreads } from "./list-threads";
import { openThread } from "./open-thread";
import { resolveThread } from "./resolve-thread";
import { seeThreads } from "./see-threads";

const db = await testDatabase();
const world = worldOf(db);

async function aDesk() {
  const desk = await reviewDesk(db, [["actor", 0, 10, { actor_type: "person" }]], []);
  const [ana, ben] = [at(desk.annotators, 0), at(desk.annotators, 1)];
  const address = { projectId: desk.projectId, setId: ana.setId };
  return {
    ...desk,
    address,
    ana: contextOf(db, ana.userId),
    anaId: ana.userId,
    ben: contextOf(db, ben.userId),
  };
}
type Desk = Awaited<ReturnType<typeof aDesk>>;

const later = (ctx: Context, minutes: number): Context => ({
  ...ctx,
  now: () => new Date(ctx.now().getTime() + minutes * 60_000),
});
const say = (ctx: Context, { address }: Pick<Desk, "address">, text: string, more: object = {}) =>
  openThread(ctx, { ...address, id: newId<"thread">(), commentId: newId<"comment">(), text, ...more });

describe("a conversation about a set", () => {
  it("stands at an annotation, a span or the whole, with the words it is about", async () => {
    const desk = await aDesk();
    const { annotations } = await readSet(desk.ctx, desk.address);
    await say(desk.ctx, desk, "Who is that?", { annotationId: annotations[0]?.id });
    await say(desk.ctx, desk, "And this?", { span: { start: codePoint(13), end: codePoint(28) } });
    const { items } = await say(desk.ctx, desk, "In general: see the guideline.", { section: "Actors" });
    expect(items).toMatchObject([
      { annotationId: annotations[0]?.id, span: null },
      { annotationId: null, span: { start: 13, end: 28, quote: "backs a car ban" } },
      { annotationId: null, span: null, section: "Actors", comments: [{ author: { name: "Rita" } }] },
    ]);
  });

  it("is begun once and answered once, however often that is sent", async () => {
    const desk = await aDesk();
    const thread = { ...desk.address, id: newId<"thread">(), commentId: newId<"comment">(), text: "Why?" };
    await openThread(desk.ctx, thread);
    await openThread(desk.ctx, thread);
    const answer = { ...desk.address, threadId: thread.id, id: newId<"comment">(), text: "Because." };
    await addComment(desk.ana, answer);
    const { items } = await addComment(desk.ana, answer);
    expect(items.map(({ comments }) => comments.map(({ text }) => text))).toEqual([["Why?", "Because."]]);
  });

  it("is unread for the others until they look, never for whoever wrote", async () => {
    const desk = await aDesk();
    const { items } = await say(desk.ctx, desk, "Why?");
    const unread = async (ctx: Context) =>
      (await listThreads(ctx, desk.address)).items.map((one) => one.isUnread);
    expect(await unread(desk.ana)).toEqual([true]);
    expect(await unread(desk.ctx)).toEqual([false]);
    await seeThreads(later(desk.ana, 1), desk.address);
    expect(await unread(desk.ana)).toEqual([false]);
    const answer = { threadId: at(items, 0).id, id: newId<"comment">(), text: "And now?" };
    await addComment(later(desk.ctx, 2), { ...desk.address, ...answer });
    expect(await unread(desk.ana)).toEqual([true]);
  });

  it("is resolved and taken up again", async () => {
    const desk = await aDesk();
    const { items } = await say(desk.ctx, desk, "Why?");
    const input = { ...desk.address, threadId: at(items, 0).id };
    expect((await resolveThread(desk.ana, { ...input, resolved: true })).items).toMatchObject([
      { resolved: { by: { id: desk.anaId } } },
    ]);
    expect((await resolveThread(desk.ctx, { ...input, resolved: false })).items).toMatchObject([
      { resolved: null },
    ]);
  });

  it("speaks to those who are named in it and may see the set, and to nobody else", async () => {
    const desk = await aDesk();
    const { items } = await say(desk.ctx, desk, "@Annotator 1 and @Annotator 2, look.");
    expect(at(items, 0).comments[0]?.mentions).toEqual([desk.anaId]);
  });

  it("is there for those who may see the set: not for another annotator, whatever is submitted", async () => {
    const desk = await aDesk();
    const { items } = await say(desk.ctx, desk, "Why?");
    const threadId = at(items, 0).id;
    const viewer = contextOf(db, await world.member(desk.projectId, "viewer"));
    const acts = (ctx: Context) => [
      listThreads(ctx, desk.address),
      say(ctx, desk, "Me too"),
      addComment(ctx, { ...desk.address, threadId, id: newId<"comment">(), text: "Me too" }),
      resolveThread(ctx, { ...desk.address, threadId, resolved: true }),
      seeThreads(ctx, desk.address),
    ];
    for (const ctx of [desk.ben, viewer, contextOf(db, await world.person())])
      expect(await Promise.all(acts(ctx).map(codeOf))).toEqual(Array<string>(5).fill("not_found"));
    for (const ctx of [desk.ana, contextOf(db, await world.member(desk.projectId, "manager"))])
      expect(await Promise.all(acts(ctx).map(codeOf))).toEqual(Array<string>(5).fill("done"));
  });

  it("refuses a place that is not in the set, and a thread of another set", async () => {
    const desk = await aDesk();
    expect(await codeOf(say(desk.ctx, desk, "Here?", { annotationId: newId() }))).toBe("invalid");
    const span = { start: codePoint(0), end: codePoint(9_999) };
    expect(await codeOf(say(desk.ctx, desk, "Here?", { span }))).toBe("invalid");
    const { items } = await say(desk.ctx, desk, "Why?");
    const other = { projectId: desk.projectId, setId: at(desk.annotators, 1).setId };
    const threadId = at(items, 0).id;
    expect(await codeOf(addComment(desk.ctx, { ...other, threadId, id: newId(), text: "?" }))).toBe(
      "not_found",
    );
    expect(await codeOf(resolveThread(desk.ctx, { ...other, threadId, resolved: true }))).toBe("not_found");
  });
});
