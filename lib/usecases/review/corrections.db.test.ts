import type { ProjectId } from "@/lib/core/ids";
import { describe, expect, it } from "vitest";
import { at } from "@/lib/core/at";
import { codeOf } from "@/lib/testing/code-of";
import { acceptance, decisionOn, reviewDesk } from "@/lib/testing/review-desk";
import type { Mark } from "@/lib/testing/review-builders";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf } from "@/lib/testing/world";
import type { Context } from "../context";
import { acceptDocument } from "./accept-document";
import { contestDecision } from "./contest-decision";
import { decide } from "./decide";
import { listReviewQueue } from "./list-review-queue";
import { readCorrections } from "./read-corrections";
import { readReview } from "./read-review";
import { reopenDocument } from "./reopen-document";

const db = await testDatabase();

const actor: Mark = ["actor", 0, 10, { actor_type: "person" }];
const other: Mark = ["actor", 6, 10, { actor_type: "group" }];
const party: Mark = ["actor", 34, 45, { actor_type: "group" }];
const object: Mark = ["actor", 46, 53, { actor_type: "unknown" }];

/** Two sets, of which the first is right about the mayor, the second about the party; one mark is rejected. */
async function aDecidedDesk() {
  const desk = await reviewDesk(db, [actor, object], [other, party]);
  const [mayor, green, objects] = (await desk.alignment()).clusters;
  if (mayor === undefined || green === undefined || objects === undefined)
    throw new RangeError("three clusters");
  const rejection = decisionOn(objects, { kind: "reject", reason: "no_evidence" });
  await decide(desk.ctx, {
    ...desk.address,
    decisions: [acceptance(mayor, 0), acceptance(green, 0), rejection],
  });
  const [ana, ben] = [at(desk.annotators, 0), at(desk.annotators, 1)];
  return {
    ...desk,
    rejection,
    anaSet: ana.setId,
    ana: contextOf(db, ana.userId),
    ben: contextOf(db, ben.userId),
  };
}
const correctionsOf = (ctx: Context, { projectId }: { readonly projectId: ProjectId }) =>
  readCorrections(ctx, { projectId, limit: 20 });

describe("accepting a document", () => {
  it("makes gold of what was decided and accepts the sets, once however often it is asked for", async () => {
    const desk = await aDecidedDesk();
    expect(await acceptDocument(desk.ctx, desk.address)).toMatchObject({ kind: "gold", state: "accepted" });
    expect(await acceptDocument(desk.ctx, desk.address)).toMatchObject({ state: "accepted" });
    const { sets } = await readReview(desk.ctx, desk.address);
    expect(sets.map(({ state }) => state)).toEqual(["accepted", "accepted"]);
    await reopenDocument(desk.ctx, desk.address);
    expect((await readReview(desk.ctx, desk.address)).gold?.state).toBe("in_progress");
  });

  it("waits until everything is decided", async () => {
    const desk = await reviewDesk(db, [actor], [other]);
    await expect(acceptDocument(desk.ctx, desk.address)).rejects.toMatchObject({
      code: "conflict",
      detail: "1 thing is not decided yet.",
    });
  });

  it("makes an empty gold set where nobody marked anything", async () => {
    const desk = await reviewDesk(db, [], []);
    expect(await acceptDocument(desk.ctx, desk.address)).toMatchObject({ state: "accepted" });
  });

  it("is the reviewers'", async () => {
    const desk = await aDecidedDesk();
    for (const act of [acceptDocument, reopenDocument])
      expect(await codeOf(act(desk.ana, desk.address))).toBe("forbidden");
  });
});

describe("corrections", () => {
  it("are told when the document is gold, and nothing before", async () => {
    const desk = await aDecidedDesk();
    expect((await correctionsOf(desk.ana, desk)).items).toEqual([]);
    await acceptDocument(desk.ctx, desk.address);
    expect((await correctionsOf(desk.ana, desk)).items).toMatchObject([
      {
        documentId: desk.documentId,
        kept: 1,
        corrections: [
          { kind: "overlooked", own: null, gold: { quote: "Green Party" } },
          { kind: "rejected", own: { quote: "objects" }, gold: null, reason: "Not said in the text" },
        ],
      },
    ]);
    const [ben] = (await correctionsOf(desk.ben, desk)).items;
    expect(ben?.corrections).toMatchObject([
      {
        kind: "changed",
        own: { quote: "Ruiz" },
        gold: { quote: "Mayor Ruiz" },
        fields: [{ kind: "boundary" }, { kind: "attribute", key: "actor_type" }],
      },
    ]);
  });

  it("name nobody else's annotations or sets", async () => {
    const desk = await aDecidedDesk();
    await acceptDocument(desk.ctx, desk.address);
    const told = JSON.stringify(await correctionsOf(desk.ana, desk));
    for (const secret of [at(desk.annotators, 1).setId, at(desk.annotators, 1).userId])
      expect(told).not.toContain(secret);
  });

  it("are contested once, and the reviewers find it", async () => {
    const desk = await aDecidedDesk();
    const contest = {
      projectId: desk.projectId,
      setId: desk.anaSet,
      decisionId: desk.rejection.id,
      reason: "The guideline names it.",
    };
    expect(await codeOf(contestDecision(desk.ana, contest))).toBe("not_found");
    await acceptDocument(desk.ctx, desk.address);
    expect(await codeOf(contestDecision(desk.ben, contest))).toBe("not_found");
    expect(await codeOf(contestDecision(desk.ctx, contest))).toBe("forbidden");
    expect(await codeOf(contestDecision(desk.ana, contest))).toBe("done");
    expect(await codeOf(contestDecision(desk.ana, contest))).toBe("already_exists");
    const queue = await listReviewQueue(desk.ctx, {
      projectId: desk.projectId,
      limit: 50,
      state: "contested",
    });
    expect(queue.items).toMatchObject([{ documentId: desk.documentId, contested: 1 }]);
    const { decisions } = await readReview(desk.ctx, desk.address);
    expect(decisions.flatMap(({ contests }) => contests)).toMatchObject([
      { reason: "The guideline names it." },
    ]);
  });
});
