import { describe, expect, it } from "vitest";
import { at } from "@/lib/core/at";
import { acceptance, reviewDesk } from "@/lib/testing/review-desk";
import type { Mark } from "@/lib/testing/review-builders";
import { codeOf } from "@/lib/testing/code-of";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { op } from "@/lib/testing/annotation-builders";
import { applyOperations } from "../sets/apply-operations";
import { openSet } from "../sets/open-set";
import { decide } from "./decide";
import { listReviewQueue } from "./list-review-queue";
import { readReasons } from "./read-reasons";
import { writeReasons } from "./write-reasons";

const db = await testDatabase();
const world = worldOf(db);

const actor: Mark = ["actor", 0, 10, { actor_type: "person" }];
const other: Mark = ["actor", 0, 10, { actor_type: "group" }];
const far: Mark = ["actor", 34, 45, { actor_type: "group" }];

type Desk = Awaited<ReturnType<typeof reviewDesk>>;
const queueOf = (desk: Desk, more: Partial<Parameters<typeof listReviewQueue>[1]> = {}) =>
  listReviewQueue(desk.ctx, { projectId: desk.projectId, limit: 50, ...more });

describe("the review queue", () => {
  it("has the documents that somebody has submitted, with how far their sets differ", async () => {
    const desk = await reviewDesk(db, [actor, far], [other, far], []);
    await world.document(desk.projectId, "Nobody has begun.");
    const begun = await world.document(desk.projectId, "Somebody has begun.");
    const ana = contextOf(db, at(desk.annotators, 0).userId);
    await openSet(ana, { projectId: desk.projectId, documentId: begun, kind: "annotator" });
    const { items, total, isWhole } = await queueOf(desk);
    expect(items).toMatchObject([
      {
        documentId: desk.documentId,
        done: 3,
        sets: 3,
        figures: { points: 2, undecided: 2, differing: 2, disagreement: 1 },
        goldState: null,
        contested: 0,
      },
    ]);
    expect(total.value).toBe(1);
    expect(isWhole).toBe(true);
  });

  it("begins with the most disagreement and is turned page by page", async () => {
    const desk = await reviewDesk(db, [actor, far], [other, far]);
    await desk.another([actor], [actor]);
    await desk.another([actor], [other]);
    await desk.another([actor]);
    const whole = await queueOf(desk);
    expect(whole.items.map(({ figures }) => figures?.disagreement)).toEqual([1, 0.5, 0, null]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await queueOf(desk, { limit: 1, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...page.items.map(({ documentId }) => documentId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(whole.items.map(({ documentId }) => documentId));
  });

  it("knows what is decided, and forgets it when a set changes", async () => {
    const desk = await reviewDesk(db, [actor], [other]);
    await decide(desk.ctx, {
      ...desk.address,
      decisions: [acceptance(at((await desk.alignment()).clusters, 0))],
    });
    expect((await queueOf(desk, { state: "open" })).items).toEqual([]);
    expect((await queueOf(desk, { state: "decided" })).items).toMatchObject([{ figures: { undecided: 0 } }]);
    const { setId, userId } = at(desk.annotators, 0);
    const fresh = (operation: ReturnType<typeof op.remove>) => ({ ...operation, id: newId<"operation">() });
    await applyOperations(desk.ctx, {
      projectId: desk.projectId,
      setId,
      operations: [fresh(op.transition("set.return", setId))],
    });
    await applyOperations(contextOf(db, userId), {
      projectId: desk.projectId,
      setId,
      operations: [
        op.create(newId(), "actor", 34, 45, { actor_type: "group" }),
        op.transition("set.submit", setId),
      ].map(fresh),
    });
    expect((await queueOf(desk, { state: "open" })).items).toMatchObject([
      { figures: { points: 2, undecided: 1 } },
    ]);
  });

  it("is the reviewers'", async () => {
    const desk = await reviewDesk(db, [actor]);
    const ask = (ctx: Desk["ctx"]) => codeOf(listReviewQueue(ctx, { projectId: desk.projectId, limit: 50 }));
    expect(await ask(contextOf(db, at(desk.annotators, 0).userId))).toBe("forbidden");
    expect(await ask(contextOf(db, await world.member(desk.projectId, "viewer")))).toBe("forbidden");
    expect(await ask(contextOf(db, await world.person()))).toBe("not_found");
    expect(await ask(contextOf(db, await world.member(desk.projectId, "manager")))).toBe("done");
    expect(await codeOf(queueOf(desk, { cursor: "bm9uc2Vuc2U" }))).toBe("invalid");
  });
});

describe("the reasons of a project", () => {
  it("are the ones Triptych comes with until a manager writes others", async () => {
    const projectId = await world.project();
    const manager = contextOf(db, await world.member(projectId, "manager"));
    const viewer = contextOf(db, await world.member(projectId, "viewer"));
    expect((await readReasons(viewer, { projectId })).reasons.map(({ key }) => key)).toContain(
      "wrong_boundary",
    );
    const reasons = [{ key: "too_vague", name: "Too vague" }];
    await writeReasons(manager, { projectId, reasons });
    expect(await readReasons(viewer, { projectId })).toEqual({ reasons });
    expect(await codeOf(writeReasons(viewer, { projectId, reasons }))).toBe("forbidden");
  });
});
