import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, expectAccessible, test } from "../fixtures/test";
import { twoPeople } from "../fixtures/two-people";

/** What somebody is told of what others changed of theirs. */
const told = ({ page }: AnnotatePage) => page.getByRole("region", { name: "Changed by others" });

/** Ana has marked a name, and Ben made something else of it. */
async function relabelled(...given: Parameters<typeof twoPeople>) {
  const { ana, ben } = await twoPeople(...given);
  await ana.drag("Washington");
  await ana.press("2");
  await ben.row(/Washington/).click();
  await ben.click("Washington");
  await ben.press("1");
  await expect(told(ana)).toContainText("Ben Ito changed “Washington” from Actor to Claim");
  return { ana, ben };
}

test("what somebody changes of one's own is told in words, and can be left as they made it", async ({
  app,
  other,
  context,
}) => {
  const { ana, ben } = await relabelled(app, [context, other], "shared");
  await expectAccessible(ana.page);
  await expect(told(ben)).toBeHidden();
  await told(ana).getByRole("button", { name: "Keep theirs" }).click();
  await expect(told(ana)).toBeHidden();
  await expect(ana.text).toBeFocused();
  expect(await ana.marks()).toEqual(["claim: Washington"]);
});

test("one's own can be put back, and then the other is told", async ({ app, other, context }) => {
  const { ana, ben } = await relabelled(app, [context, other], "shared");
  await told(ana).getByRole("button", { name: "Use yours" }).click();
  await expect(told(ana)).toBeHidden();
  await expect(told(ben)).toContainText("Ana Costa changed “Washington” from Claim to Actor");
  await ana.saved();
  expect(await ana.marks()).toEqual(["actor: Washington"]);
  // It was an act like any other.
  await ana.press("Control+z");
  await expect(ana.row(/^Claim: Washington/)).toBeVisible();
  await expect(told(ben)).toBeHidden();
});

test("what somebody deletes of one's own can be restored", async ({ app, other, context }) => {
  const { ana, ben } = await twoPeople(app, [context, other], "shared");
  await ana.drag("Washington");
  await ana.press("2");
  await expect(ben.row(/Washington/)).toBeVisible();
  await ben.click("Washington");
  await ben.press("Delete");
  await expect(told(ana)).toContainText("Ben Ito deleted “Washington”");
  await told(ana).getByRole("button", { name: "Restore it" }).click();
  for (const page of [ana, ben]) await expect(page.row(/Washington/)).toBeVisible();
  await ana.saved();
  expect(await ana.marks()).toEqual(["actor: Washington"]);
});

test("an edit of what is gone is refused with its reason, and done after all once that is restored", async ({
  app,
  other,
  context,
}) => {
  const { ana, ben } = await twoPeople(app, [context, other], "shared");
  await ana.drag("Washington");
  await ana.press("2");
  await expect(ben.row(/Washington/)).toBeVisible();
  await other.setOffline(true);
  await ben.click("Washington");
  await ben.press("1");
  await expect(ben.save).toHaveText("Offline (1 waiting)");
  await ana.click("Washington");
  await ana.press("Delete");
  await ana.saved();
  await other.setOffline(false);

  await ben.page.getByRole("button", { name: "1 refused" }).click();
  const drawer = ben.page.getByRole("dialog", { name: "Refused (1)" });
  await expect(drawer).toContainText("Make “Washington” a Claim");
  await expect(drawer).toContainText("The annotation has been deleted.");
  await expectAccessible(ben.page);
  await drawer.getByRole("button", { name: "Restore it and try again" }).click();
  await expect(ben.page.getByText("Nothing is waiting here.")).toBeVisible();
  await ben.page.getByRole("button", { name: "Close" }).click();
  await ben.saved();
  expect(await ben.marks()).toEqual(["claim: Washington"]);
  await expect(ana.row(/^Claim: Washington/)).toBeVisible();
});

test("an annotation can be made what it was at any time of its history", async ({ app, context, page }) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await annotate.open();
  await annotate.drag("Washington");
  await annotate.press("2");
  await annotate.press("1");
  await expect(annotate.row(/^Claim: Washington/)).toBeVisible();
  await annotate.saved();
  await annotate.inspector.getByText("History").click();
  await annotate.inspector.getByRole("button", { name: /^Bring back: Made as Actor/ }).click();
  await expect(annotate.row(/^Actor: Washington/)).toBeVisible();
  await expect(annotate.inspector.getByRole("button", { name: "Bring back: Label: Claim" })).toBeVisible();
  await expectAccessible(page);
  await annotate.saved();
  expect(await annotate.marks()).toEqual(["actor: Washington"]);
});

test("what was deleted is listed and can be brought back", async ({ app, context, page }) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await annotate.open();
  await annotate.drag("Washington");
  await annotate.press("2");
  await annotate.press("Delete");
  await annotate.press("Shift+Delete");
  const drawer = page.getByRole("dialog", { name: "Deleted (1)" });
  await expect(drawer).toContainText("Washington");
  await expectAccessible(page);
  await drawer.getByRole("button", { name: "Restore Washington" }).click();
  await expect(page.getByText("Nothing has been deleted here.")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect(annotate.row(/Washington/)).toBeVisible();
  await annotate.saved();
  expect(await annotate.marks()).toEqual(["actor: Washington"]);
});
