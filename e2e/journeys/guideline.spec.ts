import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

const HOSTILE = `# Task

Read <b>all</b> of it. <script>document.title = "taken"</script>
![a picture](https://example.org/spy.png) and [a link](javascript:alert(1)).

## Actors

- A1 Mark persons.
`;

test("a manager writes the guideline and everybody reads it by its headings", async ({
  app,
  context,
  page,
  browser,
}) => {
  test.slow();
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/guideline`);
  await expect(page.getByRole("heading", { name: "No guideline yet" })).toBeVisible();
  await page.getByRole("link", { name: "Write the guideline" }).click();
  await page.getByRole("textbox", { name: "Markdown" }).fill(HOSTILE);
  await expect(
    page.getByRole("region", { name: "Preview" }).getByRole("heading", { name: "Actors" }),
  ).toBeVisible();
  await expectPresentable(page);
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Guideline saved as version 2")).toBeVisible();

  const reader = await browser.newContext({ baseURL: app.url });
  await app.signIn(reader, await app.world.member(projectId, "viewer"));
  const reading = await reader.newPage();
  await reading.goto(`/projects/${projectId}/guideline`);
  await reading.getByRole("navigation", { name: "Headings" }).getByRole("link", { name: "Actors" }).click();
  await expect(reading).toHaveURL(/#actors$/);
  await expect(reading.getByRole("heading", { name: "Actors" })).toBeInViewport();
  await expect(reading.getByText('<script>document.title = "taken"</script>')).toBeVisible();
  await expect(reading.getByRole("main").locator("img, script, a[href^='javascript']")).toHaveCount(0);
  await expect(reading.getByRole("link", { name: "Edit" })).toHaveCount(0);
  await expectPresentable(reading);
  await reader.close();
});

test("another version saved meanwhile is not overwritten unseen", async ({ app, context, page }) => {
  const projectId = await app.world.project();
  await app.signIn(context, await app.world.member(projectId, "manager"));
  await page.goto(`/projects/${projectId}/guideline/edit`);
  const address = `/api/v1/projects/${projectId}/guideline`;
  const theirs = await page.request.put(address, {
    data: { markdown: "# Theirs" },
    headers: { "if-match": '"1"', origin: app.url },
  });
  expect(theirs.status()).toBe(200);
  await page.getByRole("textbox", { name: "Markdown" }).fill("# Mine");
  await page.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByText("Somebody saved another version of the guideline meanwhile")).toBeVisible();
  await page.getByRole("button", { name: "Discard mine, show theirs" }).click();
  await expect(page.getByRole("textbox", { name: "Markdown" })).toHaveValue("# Theirs");
});
