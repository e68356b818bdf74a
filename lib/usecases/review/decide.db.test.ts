import { describe, expect, it } from "vitest";
import type { Operation } from "@/lib/core/annotation/operation";
import { at } from "@/lib/core/at";
import { decidedPoints, pointsOf } from "@/lib/core/review/points";
import { provenanceOf } from "@/lib/core/review/decided";
import { codePoint } from "@/lib/core/text/offsets";
import { OPERATOR } from "@/lib/core/access/actor";
import { op } from "@/lib/testing/annotation-builders";
import { codeOf } from "@/lib/testing/code-of";
import { acceptance, decisionOn, reviewDesk } from "@/lib/testing/review-desk";
import type { Mark } from "@/lib/testing/review-builders";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { verifyInstallation } from "../installation/verify";
import { applyOperations } from "../sets/apply-operations";
import { readSet } from "../sets/read-set";
import { decide } from "./decide";
import { readReview } from "./read-review";
import { undoDecision } from "./undo-decision";

const db = await testDatabase();
const world = worldOf(db);

const actor: Mark = ["actor", 0, 10, { actor_type: "person" }];
const claim: Mark = ["claim", 13, 28, { claim_type: "demand", reporting: "authorial" }];
const shorter: Mark = ["claim", 19, 28, { claim_type: "demand", reporting: "authorial" }];

const twoReadings = () => reviewDesk(db, [actor, claim], [actor, shorter]);
type Desk = Awaited<ReturnType<typeof twoReadings>>;

async function goldOf({ ctx, projectId, address }: Desk) {
  const { gold } = await readReview(ctx, address);
  if (gold === null) return [];
  const { annotations } = await readSet(ctx, { projectId, setId: gold.id });
  return annotations.map(({ id, label, start, end }) => ({ id, label, start, end }));
}

describe("a decision", () => {
  it("makes the gold annotation that it names, which knows what it came from", async () => {
    const desk = await twoReadings();
    const cluster = at((await desk.alignment()).clusters, 1);
    const decision = acceptance(cluster, 1);
    const { results, decisions } = await decide(desk.ctx, { ...desk.address, decisions: [decision] });
    expect(results).toEqual([{ id: decision.id, status: "ok" }]);
    expect(decisions).toMatchObject([{ decision, reviewer: { id: desk.reviewer, name: "Rita" } }]);
    const [gold] = await goldOf(desk);
    expect(gold).toMatchObject({ label: "claim", start: 19, end: 28 });
    const member = at(cluster.members, 1);
    expect(provenanceOf([decision]).get(at([...provenanceOf([decision]).keys()], 0))?.from).toEqual({
      setId: member.setId,
      annotation: member.annotation.id,
    });
    expect([...provenanceOf(decisions.map((one) => one.decision)).keys()]).toEqual([gold?.id]);
  });

  it("says at which seq it saw each set, and who decided when", async () => {
    const desk = await twoReadings();
    const cluster = at((await desk.alignment()).clusters, 0);
    const { decisions } = await decide(desk.ctx, { ...desk.address, decisions: [acceptance(cluster)] });
    expect(Object.keys(at(decisions, 0).seqs).toSorted()).toEqual(
      desk.annotators.map(({ setId }) => setId).toSorted(),
    );
    expect(Object.values(at(decisions, 0).seqs)).toEqual([3, 3]);
    expect(at(decisions, 0).at).toBe("2026-11-22T08:00:00.000Z");
  });

  it("keeps both readings, rewords one, rejects, or says that nothing belongs there", async () => {
    const desk = await twoReadings();
    const [first, second] = (await desk.alignment()).clusters;
    if (first === undefined || second === undefined) throw new RangeError("two clusters");
    const refs = second.members.map(({ setId, annotation }) => ({ setId, annotation: annotation.id }));
    const both = decisionOn(second, {
      kind: "accept-both",
      accepted: refs.map((from) => ({ from, gold: newId<"annotation">() })),
    });
    const nothing = decisionOn(first, {
      kind: "nothing-here",
      reason: "not_in_guideline",
      start: codePoint(0),
      end: codePoint(10),
    });
    await decide(desk.ctx, { ...desk.address, decisions: [both, nothing] });
    expect(await goldOf(desk)).toMatchObject([{ start: 13 }, { start: 19 }]);
    const fix = decisionOn(
      second,
      {
        kind: "fix",
        from: at(refs, 0),
        as: {
          start: codePoint(22),
          end: codePoint(28),
          label: "claim",
          attributes: { claim_type: "factual", reporting: "authorial" },
        },
        gold: newId<"annotation">(),
      },
      both.id,
    );
    expect((await decide(desk.ctx, { ...desk.address, decisions: [fix] })).results).toMatchObject([
      { status: "ok" },
    ]);
    expect(await goldOf(desk)).toMatchObject([{ start: 22, end: 28 }]);
    const reject = decisionOn(second, { kind: "reject", reason: "no_evidence" }, fix.id);
    await decide(desk.ctx, { ...desk.address, decisions: [reject] });
    expect(await goldOf(desk)).toEqual([]);
  });

  it("is taken once however often it is sent, and at once from many sides", async () => {
    const desk = await twoReadings();
    const decision = acceptance(at((await desk.alignment()).clusters, 0));
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => decide(desk.ctx, { ...desk.address, decisions: [decision] })),
    );
    expect(new Set(answers.map(({ results }) => JSON.stringify(results))).size).toBe(1);
    expect(await goldOf(desk)).toHaveLength(1);
    expect(await db.prisma.decision.count({ where: { projectId: desk.projectId } })).toBe(1);
  });

  it("of two reviewers at once on the same thing is taken from one", async () => {
    const desk = await twoReadings();
    const other = contextOf(db, await world.member(desk.projectId, "reviewer"));
    const cluster = at((await desk.alignment()).clusters, 1);
    const answers = await Promise.all([
      decide(desk.ctx, { ...desk.address, decisions: [acceptance(cluster, 0)] }),
      decide(other, { ...desk.address, decisions: [acceptance(cluster, 1)] }),
    ]);
    const told = answers.flatMap(({ results }) => results);
    expect(told.map((result) => (result.status === "ok" ? "ok" : result.reason)).toSorted()).toEqual([
      "already_decided",
      "ok",
    ]);
    expect(await goldOf(desk)).toHaveLength(1);
  });

  it("under an id that was used for another is refused whole", async () => {
    const desk = await twoReadings();
    const [first, second] = (await desk.alignment()).clusters;
    if (first === undefined || second === undefined) throw new RangeError("two clusters");
    const decision = acceptance(first);
    await decide(desk.ctx, { ...desk.address, decisions: [decision] });
    const reused = { ...acceptance(second), id: decision.id };
    await expect(decide(desk.ctx, { ...desk.address, decisions: [reused] })).rejects.toMatchObject({
      code: "operation_id_reused",
      faults: [{ path: "decisions[0].id" }],
    });
  });

  it("that does not hold leaves nothing behind, while others of the batch are taken", async () => {
    const desk = await twoReadings();
    const [first, second] = (await desk.alignment()).clusters;
    if (first === undefined || second === undefined) throw new RangeError("two clusters");
    const unknown = decisionOn(second, { kind: "reject", reason: "mood" });
    const { results } = await decide(desk.ctx, { ...desk.address, decisions: [unknown, acceptance(first)] });
    expect(results.map((result) => (result.status === "ok" ? "ok" : result.reason))).toEqual([
      "unknown_reason",
      "ok",
    ]);
    expect(await goldOf(desk)).toHaveLength(1);
  });

  it("is refused once what it saw has changed, and marked when it changes later", async () => {
    const desk = await twoReadings();
    const alignment = await desk.alignment();
    const [first, second] = alignment.clusters;
    if (first === undefined || second === undefined) throw new RangeError("two clusters");
    const earlier = acceptance(second);
    await decide(desk.ctx, { ...desk.address, decisions: [earlier] });
    await rework(desk, 1, [op.setSpan(at(second.members, 1).annotation.id, 22, 28)]);
    const { results } = await decide(desk.ctx, {
      ...desk.address,
      decisions: [acceptance(second, 0, earlier.id)],
    });
    expect(results).toMatchObject([{ status: "refused", reason: "superseded" }]);
    const now = await desk.alignment();
    const points = pointsOf(now);
    expect([...decidedPoints(points, [earlier], now).values()]).toMatchObject([
      { decision: { id: earlier.id }, changed: [{ change: "edited" }] },
    ]);
  });
});

/** A set goes back to its annotator, who changes something and submits again. */
async function rework(desk: Desk, place: number, changes: readonly Operation[]): Promise<void> {
  const { userId, setId } = at(desk.annotators, place);
  const fresh = (operation: Operation): Operation => ({ ...operation, id: newId() });
  const send = (ctx: typeof desk.ctx, operations: readonly Operation[]) =>
    applyOperations(ctx, { projectId: desk.projectId, setId, operations: operations.map(fresh) });
  await send(desk.ctx, [op.transition("set.return", setId)]);
  await send(contextOf(db, userId), [...changes, op.transition("set.submit", setId)]);
}

describe("taking a decision back", () => {
  it("takes back what it made, and lets the earlier one hold again", async () => {
    const desk = await twoReadings();
    const cluster = at((await desk.alignment()).clusters, 1);
    const first = acceptance(cluster, 0);
    const second = acceptance(cluster, 1, first.id);
    await decide(desk.ctx, { ...desk.address, decisions: [first] });
    await decide(desk.ctx, { ...desk.address, decisions: [second] });
    expect(await goldOf(desk)).toMatchObject([{ start: 19 }]);
    await undoDecision(desk.ctx, { ...desk.address, decisionId: second.id });
    const { decisions } = await readReview(desk.ctx, desk.address);
    expect(decisions.map(({ decision }) => decision.id)).toEqual([first.id]);
    expect(await goldOf(desk)).toMatchObject([{ start: 13 }]);
    const undoFirst = { ...desk.address, decisionId: first.id };
    await undoDecision(desk.ctx, undoFirst);
    await undoDecision(desk.ctx, undoFirst);
    expect((await readReview(desk.ctx, desk.address)).decisions).toEqual([]);
    expect(await goldOf(desk)).toEqual([]);
    expect((await verifyInstallation(contextOf(db, OPERATOR))).problems).toEqual([]);
  });

  it("is for whoever decided, and not once it was decided anew", async () => {
    const desk = await twoReadings();
    const cluster = at((await desk.alignment()).clusters, 1);
    const first = acceptance(cluster, 0);
    await decide(desk.ctx, { ...desk.address, decisions: [first] });
    const other = contextOf(db, await world.member(desk.projectId, "reviewer"));
    const undo = { ...desk.address, decisionId: first.id };
    expect(await codeOf(undoDecision(other, undo))).toBe("forbidden");
    await decide(other, { ...desk.address, decisions: [acceptance(cluster, 1, first.id)] });
    expect(await codeOf(undoDecision(desk.ctx, undo))).toBe("conflict");
    expect(await codeOf(undoDecision(desk.ctx, { ...undo, decisionId: newId<"decision">() }))).toBe(
      "not_found",
    );
  });
});

describe("review", () => {
  it("is closed to annotators, whether blind or not, and to viewers and strangers", async () => {
    const desk = await twoReadings();
    const decision = acceptance(at((await desk.alignment()).clusters, 0));
    const acts = (ctx: typeof desk.ctx) => [
      readReview(ctx, desk.address),
      decide(ctx, { ...desk.address, decisions: [decision] }),
      undoDecision(ctx, { ...desk.address, decisionId: decision.id }),
    ];
    const annotator = contextOf(db, at(desk.annotators, 0).userId);
    const viewer = contextOf(db, await world.member(desk.projectId, "viewer"));
    const stranger = contextOf(db, await world.person());
    for (const [ctx, code] of [
      [annotator, "forbidden"],
      [viewer, "forbidden"],
      [stranger, "not_found"],
    ] as const)
      expect(await Promise.all(acts(ctx).map(codeOf))).toEqual([code, code, code]);
    expect(await goldOf(desk)).toEqual([]);
  });

  it("shows no set that is not submitted, but that there is one", async () => {
    const desk = await twoReadings();
    const { setId } = at(desk.annotators, 0);
    const giveBack = { ...op.transition("set.return", setId), id: newId<"operation">() };
    await applyOperations(desk.ctx, { projectId: desk.projectId, setId, operations: [giveBack] });
    const { sets, others } = await readReview(desk.ctx, desk.address);
    expect(sets.map(({ id }) => id)).toEqual([at(desk.annotators, 1).setId]);
    expect(others).toMatchObject([{ id: setId, state: "returned" }]);
  });

  it("of a document that nobody has submitted has nothing to decide", async () => {
    const desk = await reviewDesk(db);
    expect(await readReview(desk.ctx, desk.address)).toMatchObject({ sets: [], gold: null, decisions: [] });
    const elsewhere = await twoReadings();
    const decision = acceptance(at((await elsewhere.alignment()).clusters, 0));
    expect(await codeOf(decide(desk.ctx, { ...desk.address, decisions: [decision] }))).toBe("conflict");
    expect(await db.prisma.annotationSet.count({ where: { documentId: desk.documentId } })).toBe(0);
  });
});
