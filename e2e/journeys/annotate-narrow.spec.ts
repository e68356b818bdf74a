import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, expectAccessible, test } from "../fixtures/test";

test.use({ viewport: { width: 390, height: 844 } });

test("at 390 px a span is marked, its attributes set and linked in a sheet from below", async ({
  app,
  context,
  page,
}) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await annotate.open();
  await expectAccessible(page);
  await annotate.drag("Zakharova");
  await page.getByRole("toolbar", { name: "Labels" }).getByRole("button", { name: "Actor" }).click();
  await annotate.inspector.getByRole("button", { name: "Close" }).click();
  await annotate.drag("stop threatening");
  await page.getByRole("toolbar", { name: "Labels" }).getByRole("button", { name: "Stance" }).click();
  await annotate.inspector.getByRole("radio", { name: "against" }).check({ force: true });
  await expectAccessible(page);
  await annotate.inspector.getByRole("button", { name: "held by?" }).click();
  await annotate.inspector
    .getByRole("list", { name: "What it can lead to" })
    .getByRole("button", { name: /Zakharova/ })
    .click();
  await expect(annotate.inspector.getByRole("list", { name: "Relations" })).toContainText("Zakharova");
  await annotate.saved();
  expect(await annotate.marks()).toEqual(["stance: stop threatening", "actor: Zakharova"]);
  await annotate.inspector.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "2 annotations" }).click();
  await expect(annotate.row(/^Actor: Zakharova/)).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});

test("at 390 px the next document, the guideline and all commands are a menu away", async ({
  app,
  context,
  page,
}) => {
  const scene = await openScene(app, context);
  const next = await app.world.document(scene.projectId, "Another article.");
  const annotate = new AnnotatePage(page, scene);
  await annotate.open();
  const choose = async (name: string) => {
    await page.getByRole("button", { name: "More to do" }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  await choose("Guideline");
  const drawer = page.getByRole("dialog", { name: "Guideline" });
  await expect(drawer).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(drawer).toBeHidden();
  await choose("All commands");
  await expect(page.getByRole("dialog", { name: "All commands" })).toBeVisible();
  await page.keyboard.press("Escape");
  await choose("Next document");
  await expect(page).toHaveURL(new RegExp(next));
});
