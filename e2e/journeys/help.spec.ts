import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

test("the help is found from every page, searched by words, and lists every key", async ({
  app,
  context,
  page,
}) => {
  test.slow();
  await app.signIn(context, await app.world.person());
  await page.goto("/projects");
  await page.getByRole("link", { name: "Help" }).click();
  await expect(page.getByRole("heading", { name: "Help", level: 1 })).toBeVisible();
  await expectPresentable(page);

  const topics = page.getByRole("navigation", { name: "Help topics" });
  await topics.getByRole("searchbox").fill("emoji");
  await expect(topics.getByRole("link")).toHaveText(["Getting data out"]);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#export$/);
  await expect(page.getByRole("heading", { name: "Getting data out" })).toBeInViewport();
  await topics.getByRole("searchbox").fill("nonsense");
  await expect(topics.getByText("Nothing found. Try another word.")).toBeVisible();

  const annotate = page.getByRole("table", { name: "Annotate" });
  await expect(annotate.getByRole("row").filter({ hasText: "Undo" })).toContainText("Ctrl Z");
});
