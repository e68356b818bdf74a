import type { Mark } from "@/lib/testing/review-builders";
import { reviewDesk } from "@/lib/testing/review-desk";
import { contextOf, newId } from "@/lib/testing/world";
import { openThread } from "@/lib/usecases/discussion/open-thread";
import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

const actor: Mark = ["actor", 0, 10, { actor_type: "person" }];

test("a question at an annotation is answered, found unread, and resolved", async ({
  app,
  context,
  page,
}) => {
  const desk = await reviewDesk(app.db, [actor]);
  const [annotator] = desk.annotators;
  if (annotator === undefined) throw new RangeError("nobody annotates");
  await openThread(contextOf(app.db, annotator.userId), {
    projectId: desk.projectId,
    setId: annotator.setId,
    id: newId<"thread">(),
    commentId: newId<"comment">(),
    text: "@Rita, is a mayor a person or a government?",
  });
  await app.signIn(context, desk.reviewer);
  await page.goto(`/projects/${desk.projectId}/review/${desk.documentId}`);
  await expect(page.getByRole("button", { name: "Comments, 1 unread" })).toBeVisible();
  await expect(page.getByRole("application", { name: "Article text" })).toBeFocused();
  await page.keyboard.press("Shift+C");
  const drawer = page.getByRole("dialog", { name: "Comments" });
  await expect(drawer.getByRole("article")).toContainText("is a mayor a person or a government?");
  await expectPresentable(page);
  await drawer.getByRole("button", { name: "Answer", exact: true }).click();
  await drawer.getByRole("textbox", { name: "Answer" }).fill("A person, if they are named.");
  await drawer.getByRole("textbox", { name: "Answer" }).press("Tab");
  await page.keyboard.press("Enter");
  await expect(drawer.getByRole("article")).toContainText("A person, if they are named.");
  await drawer.getByRole("textbox", { name: "Comment" }).fill("This one is right.");
  await drawer.getByRole("button", { name: "Comment", exact: true }).click();
  await expect(drawer.getByRole("article")).toHaveCount(2);

  await context.clearCookies();
  await app.signIn(context, annotator.userId);
  await page.goto(`/projects/${desk.projectId}/documents/${desk.documentId}/annotate`);
  await page.getByRole("button", { name: "Comments, 2 unread" }).click();
  await expect(drawer.getByRole("article")).toHaveText([/A person, if they are named/, /This one is right/]);
  await drawer.getByRole("article").first().getByRole("button", { name: "Resolve" }).click();
  await expect(drawer.getByRole("article").last()).toContainText("resolved");
  await expectPresentable(page);
  await page.reload();
  await expect(page.getByRole("button", { name: "Comments", exact: true })).toBeVisible();
});
