import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

test("a newcomer makes a project, renames it, throws it away and takes it back", async ({
  app,
  context,
  page,
}) => {
  test.slow();
  await app.signIn(context, await app.world.person());
  await page.goto("/");
  await expect(page).toHaveURL(/\/projects$/);
  await expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible();
  await expectPresentable(page);

  await page.getByRole("main").getByRole("link", { name: "New project" }).last().click();
  await expect(page.getByRole("heading", { name: "New project" })).toBeVisible();
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByText("Must not be empty.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await expectPresentable(page);
  await page.getByRole("textbox", { name: "Name" }).fill("Sanctions 2019");
  await page.getByRole("radio", { name: /^Shared/ }).check({ force: true });
  await page.getByRole("button", { name: "Create project" }).click();

  await expect(page.getByRole("heading", { name: "No documents yet" })).toBeVisible();
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("radio", { name: /^Shared/ })).toBeChecked();
  await expectPresentable(page);
  await page.getByRole("textbox", { name: "Name", exact: true }).fill("Sanctions 2020");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("link", { name: "Sanctions 2020" })).toBeVisible();

  await page.getByRole("button", { name: "Move to trash…" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Move to trash" }).click();
  await expect(page.getByRole("heading", { name: "No projects yet" })).toBeVisible();

  await page.getByRole("link", { name: "Trash", exact: true }).click();
  await expect(page.getByRole("button", { name: "Restore Sanctions 2020" })).toBeVisible();
  await expectPresentable(page);
  await page.getByRole("button", { name: "Restore Sanctions 2020" }).click();
  await expect(page.getByRole("heading", { name: "The trash is empty" })).toBeVisible();
  await page.getByRole("link", { name: "All projects", exact: true }).click();
  await page.getByRole("link", { name: "Sanctions 2020" }).click();
  await expect(page.getByRole("heading", { name: "Documents", level: 1 })).toBeVisible();
});

test("the cards show how far each project is and who one is in it", async ({ app, context, page }) => {
  const { world } = app;
  const projectId = await world.project();
  await world.document(projectId, "One.");
  await world.document(projectId, "Two.");
  await app.signIn(context, await world.member(projectId, "reviewer"));
  await page.goto("/projects");
  const card = page.getByRole("article").filter({ hasText: "A project" });
  await expect(card).toContainText("Reviewer · independent");
  await expect(card.getByRole("progressbar", { name: "2 documents" })).toHaveAttribute(
    "aria-valuetext",
    "0 submitted",
  );
});

test("the way of working is fixed once somebody has begun", async ({ app, context, page }) => {
  const { world } = app;
  const projectId = await world.project();
  const documentId = await world.document(projectId, "One.");
  const manager = await world.member(projectId, "manager");
  await app.signIn(context, manager);
  await page.goto(`/projects/${projectId}/settings`);
  await expect(page.getByRole("radio", { name: /^Independent/ })).toBeEnabled();
  const opened = await page.request.post(`/api/v1/projects/${projectId}/documents/${documentId}/sets`, {
    data: { kind: "annotator" },
    headers: { origin: app.url },
  });
  expect(opened.status()).toBe(201);
  await page.reload();
  await expect(page.getByRole("radio", { name: /^Independent/ })).toBeDisabled();
});

test("who may not manage a project sees no way to do so", async ({ app, context, page }) => {
  const { world } = app;
  const projectId = await world.project();
  await app.signIn(context, await world.member(projectId, "annotator"));
  await page.goto(`/projects/${projectId}/settings`);
  await expect(page).toHaveURL(new RegExp(`/projects/${projectId}/documents$`));
  await expect(page.getByRole("navigation", { name: "Project" }).getByRole("link")).toHaveText([
    "Documents",
    "Corrections",
    "Schema",
    "Guideline",
  ]);
});

test("another's project is not there", async ({ app, context, page }) => {
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.person());
  for (const address of [
    `/projects/${projectId}`,
    `/projects/${projectId}/schema`,
    "/projects/not-an-id/documents",
  ]) {
    const answer = await page.goto(address);
    expect(answer?.status(), address).toBe(404);
    await expect(page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  }
});
