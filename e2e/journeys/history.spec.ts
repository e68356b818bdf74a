import type { BrowserContext, Page } from "@playwright/test";
import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, expectAccessible, test, type App } from "../fixtures/test";

/** Two annotations, of which one became another label and went. */
async function withHistory(app: App, context: BrowserContext, page: Page): Promise<AnnotatePage> {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await annotate.open();
  await annotate.drag("Washington");
  await annotate.press("2");
  await annotate.drag("Maria Zakharova");
  await annotate.press("2");
  await annotate.press("1");
  await annotate.press("Delete");
  await annotate.saved();
  return annotate;
}
const chips = (annotate: AnnotatePage) => annotate.text.locator("[data-chip]");

test("the article is shown as it was at any time, by keyboard, and nothing is changed by it", async ({
  app,
  context,
  page,
}) => {
  const annotate = await withHistory(app, context, page);
  const before = await annotate.stored();
  await annotate.text.press("h");
  const slider = page.getByRole("slider", { name: "Point in time" });
  await expect(slider).toBeFocused();
  await expect(slider).toHaveAttribute("aria-valuetext", /^4 of 4: Irene Mota: Deleted/);
  await expect(chips(annotate)).toHaveText(["Actor"]);
  await annotate.press("ArrowLeft");
  await expect(chips(annotate)).toHaveText(["Actor", "Claim"]);
  await annotate.press("ArrowLeft");
  await expect(chips(annotate)).toHaveText(["Actor", "Actor"]);
  await expect(page.getByTestId("point-in-time")).toContainText("As it was after change 2 of 4");
  await expectAccessible(page);
  await annotate.press("Home");
  await expect(chips(annotate)).toHaveCount(0);

  // Neither a key nor a selection does anything here.
  await annotate.press("End");
  await annotate.drag("Moscow");
  await annotate.press("2", "Delete", "Control+z");
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await annotate.press("Escape");
  await expect(page.getByRole("complementary", { name: "Inspector" })).toBeVisible();
  await expect(annotate.text).toBeFocused();
  await expect(annotate.row(/Washington/)).toBeVisible();
  await annotate.saved();
  expect(await annotate.stored()).toEqual(before);
});

test("every change is listed, and a press goes there", async ({ app, context, page }) => {
  const annotate = await withHistory(app, context, page);
  await annotate.press("Control+k");
  await expect(page.getByRole("dialog", { name: "All commands" })).toBeVisible();
  await page.keyboard.type("as it was");
  await annotate.press("ArrowDown", "Enter");
  const changes = page.getByRole("list", { name: "Changes, the newest first" });
  await expect(changes.getByRole("listitem")).toHaveCount(4);
  await changes.getByRole("button", { name: /^Made as Actor “Washington”/ }).click();
  await expect(page.getByTestId("point-in-time")).toContainText("As it was after change 1 of 4");
  await expect(chips(annotate)).toHaveText(["Actor"]);
  await page.getByRole("button", { name: "One change later" }).click();
  await expect(chips(annotate)).toHaveText(["Actor", "Actor"]);
  await page.getByRole("button", { name: "Back to now" }).click();
  await expect(annotate.text).toBeFocused();
  await page.getByRole("button", { name: "The article as it was" }).click();
  await expect(page.getByRole("slider", { name: "Point in time" })).toBeFocused();
});

test("on a narrow screen the history opens from the menu, below the text", async ({ app, context, page }) => {
  const annotate = await withHistory(app, context, page);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("button", { name: "More to do" }).click();
  await page.getByRole("menuitem", { name: "The article as it was" }).click();
  const panel = page.getByRole("complementary", { name: "History" });
  await expect(panel.getByRole("slider")).toBeFocused();
  await expectAccessible(page);
  await panel.getByRole("button", { name: "One change earlier" }).click();
  await expect(chips(annotate)).toHaveText(["Actor", "Claim"]);
});

test("without the server the history says that it is away, and the work goes on", async ({
  app,
  context,
  page,
}) => {
  const annotate = await withHistory(app, context, page);
  await context.setOffline(true);
  await annotate.text.press("h");
  await expect(page.getByRole("alert").filter({ hasText: "cannot be reached" })).toBeVisible();
  await annotate.press("Escape");
  await annotate.drag("Moscow");
  await annotate.press("2");
  await expect(annotate.row(/Moscow/)).toBeVisible();
});
