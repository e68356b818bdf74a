import { op } from "@/lib/testing/annotation-builders";
import { contextOf, newId } from "@/lib/testing/world";
import type { Operation } from "@/lib/core/annotation/operation";
import type { DocumentId, UserId } from "@/lib/core/ids";
import { applyOperations } from "@/lib/usecases/sets/apply-operations";
import { openSet } from "@/lib/usecases/sets/open-set";
import { expectPresentable } from "../fixtures/looks";
import { expect, test, type App } from "../fixtures/test";

const TEXT = "The mayor wants a car ban. The Green Party objects.";

/** Two annotators, ten articles: Ana marks the mayor in each, Ben in four and completes the others with nothing. */
async function aComparedProject({ db, world }: App) {
  const projectId = await world.project({ preset: "claim-actor-stance" });
  const reviewer = await world.member(projectId, "reviewer", "Rita");
  const ana = await world.member(projectId, "annotator", "Ana");
  const ben = await world.member(projectId, "annotator", "Ben");
  const complete = async (documentId: DocumentId, by: UserId, isMarked: boolean) => {
    const ctx = contextOf(db, by);
    const { set } = await openSet(ctx, { projectId, documentId, kind: "annotator" });
    const marks = isMarked ? [aMark("actor", 4, 9), aMark("actor", 31, 42)] : [];
    await applyOperations(ctx, {
      projectId,
      setId: set.id,
      operations: [...marks, { id: newId(), kind: "set.submit", target: set.id, body: {} }],
    });
  };
  for (let article = 0; article < 10; article += 1) {
    const documentId = await world.document(projectId, `${TEXT} Number ${article}.`);
    await complete(documentId, ana, true);
    await complete(documentId, ben, article < 4);
  }
  return { projectId, reviewer, ana };
}

function aMark(label: string, start: number, end: number): Operation {
  const attributes = { actor_type: "person" };
  return { ...op.create(newId<"annotation">(), label, start, end, attributes), id: newId<"operation">() };
}

test("a reviewer reads how far the annotators agree, and goes from a number to its spans", async ({
  app,
  context,
  page,
}) => {
  test.slow();
  const { projectId, reviewer } = await aComparedProject(app);
  await app.signIn(context, reviewer);
  await page.goto(`/projects/${projectId}/documents`);
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Agreement" }).click();
  await expect(page.getByText("10 documents completed by at least two of 2 annotators")).toBeVisible();
  const labels = page.getByRole("table", { name: "Agreement by label" });
  const actor = labels.getByRole("row", { name: /^Actor/ });
  // 2 · 8 / (20 + 8)
  await expect(actor.getByRole("link", { name: "0.57" }).first()).toBeVisible();
  await expect(actor.getByText(/0\.\d\d to /).first()).toBeVisible();
  await expect(labels.getByRole("row", { name: /^Claim/ })).toContainText("too few for a coefficient");
  await expect(page.getByRole("table", { name: "What each annotator has in it" })).toContainText("Ben");
  await expectPresentable(page);

  await actor.getByRole("link", { name: "0.57" }).first().click();
  await expect(page.getByRole("heading", { name: "Disagreements about Actor" })).toBeVisible();
  await expect(page.getByText("Ben: nothing").first()).toBeVisible();
  await expectPresentable(page);
  await page.getByRole("link", { name: "All figures" }).click();
  await page
    .getByRole("table", { name: "Agreement by pair of annotators" })
    .getByRole("link", { name: "0.57" })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "Disagreements", exact: true })).toBeVisible();
});

test("the filter is part of the address, and one that lets nothing through says so", async ({
  app,
  context,
  page,
}) => {
  const { projectId, reviewer } = await aComparedProject(app);
  await app.signIn(context, reviewer);
  await page.goto(`/projects/${projectId}/agreement?from=2030-01-01`);
  await expect(page.getByRole("heading", { name: "No document fits" })).toBeVisible();
  await page.getByRole("button", { name: "Count all documents" }).click();
  await expect(page).toHaveURL(/\/agreement$/);
  await expect(page.getByRole("table", { name: "Agreement by label" })).toBeVisible();
});

test("whoever annotates blind finds no agreement, by page or by request", async ({ app, context, page }) => {
  const { projectId, ana } = await aComparedProject(app);
  await app.signIn(context, ana);
  await page.goto(`/projects/${projectId}/documents`);
  await expect(page.getByRole("navigation", { name: "Project" })).not.toContainText("Agreement");
  for (const place of ["agreement", "agreement/disagreements"]) {
    await page.goto(`/projects/${projectId}/${place}`);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  }
  for (const place of ["agreement", "agreement/intervals", "agreement/disagreements"]) {
    const answer = await page.request.get(`/api/v1/projects/${projectId}/${place}`);
    expect(answer.status()).toBe(403);
  }
});
