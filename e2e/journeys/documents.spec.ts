import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

test("a long list is paged, searched and filtered by its address alone", async ({ app, context, page }) => {
  test.slow();
  const { world } = app;
  const projectId = await world.project();
  await app.signIn(context, await world.member(projectId, "manager"));
  const texts = Array.from({ length: 60 }, (_, index) => `Article ${index + 1}\nA zebra crossed the road.`);
  const imported = await page.request.post(`/api/v1/projects/${projectId}/imports`, {
    data: [...texts, "Oslo talks\nNothing came of it."].map((text) => JSON.stringify({ text })).join("\n"),
    headers: { "content-type": "application/x-ndjson", origin: app.url },
  });
  expect(imported.status()).toBe(200);
  await page.goto(`/projects/${projectId}/documents`);

  const rows = page.getByRole("table", { name: "Documents" }).getByRole("row");
  await expect(rows).toHaveCount(51);
  await expect(page.getByText("61 in all")).toBeVisible();
  await expectPresentable(page);

  await page.getByRole("link", { name: "Next" }).click();
  await expect(rows).toHaveCount(12);
  const second = page.url();
  await page.getByRole("link", { name: "Previous" }).click();
  await expect(rows).toHaveCount(51);
  await page.goto(second);
  await expect(page.getByRole("link", { name: "Article 60" })).toBeVisible();

  await page.getByRole("searchbox", { name: "Search documents" }).fill("oslo");
  await page.keyboard.press("Enter");
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/\?q=oslo$/);
  await page.getByRole("link", { name: "Accepted" }).click();
  await expect(page.getByRole("heading", { name: "No document fits" })).toBeVisible();
  await page.getByRole("link", { name: "Show all" }).click();
  await expect(rows).toHaveCount(51);
});

test("rows are walked through by key and lead to the text", async ({ app, context, page }) => {
  const { world } = app;
  const projectId = await world.project();
  await world.document(projectId, "First of two.");
  const last = await world.document(projectId, "Second of two.");
  await app.signIn(context, await world.member(projectId, "annotator"));
  await page.goto(`/projects/${projectId}/documents`);
  await page.getByRole("link", { name: "First of two." }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: "Second of two." })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/documents/${last}/annotate$`));
});

test("an article is pasted, counted and kept as it was given", async ({ app, context, page }) => {
  test.slow();
  const { world } = app;
  const projectId = await world.project();
  await app.signIn(context, await world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/documents`);
  await page.getByRole("link", { name: "Paste an article" }).click();

  await page.getByRole("button", { name: "Add document" }).click();
  await expect(page.getByText("The text is empty.")).toBeVisible();
  await page
    .getByRole("textbox", { name: "Text", exact: true })
    .fill("Mayor Ruiz 🚲 backs a car ban; the Green Party objects.");
  await expect(page.getByText("54 characters · 11 words")).toBeVisible();
  await page.getByRole("textbox", { name: "Date" }).fill("yesterday");
  await page.getByRole("textbox", { name: "Title" }).fill("Council row");
  await page.getByRole("textbox", { name: "External id" }).fill("afp-77");
  await page.getByRole("button", { name: "Add document" }).click();
  await expect(page.getByText("A date such as 2019-03-30")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Date" })).toBeFocused();
  await expectPresentable(page);
  await page.getByRole("textbox", { name: "Date" }).fill("2019-03");
  await page.getByRole("button", { name: "Add document" }).click();

  const row = page.getByRole("row").filter({ hasText: "Council row" });
  await expect(row).toContainText("Mar 2019");
  await expect(row).toContainText("54");
  const stored = await app.db.prisma.document.findFirst({
    where: { projectId },
    select: { text: true, externalId: true },
  });
  expect(stored).toEqual({
    text: "Mayor Ruiz 🚲 backs a car ban; the Green Party objects.",
    externalId: "afp-77",
  });

  await page.getByRole("link", { name: "Add document" }).click();
  await page.getByRole("textbox", { name: "Text", exact: true }).fill("Another.");
  await page.getByRole("textbox", { name: "External id" }).fill("afp-77");
  await page.getByRole("button", { name: "Add document" }).click();
  await expect(page.getByText("Another document has this external id. Use another id.")).toBeVisible();
});

test("a document goes to the trash and comes back, at once or later", async ({ app, context, page }) => {
  test.slow();
  const { world } = app;
  const projectId = await world.project();
  await world.document(projectId, "Kept.");
  await world.document(projectId, "Thrown away.");
  await app.signIn(context, await world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/documents`);
  const rows = page.getByRole("table", { name: "Documents" }).getByRole("row");

  const throwAway = async () => {
    await page.getByRole("button", { name: "Actions for Thrown away." }).click();
    await page.getByRole("menuitem", { name: "Move to trash" }).click();
    await expect(rows).toHaveCount(2);
  };
  await throwAway();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(rows).toHaveCount(3);

  await throwAway();
  await page.getByRole("link", { name: "Trash" }).click();
  await expectPresentable(page);
  await page.getByRole("button", { name: "Restore Thrown away." }).click();
  await expect(page.getByRole("heading", { name: "The trash is empty" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Documents" }).click();
  await expect(rows).toHaveCount(3);
});

test("who annotates sees documents, and no way to add or remove them", async ({ app, context, page }) => {
  const { world } = app;
  const projectId = await world.project();
  await world.document(projectId, "One.");
  await app.signIn(context, await world.member(projectId, "annotator"));
  await page.goto(`/projects/${projectId}/documents`);
  await expect(page.getByRole("link", { name: "One." })).toBeVisible();
  await expect(page.getByRole("link", { name: "Export" })).toBeVisible();
  for (const name of ["Add document", "Import", "Trash"])
    await expect(page.getByRole("link", { name })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Actions for One." })).toHaveCount(0);
  for (const place of ["new", "import", "trash"]) {
    await page.goto(`/projects/${projectId}/documents/${place}`);
    await expect(page).toHaveURL(new RegExp(`/projects/${projectId}/documents$`));
  }
});

test("a title is shown as text, whatever stands in it", async ({ app, context, page }) => {
  const { world } = app;
  const projectId = await world.project();
  await world.document(projectId, `<img src=x onerror="document.title='taken'"> inv\u202Eoice`);
  await app.signIn(context, await world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/documents`);
  await expect(page.getByRole("row").filter({ hasText: "<img src=x" })).toContainText("U+202E");
  await expect(page).toHaveTitle(/^Documents/);
});
