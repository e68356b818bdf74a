import { Chance } from "@/lib/testing/chaos/chance";
import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, test } from "../fixtures/test";
import { twoPeople } from "../fixtures/two-people";

/** So many words that each can be marked on its own. */
const WORDS = Array.from({ length: 220 }, (_, i) => `word${i}`);
const LONG = Array.from({ length: 11 }, (_, row) => WORDS.slice(row * 20, row * 20 + 20).join(" ")).join(
  "\n",
);

test("two hundred edits made offline and those that another made meanwhile all survive", async ({
  app,
  other,
  context,
}) => {
  // Two hundred strokes take their time where the machine is busy.
  test.slow();
  const { ana, ben } = await twoPeople(app, [context, other], "shared", LONG);
  await context.setOffline(true);
  await ana.press("Control+Home", "2");
  for (let edit = 1; edit < 200; edit++) await ana.press("ArrowRight", "2");
  await expect(ana.save).toHaveText("Offline (200 waiting)");
  await ben.press("Control+End");
  for (let edit = 0; edit < 10; edit++) await ben.press("3", "ArrowLeft");
  await ben.saved();
  expect(await ben.marks()).toHaveLength(10);
  await context.setOffline(false);
  await ana.saved();
  const stored = await ana.marks();
  expect(stored.filter((mark) => mark.startsWith("actor"))).toHaveLength(200);
  expect(stored.filter((mark) => mark.startsWith("stance"))).toHaveLength(10);
  for (const page of [ana, ben])
    await expect.poll(() => page.listed(), { intervals: [250] }).toEqual(stored.map(spoken));
});

test("what the server committed although its answer was lost is there once, and the stream says so in its place", async ({
  app,
  other,
  context,
}) => {
  const { ana, ben } = await twoPeople(app, [context, other], "shared");
  await ana.page.route("**/operations", async (route) => {
    await route.fetch();
    await route.abort("connectionreset");
  });
  await ana.drag("Washington");
  await ana.press("2");
  await expect(ben.row(/Washington/)).toBeVisible();
  await ana.saved();
  await ana.page.unroute("**/operations");
  const { seq, annotations } = await ana.stored();
  expect([seq, annotations.map(({ quote }) => quote)]).toEqual([1, ["Washington"]]);
  for (const page of [ana, ben]) await expect(page.page.getByTestId("annotation-count")).toHaveText("1");
  await other.close();
});

for (const seed of [7, 1917]) {
  test(`a page that is reloaded at any moment on a bad line loses nothing that was kept (seed ${seed})`, async ({
    app,
    context,
    page,
  }) => {
    const chance = new Chance(seed);
    const annotate = new AnnotatePage(page, await openScene(app, context, LONG));
    await annotate.open();
    let line: "good" | "down" | "deaf" = "good";
    await page.route("**/operations", async (route) => {
      if (line === "down") await route.abort("connectionfailed");
      else if (line === "deaf") {
        await route.fetch().catch(() => undefined);
        await route.abort("connectionreset").catch(() => undefined);
      } else await route.continue();
    });
    const wanted: string[] = [];
    for (let step = 0; step < 14; step++) {
      line = chance.one(["good", "down", "deaf"] as const) ?? "good";
      const word = WORDS[step * 7] ?? "";
      await annotate.drag(word);
      await annotate.press("2");
      wanted.push(`actor: ${word}`);
      await expect(annotate.row(new RegExp(`Actor: ${word},`))).toBeVisible();
      // Kept on the device or on the server: from here on it may not be lost.
      await expect(annotate.save).toHaveAttribute(
        "title",
        /saved on this device|The server has all your work/,
      );
      if (chance.happens(0.4)) {
        await page.reload();
        await expect(annotate.row(new RegExp(`Actor: ${word},`))).toBeVisible();
      }
    }
    line = "good";
    await page.reload();
    await expect.poll(() => annotate.marks()).toEqual(wanted);
    await expect.poll(() => annotate.listed()).toEqual(wanted.map(spoken));
  });
}

/** `actor: word` as the list says it. */
function spoken(mark: string): string {
  return mark.charAt(0).toUpperCase() + mark.slice(1);
}
