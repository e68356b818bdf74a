import { describe, expect, it } from "vitest";
import { codeOf } from "@/lib/testing/code-of";
import type { Operation } from "@/lib/core/annotation/operation";
import type { DocumentId, ProjectId, UserId } from "@/lib/core/ids";
import { panelFigureKey } from "@/lib/core/agreement/panel";
import { presetSchema } from "@/lib/core/schema/preset";
import type { AgreementView } from "@/lib/contracts/agreement";
import { op } from "@/lib/testing/annotation-builders";
import { testDatabase } from "@/lib/testing/test-database";
import { contextOf, newId, worldOf } from "@/lib/testing/world";
import { writeSchema } from "../schema/write-schema";
import { applyOperations } from "../sets/apply-operations";
import { openSet } from "../sets/open-set";
import { trashDocument } from "../documents/trash-document";
import { listDisagreements } from "./list-disagreements";
import { readAgreement } from "./read-agreement";
import { readIntervals } from "./read-intervals";

const db = await testDatabase();
const world = worldOf(db);
const TEXT = "The mayor wants a car ban. The Green Party objects.";

type Marked = readonly (readonly [label: string, start: number, end: number])[];

/** A project with two annotators, whose labels ask for nothing, so that everything can be submitted. */
async function aProject() {
  const projectId = await world.project({ preset: "blank" });
  const manager = contextOf(db, await world.member(projectId, "manager"));
  const { labels } = presetSchema("claim-actor-stance");
  await writeSchema(manager, {
    projectId,
    basedOn: 1,
    schema: { labels: labels.map((label) => ({ ...label, attributes: [] })), relationTypes: [] },
  });
  const reviewer = contextOf(db, await world.member(projectId, "reviewer"));
  const ana = await world.member(projectId, "annotator", "Ana");
  const ben = await world.member(projectId, "annotator", "Ben");
  return { projectId, manager, reviewer, ana, ben };
}

const anew = (operation: Operation): Operation => ({ ...operation, id: newId<"operation">() });

/** What somebody makes of a document, submitted. */
async function complete(projectId: ProjectId, documentId: DocumentId, by: UserId, marked: Marked) {
  const ctx = contextOf(db, by);
  const { set } = await openSet(ctx, { projectId, documentId, kind: "annotator" });
  const send = (operations: readonly Operation[]) =>
    applyOperations(ctx, { projectId, setId: set.id, operations: operations.map(anew) });
  const made = marked.map(([label, start, end]) => op.create(newId<"annotation">(), label, start, end));
  const { results } = await send([...made, { id: newId(), kind: "set.submit", target: set.id, body: {} }]);
  expect(results.map(({ status }) => status)).not.toContain("rejected");
  return {
    setId: set.id,
    reopen: () =>
      applyOperations(contextOf(db, by), {
        projectId,
        setId: set.id,
        operations: [{ id: newId(), kind: "set.reopen", target: set.id, body: {} }],
      }),
  };
}

const f1Of = ({ figures }: AgreementView, label: string | null = null) =>
  figures.find(
    ({ entry, name, label: of, annotators }) =>
      entry === "span-f1-exact" && name === "f1" && of === label && annotators === null,
  )?.coefficient.value;

describe("agreement", () => {
  it("counts who completed with nothing, and not who did not complete: the peers' trap gives 0.40", async () => {
    const { projectId, reviewer, ana, ben } = await aProject();
    for (let article = 0; article < 20; article += 1) {
      const documentId = await world.document(projectId, TEXT);
      await complete(projectId, documentId, ana, [["claim", 4, 9]]);
      await complete(projectId, documentId, ben, article < 5 ? [["claim", 4, 9]] : []);
    }
    await complete(projectId, await world.document(projectId, TEXT), ana, [["claim", 4, 9]]);
    const view = await readAgreement(reviewer, { projectId });
    expect(f1Of(view)).toBeCloseTo(0.4, 12);
    expect(view.documents).toEqual({ counted: 20, single: 1, waiting: 0 });
    expect(view.annotators).toMatchObject([
      { name: "Ana", completed: 20, empty: 0, spans: { claim: 20 } },
      { name: "Ben", completed: 20, empty: 15, spans: { claim: 5 } },
    ]);
    expect(view.mixedUp).toEqual([{ one: "claim", other: null, times: 15 }]);
    expect(view.lowest[0]).toMatchObject({ f1: 0, annotators: 2 });
    const { intervals, replicates } = await readIntervals(reviewer, {
      projectId,
      replicates: 500,
      signal: AbortSignal.timeout(60_000),
    });
    const figure = view.figures.find(({ entry, name }) => entry === "span-f1-exact" && name === "f1");
    const range = figure === undefined ? null : intervals[panelFigureKey(figure)]?.range;
    expect(replicates).toBe(500);
    expect(range?.low).toBeGreaterThan(0);
    expect(range?.low).toBeLessThan(0.4);
    expect(range?.high).toBeGreaterThan(0.4);
  });

  it("follows what people do after it was asked for", async () => {
    const { projectId, reviewer, ana, ben } = await aProject();
    const documentId = await world.document(projectId, TEXT);
    await complete(projectId, documentId, ana, [["claim", 4, 9]]);
    const bens = await complete(projectId, documentId, ben, [["claim", 0, 9]]);
    expect(f1Of(await readAgreement(reviewer, { projectId }))).toBe(0);
    await applyOperations(reviewer, {
      projectId,
      setId: bens.setId,
      operations: [{ id: newId(), kind: "set.return", target: bens.setId, body: {} }],
    });
    expect((await readAgreement(reviewer, { projectId })).documents).toEqual({
      counted: 0,
      single: 1,
      waiting: 0,
    });
    await complete(projectId, documentId, ben, [["claim", 4, 9]]);
    expect(f1Of(await readAgreement(reviewer, { projectId }))).toBeCloseTo(2 / 3, 12);
  });

  it("leaves out what lies in the trash, and what the filter does not let through", async () => {
    const { projectId, manager, reviewer, ana, ben } = await aProject();
    const [kept, thrown] = [await world.document(projectId, TEXT), await world.document(projectId, TEXT)];
    for (const documentId of [kept, thrown]) {
      await complete(projectId, documentId, ana, [["claim", 4, 9]]);
      await complete(projectId, documentId, ben, documentId === kept ? [["claim", 4, 9]] : []);
    }
    await db.prisma.document.updateMany({ where: { id: kept }, data: { source: "Tass" } });
    await trashDocument(manager, { projectId, documentId: thrown });
    const view = await readAgreement(reviewer, { projectId });
    expect([f1Of(view), view.documents.counted, view.sources]).toEqual([1, 1, ["Tass"]]);
    const countedWith = async (filter: Parameters<typeof readAgreement>[1]) =>
      (await readAgreement(reviewer, filter)).documents.counted;
    expect(await countedWith({ projectId, source: "Tass" })).toBe(1);
    expect(await countedWith({ projectId, source: "Reuters" })).toBe(0);
    expect(await countedWith({ projectId, guidelineVersion: 1 })).toBe(1);
    expect(await countedWith({ projectId, guidelineVersion: 2 })).toBe(0);
    expect(await countedWith({ projectId, from: "2026-11-22", to: "2026-11-22" })).toBe(1);
    expect(await countedWith({ projectId, from: "2026-11-23" })).toBe(0);
    expect(await countedWith({ projectId, to: "2026-11-21" })).toBe(0);
  });

  it("looks at a limited number of documents a time, and says how many wait", async () => {
    const { projectId, reviewer, ana, ben } = await aProject();
    const at = new Date("2026-11-22T08:00:00.000Z");
    const documents = await Promise.all(Array.from({ length: 230 }, () => world.document(projectId, TEXT)));
    await db.prisma.annotationSet.createMany({
      data: documents.flatMap((documentId) =>
        [ana, ben].map((annotatorId) => ({
          projectId,
          id: newId<"set">(),
          documentId,
          kind: "annotator",
          owner: annotatorId,
          annotatorId,
          state: "submitted",
          schemaVersion: 2,
          guidelineVersion: 1,
          completedAt: at,
          createdAt: at,
          updatedAt: at,
        })),
      ),
    });
    expect((await readAgreement(reviewer, { projectId })).documents).toMatchObject({
      counted: 200,
      waiting: 30,
    });
    expect((await readAgreement(reviewer, { projectId })).documents).toMatchObject({
      counted: 230,
      waiting: 0,
    });
  });

  it("is closed to annotators and viewers, who are blind to the others, and not there for strangers", async () => {
    const { projectId, ana } = await aProject();
    const asks = (userId: UserId) => {
      const ctx = contextOf(db, userId);
      return Promise.all(
        [
          readAgreement(ctx, { projectId }),
          readIntervals(ctx, { projectId, replicates: 100, signal: AbortSignal.timeout(60_000) }),
          listDisagreements(ctx, { projectId, page: 1 }),
        ].map(codeOf),
      );
    };
    expect(await asks(ana)).toEqual(["forbidden", "forbidden", "forbidden"]);
    expect(await asks(await world.member(projectId, "viewer"))).toEqual([
      "forbidden",
      "forbidden",
      "forbidden",
    ]);
    expect(await asks(await world.person())).toEqual(["not_found", "not_found", "not_found"]);
    expect(await asks(await world.member(projectId, "manager"))).toEqual(["done", "done", "done"]);
  });
});

describe("the spans behind a number", () => {
  it("are listed by document, the least agreed on first, with who says what and the text around", async () => {
    const { projectId, reviewer, ana, ben } = await aProject();
    const [worse, better] = [await world.document(projectId, TEXT), await world.document(projectId, TEXT)];
    await complete(projectId, better, ana, [["claim", 4, 25]]);
    await complete(projectId, better, ben, [["claim", 10, 25]]);
    await complete(projectId, worse, ana, [["actor", 4, 9]]);
    await complete(projectId, worse, ben, [["claim", 4, 9]]);
    const all = await listDisagreements(reviewer, { projectId, page: 1 });
    expect(all.documents.map(({ id, f1 }) => [id, f1])).toEqual([
      [worse, 0],
      [better, 1],
    ]);
    expect(all.documents[0]?.items).toEqual([
      {
        kind: "label",
        start: 4,
        end: 9,
        quote: "mayor",
        before: "The ",
        after: " wants a car ban. The Green Party objects.",
        label: "actor",
        of: null,
        readings: [
          { value: "actor", annotators: ["Ana"] },
          { value: "claim", annotators: ["Ben"] },
        ],
      },
    ]);
    expect(all.documents[1]?.items).toMatchObject([
      {
        kind: "boundary",
        start: 4,
        end: 25,
        readings: [{ value: "mayor wants a car ban" }, { value: "wants a car ban" }],
      },
    ]);
    const aboutActors = await listDisagreements(reviewer, { projectId, page: 1, label: "actor" });
    expect(aboutActors.documents.map(({ id }) => id)).toEqual([worse]);
    const ofNobody = { a: ana, b: newId<"user">() };
    expect((await listDisagreements(reviewer, { projectId, page: 1, ...ofNobody })).documents).toEqual([]);
    const one = await listDisagreements(reviewer, { projectId, page: 1, documentId: better });
    expect(one.documents.map(({ id }) => id)).toEqual([better]);
  });
});
