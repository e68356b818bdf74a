import { AnnotatePage, openScene, type AnnotateScene } from "../fixtures/annotate-page";
import { expect, expectAccessible, test, type App } from "../fixtures/test";

/** Somebody who manages the scene's project, by the interface. */
async function managerOf({ world, cookieOf, url }: App, { projectId, documentId }: AnnotateScene) {
  const cookie = await cookieOf(await world.member(projectId, "manager"));
  const path = `/api/v1/projects/${projectId}/documents/${documentId}`;
  return {
    trash: async () => {
      const { status } = await fetch(new URL(path, url), {
        method: "DELETE",
        headers: { cookie, origin: url },
      });
      expect(status).toBe(204);
    },
  };
}

test("a document that goes to the trash under one's hands says so, keeps what waits, and takes it once restored", async ({
  app,
  context,
  page,
}) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  const { documentId, projectId } = annotate.scene;
  const manager = await managerOf(app, annotate.scene);
  await annotate.open();
  await annotate.drag("Washington");
  await annotate.press("2");
  await annotate.saved();

  // Made while the connection is away, so that it still waits when the document is thrown away.
  await page.route("**/operations", (route) => route.abort("connectionfailed"));
  await annotate.drag("Maria Zakharova");
  await annotate.press("2");
  await expect(annotate.save).toHaveText("Offline (1 waiting)");
  await manager.trash();

  const notice = page.getByRole("status").filter({ hasText: "This document is in the trash" });
  await expect(notice).toContainText("1 change of yours is kept on this device and sent then.");
  await expect(annotate.save).toHaveText("In the trash (1 waiting)");
  await expectAccessible(page);

  // Nothing more is done: not by the palette, not by key, not by undo.
  await expect(page.getByRole("toolbar", { name: "Labels" }).getByRole("button").first()).toBeDisabled();
  await annotate.drag("Venezuela");
  await annotate.press("1");
  await expect(
    page.getByText("The document is in the trash, so nothing can be changed.").first(),
  ).toBeVisible();
  await expect(page.getByTestId("annotation-count")).toHaveText("2");

  await page.unroute("**/operations");
  await notice.getByRole("button", { name: "Try to send again" }).click();
  await expect(annotate.save).toHaveText("In the trash (1 waiting)");

  await app.db.prisma.document.update({
    where: { projectId_id: { projectId, id: documentId } },
    data: { deletedAt: null },
  });
  await notice.getByRole("button", { name: "Try to send again" }).click();
  await annotate.saved();
  await expect(notice).toBeHidden();
  expect(await annotate.marks()).toEqual(["actor: Washington", "actor: Maria Zakharova"]);
  await annotate.drag("Venezuela");
  await annotate.press("1");
  await annotate.saved();
});

/** Marks something that cannot be sent, and gives the way to send it after all. */
async function markUnsent(annotate: AnnotatePage): Promise<() => Promise<void>> {
  const { page } = annotate;
  await page.route("**/operations", (route) => route.abort("connectionfailed"));
  await annotate.drag("Washington");
  await annotate.press("2");
  await expect(annotate.save).toHaveText("Offline (1 waiting)");
  return async () => {
    await page.unroute("**/operations");
    await page.evaluate(() => window.dispatchEvent(new Event("online")));
  };
}

test("whoever is no member any more is told, and keeps what they had not sent", async ({
  app,
  context,
  page,
}) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  const { projectId, userId } = annotate.scene;
  await annotate.open();
  const sendAfterAll = await markUnsent(annotate);
  await app.db.prisma.membership.delete({ where: { projectId_userId: { projectId, userId } } });
  await sendAfterAll();
  const notice = page
    .getByRole("status")
    .filter({ hasText: "This document is not available to you any more" });
  await expect(notice).toContainText("1 change of yours is kept on this device");
  await expect(annotate.save).toHaveText("Not available (1 waiting)");
  await app.db.prisma.membership.create({
    data: { projectId, userId, role: "annotator", createdAt: new Date() },
  });
  await notice.getByRole("button", { name: "Try to send again" }).click();
  await annotate.saved();
  expect(await annotate.marks()).toEqual(["actor: Washington"]);
});

test("whoever may only read by now is told so", async ({ app, context, page }) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  const { projectId, userId } = annotate.scene;
  await annotate.open();
  const sendAfterAll = await markUnsent(annotate);
  await app.db.prisma.membership.update({
    where: { projectId_userId: { projectId, userId } },
    data: { role: "viewer" },
  });
  await sendAfterAll();
  await expect(page.getByText("You may not annotate this document any more").first()).toBeVisible();
  await expect(annotate.save).toHaveText("Read only (1 waiting)");
});
