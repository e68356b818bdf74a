import { ARTICLE } from "../fixtures/annotate-page";
import { expect, expectAccessible, test } from "../fixtures/test";
import { twoPeople } from "../fixtures/two-people";

/** Long enough to be scrolled, with the same words at its end. */
const LONG = [
  ...Array.from({ length: 40 }, (_, i) => `Paragraph ${i + 1}. ${ARTICLE}`),
  "The very end.",
].join("\n");

test("who is in a shared article stands in its head; where they are is shown in the text and beside it", async ({
  app,
  other,
  context,
}) => {
  const { ana, ben } = await twoPeople(app, [context, other], "shared", LONG);
  const here = ana.page.getByRole("list", { name: "Also here" });
  await expect(here.getByRole("button")).toHaveAccessibleName("Go to where Ben Ito is");
  await expect(ben.page.getByRole("button", { name: "Go to where Ana Costa is" })).toBeVisible();
  const before = await ana.text.boundingBox();

  await ben.drag("The very end");
  const marks = ana.page.locator("[data-company] [data-person='Ben Ito']");
  await expect(marks.locator("[data-selected]")).not.toHaveCount(0);
  expect(await ana.text.boundingBox()).toEqual(before);
  await expectAccessible(ana.page);

  await expect(marks.locator("[data-selected]").first()).not.toBeInViewport();
  await ana.page.getByRole("button", { name: "Go to where Ben Ito is" }).click();
  await expect(marks.locator("[data-selected]").first()).toBeInViewport();

  await other.close();
  await expect(here).toBeHidden();
  expect(await ana.page.evaluate(() => document.querySelectorAll("[data-person]").length)).toBe(0);
});

test("whoever does not want to be seen is shown to nobody", async ({ app, other, context }) => {
  const { ana, ben } = await twoPeople(app, [context, other], "shared");
  const here = ana.page.getByRole("list", { name: "Also here" });
  await expect(here).toBeVisible();

  const settings = await other.newPage();
  await settings.goto("/settings");
  await settings
    .getByRole("checkbox", { name: "Show colleagues where I am in a shared article" })
    .uncheck({ force: true });
  await expect(settings.getByText("Nobody sees where you are")).toBeVisible();
  await expectAccessible(settings);
  await settings.close();
  await ben.drag("Washington");
  await ben.press("2");
  await expect(ana.row(/Washington/)).toBeVisible();
  await expect(here).toBeHidden();
  await expect(ben.page.getByRole("button", { name: "Go to where Ana Costa is" })).toBeVisible();
  await ben.open();
  await ben.drag("Moscow");
  await ben.press("2");
  await expect(ana.row(/Moscow/)).toBeVisible();
  await expect(here).toBeHidden();
});

test("whoever works blind says nothing of where they are and sees nobody", async ({
  app,
  other,
  context,
}) => {
  const said: string[] = [];
  for (const one of [context, other])
    one.on("request", (request) => {
      if (request.url().endsWith("/presence")) said.push(request.url());
    });
  const { ana, ben } = await twoPeople(app, [context, other], "independent");
  await ana.drag("Moscow");
  await ana.press("2");
  await ana.saved();
  await ben.drag("Washington");
  await ben.press("2");
  await ben.saved();
  await expect(ana.page.getByRole("list", { name: "Also here" })).toBeHidden();
  expect(said).toEqual([]);
});

test("what others made stands with their name in the list and in the inspector", async ({
  app,
  other,
  context,
}) => {
  const { ana, ben } = await twoPeople(app, [context, other], "shared");
  await ben.drag("Washington");
  await ben.press("2");
  await ana.drag("Moscow");
  await ana.press("2");
  await expect(ana.row(/^Actor: Washington, .*by Ben Ito$/)).toBeVisible();
  await expect(ana.row(/^Actor: Moscow/)).not.toHaveAccessibleName(/by /);
  await ana.row(/Washington/).click();
  await expect(ana.inspector).toContainText("Made by Ben Ito");
  await expectAccessible(ana.page);
  await ana.row(/Moscow/).click();
  await expect(ana.inspector).toContainText("Made by you");
});
