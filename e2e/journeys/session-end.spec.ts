import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, expectAccessible, test } from "../fixtures/test";

test("whoever is taken off a project is told so on the page, and nothing more is done there", async ({
  app,
  context,
  page,
}) => {
  const scene = await openScene(app, context);
  const annotate = new AnnotatePage(page, scene);
  await annotate.open();
  await annotate.drag("Washington");
  await annotate.press("2");
  await annotate.saved();
  const { projectId, userId } = scene;
  await app.db.prisma.membership.update({
    where: { projectId_userId: { projectId, userId } },
    data: { removedAt: new Date() },
  });
  const notice = page
    .getByRole("status")
    .filter({ hasText: "This document is not available to you any more" });
  await expect(notice).toBeVisible();
  await expectAccessible(page);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });
  await annotate.drag("Moscow");
  await annotate.press("2");
  await expect(page.getByText("so nothing can be changed.").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
  await expect(annotate.row(/Moscow/)).toBeHidden();
  expect(sent).toEqual([]);
});

test("a session that ends while one only reads asks for sign-in over the page, and follows again afterwards", async ({
  app,
  context,
  page,
}) => {
  const scene = await openScene(app, context);
  const annotate = new AnnotatePage(page, scene);
  await annotate.open();
  const setVersion = (sessionVersion: number) =>
    app.db.prisma.user.update({ where: { id: scene.userId }, data: { sessionVersion } });
  await setVersion(2);
  const dialog = page.getByRole("dialog", { name: "You have been signed out" });
  await expect(dialog).toContainText("The server has all your work.");
  await expect(annotate.save).toHaveText("Signed out");
  await setVersion(1);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(dialog).toBeHidden();
  await annotate.drag("Washington");
  await annotate.press("2");
  await annotate.saved();
  expect(await annotate.marks()).toEqual(["actor: Washington"]);
});

test("pages of one person share the queue: what one cannot send another sends; beyond four they ask instead of following", async ({
  app,
  context,
  page,
}) => {
  const scene = await openScene(app, context);
  const streams: string[] = [];
  context.on("request", (request) => {
    if (request.url().includes("/events")) streams.push(request.url());
  });
  const pages = [page];
  for (let more = 1; more < 5; more++) pages.push(await context.newPage());
  const tabs = pages.map((one) => new AnnotatePage(one, scene));
  for (const tab of tabs) await tab.open();
  const [first, last] = [tabs[0], tabs.at(-1)];
  if (first === undefined || last === undefined) throw new RangeError("there are five tabs");
  await expect.poll(() => streams.length).toBe(4);

  await first.page.bringToFront();
  await first.page.route("**/operations", (route) => route.abort("connectionfailed"));
  await first.drag("Washington");
  await first.press("2");
  for (const tab of tabs) await expect(tab.page.getByTestId("annotation-count")).toHaveText("1");
  await expect.poll(() => last.marks()).toEqual(["actor: Washington"]);
  await first.saved();
  expect(streams).toHaveLength(4);
});
