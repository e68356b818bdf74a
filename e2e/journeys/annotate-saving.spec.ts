import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, expectAccessible, test } from "../fixtures/test";

test("without a connection work goes on, outlives the page, and is sent when the connection is back", async ({
  app,
  context,
  page,
}) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await annotate.open();
  await page.route("**/operations", (route) => route.abort("connectionfailed"));
  await annotate.drag("Maria Zakharova");
  await annotate.press("2");
  await annotate.drag("Washington");
  await annotate.press("2");
  await expect(annotate.save).toHaveText("Offline (2 waiting)");
  await expect(annotate.save).toHaveAttribute("title", /saved on this device/);
  await expectAccessible(page);
  expect(await annotate.marks()).toEqual([]);

  await page.close();
  const later = new AnnotatePage(await context.newPage(), annotate.scene);
  await later.open();
  await expect.poll(() => later.marks()).toEqual(["actor: Washington", "actor: Maria Zakharova"]);
});

test("an answer that is lost is asked for again with the same operations", async ({ app, context, page }) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  const sent: string[] = [];
  let isLost = true;
  // Neither the stream nor the log may tell in the answer's place; what the answer leaves out is read there later.
  await page.route(/\/events(\?|$)/, (route) => route.abort());
  await page.route(/\/operations\?/, (route) => (isLost ? route.abort() : route.fallback()));
  await annotate.open();
  await page.route("**/operations", async (route) => {
    sent.push(route.request().postData() ?? "");
    const response = await route.fetch();
    // The server has it; the browser hears a captive portal.
    if (isLost)
      await route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Welcome to the train</h1>" });
    else await route.fulfill({ response });
  });
  await annotate.drag("Washington");
  await annotate.press("2");
  await expect(annotate.save).toHaveAttribute("data-save", "offline");
  isLost = false;
  await annotate.save.click();
  await expect.poll(() => sent.length).toBeGreaterThan(1);
  await annotate.saved();
  expect(new Set(sent).size).toBe(1);
  expect(await annotate.marks()).toEqual(["actor: Washington"]);
});

test("a session that ends in the middle asks for sign-in over the page and then sends what waits", async ({
  app,
  context,
  page,
}) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  // Once the stream is open it is saving that finds the session ended.
  const following = page.waitForResponse(/\/events\?/);
  await annotate.open();
  await following;
  const cookies = await context.cookies();
  await context.clearCookies();
  await annotate.drag("Maria Zakharova");
  await annotate.press("2");
  const dialog = page.getByRole("dialog", { name: "You have been signed out" });
  await expect(dialog).toContainText("1 change waits on this device");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Later" }).click();
  await expect(dialog).toBeHidden();
  await annotate.drag("Washington");
  await annotate.press("2");
  await expect(annotate.save).toHaveText("Signed out");
  // Signing in on another page of the browser.
  await context.addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await annotate.saved();
  expect(await annotate.marks()).toEqual(["actor: Washington", "actor: Maria Zakharova"]);
});

test("nothing is sent as another person", async ({ app, context, page }) => {
  const scene = await openScene(app, context);
  const annotate = new AnnotatePage(page, scene);
  await annotate.open();
  await page.route("**/operations", (route) => route.abort("connectionfailed"));
  await annotate.drag("Washington");
  await annotate.press("2");
  await expect(annotate.save).toHaveAttribute("data-save", "offline");
  const other = await app.world.member(scene.projectId, "manager", "Another");
  await context.clearCookies();
  await app.signIn(context, other);
  await page.unroute("**/operations");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(annotate.save).toHaveText("Signed out");
  await page.getByRole("button", { name: "Later" }).click();
  await context.clearCookies();
  await app.signIn(context, scene.userId);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await annotate.saved();
  expect(await annotate.marks()).toEqual(["actor: Washington"]);
});

test("what the server refuses is shown with its reason and can be thrown away", async ({
  app,
  context,
  page,
}) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await annotate.open();
  await page.route("**/operations", async (route) => {
    const body = route.request().postDataJSON() as { operations: { body: { end: number } }[] };
    const changed = body.operations.map((operation) => ({
      ...operation,
      body: { ...operation.body, end: 0 },
    }));
    await route.continue({ postData: JSON.stringify({ ...body, operations: changed }) });
  });
  await annotate.drag("Washington");
  await annotate.press("2");
  await page.getByRole("button", { name: "1 refused" }).click();
  const drawer = page.getByRole("dialog", { name: "Refused (1)" });
  await expect(drawer).toContainText("Mark as Actor");
  await expect(drawer).toContainText("Washington");
  await expect(drawer).toContainText("The end must lie behind the start.");
  await expectAccessible(page);
  await drawer.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByText("Nothing is waiting here.")).toBeVisible();
});

test("two pages of one person show each other's work", async ({ app, context, page }) => {
  const one = new AnnotatePage(page, await openScene(app, context));
  await one.open();
  const other = new AnnotatePage(await context.newPage(), one.scene);
  await other.open();
  await page.bringToFront();
  await one.drag("Washington");
  await one.press("2");
  await expect(other.page.getByTestId("annotation-count")).toHaveText("1");
});

test("signing out with work that has not been sent asks first", async ({ app, context, page }) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await annotate.open();
  await page.route("**/operations", (route) => route.abort("connectionfailed"));
  await annotate.drag("Washington");
  await annotate.press("2");
  await expect(annotate.save).toHaveAttribute("data-save", "offline");
  await page.getByRole("button", { name: /Your account/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  const question = page.getByRole("alertdialog");
  await expect(question).toContainText("1 change has not reached the server");
  await expectAccessible(page);
  await question.getByRole("button", { name: "Stay" }).click();
  await expect(annotate.text).toBeVisible();
});
