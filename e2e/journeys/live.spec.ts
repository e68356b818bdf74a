import { expect, test } from "../fixtures/test";
import { twoPeople } from "../fixtures/two-people";

test("what one marks in a shared article the other sees at once, and both can go on from there", async ({
  app,
  other,
  context,
}) => {
  const { ana, ben } = await twoPeople(app, [context, other], "shared");
  await ana.drag("Maria Zakharova");
  await ana.press("2");
  await expect(ben.row(/Maria Zakharova/)).toBeVisible();
  await ben.drag("Washington");
  await ben.press("2");
  await expect(ana.row(/Washington/)).toBeVisible();
  await ana.click("Washington");
  await ana.press("Delete");
  await expect(ana.row(/Washington/)).toBeHidden();
  await expect(ben.row(/Washington/)).toBeHidden();
  await ana.saved();
  expect(await ben.marks()).toEqual(["actor: Maria Zakharova"]);
});

test("what one did offline and what the other did meanwhile meet when the connection is back", async ({
  app,
  other,
  context,
}) => {
  const { ana, ben } = await twoPeople(app, [context, other], "shared");
  await context.setOffline(true);
  await ana.drag("Maria Zakharova");
  await ana.press("2");
  await ana.drag("Moscow");
  await ana.press("2");
  await expect(ana.save).toHaveAttribute("data-save", "offline");
  await ben.drag("Washington");
  await ben.press("2");
  await ben.saved();
  await context.setOffline(false);
  await ana.saved();
  for (const page of [ana, ben])
    for (const words of [/Maria Zakharova/, /Moscow/, /Washington/])
      await expect(page.row(words)).toBeVisible();
});

test("whoever works blind sees nothing of it", async ({ app, other, context }) => {
  const { ana, ben } = await twoPeople(app, [context, other], "independent");
  await ana.drag("Maria Zakharova");
  await ana.press("2");
  await ana.saved();
  await ben.drag("Washington");
  await ben.press("2");
  await ben.saved();
  expect(await ben.marks()).toEqual(["actor: Washington"]);
  await expect(ben.row(/Maria Zakharova/)).toBeHidden();
});
