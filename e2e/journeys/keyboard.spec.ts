import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

test("keys are changed, refused where they are taken, shown everywhere, and go back to how they came", async ({
  app,
  context,
  page,
}) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await page.goto("/settings");
  await page.getByRole("link", { name: "Keyboard" }).click();
  await expect(page.getByRole("heading", { name: "Keyboard", level: 1 })).toBeVisible();

  // By keyboard alone: a new key for linking, first one that the browser keeps, then one that is taken.
  const link = page.getByRole("row").filter({ hasText: "Link to another annotation" });
  await link.getByRole("button", { name: "Add a key" }).press("Enter");
  await page.keyboard.press("Control+w");
  await expect(link.getByRole("alert")).toContainText("The browser keeps these keys");
  await page.keyboard.press("n");
  await expect(link.getByRole("alert")).toContainText("These keys are for “Next annotation”");
  await expectPresentable(page);
  await link.getByRole("textbox").press("F2");
  await expect(link.getByRole("button", { name: /^Take F2 away/ })).toBeVisible();
  await link.getByRole("button", { name: /^Take R away/ }).click();
  await expect(link.getByRole("button", { name: /^Take R away/ })).toBeHidden();

  // A key is taken from another command, which is left without one.
  const note = page.getByRole("row").filter({ hasText: "Write a note" });
  await note.getByRole("button", { name: "Add a key" }).click();
  await page.keyboard.press("g");
  await note.getByRole("button", { name: "Take it from there" }).click();
  const guideline = page.getByRole("row").filter({ hasText: /^Guideline/ });
  await expect(guideline).toContainText("none");

  await annotate.open();
  await annotate.drag("Washington");
  await annotate.press("2", "r");
  await expect(annotate.inspector.getByRole("region", { name: "New link" })).toBeHidden();
  await expect(annotate.inspector.getByRole("button", { name: "add F2" })).toBeVisible();
  await annotate.press("F2");
  await expect(annotate.inspector.getByRole("region", { name: "New link" })).toBeVisible();
  await annotate.press("Escape", "?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("Link to another annotationF2");
  await annotate.press("Escape");
  await page.goto("/help");
  await expect(
    page.getByRole("table", { name: "Relations" }).getByRole("row").filter({ hasText: "Link" }),
  ).toContainText("F2");

  // One command back, then all of them.
  await page.goto("/settings/keyboard");
  await guideline.getByRole("button", { name: "Add a key" }).click();
  await page.keyboard.press("Alt+g");
  await note.getByRole("button", { name: "Reset" }).click();
  await expect(note.getByRole("button", { name: /^Take G away/ })).toBeHidden();
  await page.getByRole("button", { name: "Reset all keys" }).click();
  await expect(guideline.getByRole("button", { name: /^Take G away/ })).toBeVisible();
  await expect(link.getByRole("button", { name: /^Take R away/ })).toBeVisible();
});

test("letters and digits by themselves can be switched off", async ({ app, context, page }) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await page.goto("/settings/keyboard");
  const stored = page.waitForResponse("**/api/v1/me/keyboard");
  await page.getByText("Letters, digits and signs by themselves act").click();
  expect((await stored).status()).toBe(200);
  await annotate.open();
  await annotate.drag("Washington");
  await annotate.press("2", "a");
  await expect(annotate.inspector.getByRole("region", { name: "Selected text" })).toBeVisible();
  await annotate.press("Enter");
  await page.getByRole("menuitem", { name: "Actor" }).waitFor();
  await page.keyboard.type("act");
  await annotate.press("ArrowDown", "Enter");
  await annotate.saved();
  expect(await annotate.marks()).toEqual(["actor: Washington"]);
  await expect(page.getByRole("toolbar", { name: "Labels" })).toHaveText("ClaimActorStance");
});
