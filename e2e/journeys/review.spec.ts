import type { Page } from "@playwright/test";
import type { ReviewView } from "@/lib/contracts/review";
import type { SetSnapshot } from "@/lib/contracts/set";
import type { Mark } from "@/lib/testing/review-builders";
import { reviewDesk } from "@/lib/testing/review-desk";
import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

const actor: Mark = ["actor", 0, 10, { actor_type: "person" }];
const claim: Mark = ["claim", 13, 28, { claim_type: "demand", reporting: "authorial" }];
const shorter: Mark = ["claim", 19, 28, { claim_type: "demand", reporting: "authorial" }];
const party: Mark = ["actor", 34, 45, { actor_type: "group" }];

type Desk = Awaited<ReturnType<typeof reviewDesk>>;

async function saved(page: Page): Promise<void> {
  await expect(page.getByTestId("save-state")).toHaveAttribute("data-save", "saved");
}

/** What the server has of the review, and of the gold set, each annotation as `label: words`. */
async function stored(page: Page, { projectId, documentId }: Desk) {
  const { request } = page.context();
  const review = (await (
    await request.get(`/api/v1/projects/${projectId}/documents/${documentId}/review`)
  ).json()) as ReviewView;
  const gold =
    review.gold === null
      ? null
      : ((await (
          await request.get(`/api/v1/projects/${projectId}/sets/${review.gold.id}`)
        ).json()) as SetSnapshot);
  return { review, marks: (gold?.annotations ?? []).map(({ label, quote }) => `${label}: ${quote}`) };
}

test("a whole review by keyboard alone", async ({ app, context, page }) => {
  const desk = await reviewDesk(app.db, [actor, claim], [actor, shorter], [actor, party]);
  await app.signIn(context, desk.reviewer);
  await page.goto(`/projects/${desk.projectId}/review`);
  await expect(page.getByRole("row").filter({ hasText: "Mayor Ruiz" })).toContainText("67 %");
  await expectPresentable(page);
  await page.getByRole("link", { name: "Review the first" }).press("Enter");

  const text = page.getByRole("application", { name: "Article text" });
  await expect(text).toBeFocused();
  const progress = page.getByRole("progressbar", { name: "Decided" });
  await expect(progress).toHaveAttribute("aria-valuetext", "0 of 3 decided");
  const current = page.getByRole("region", { name: "Current difference" });
  await expect(current.getByRole("listitem")).toHaveText([
    /backs a car ban/,
    /car ban/,
    /C .*marked nothing here/,
  ]);
  await expectPresentable(page);

  // All on which everybody agrees at once; then one by one.
  const said = page.getByTestId("announcement");
  await page.keyboard.press("Shift+A");
  await expect(said).toContainText("1 of 3 decided");
  await page.keyboard.press("b");
  await expect(progress).toHaveAttribute("aria-valuetext", "2 of 3 decided");
  await expect(current).toContainText("Green Party");
  await page.keyboard.press("o");
  const why = page.getByRole("dialog", { name: "Why does nothing belong here?" });
  await expect(why.getByPlaceholder("Reason…")).toBeFocused();
  await page.keyboard.type("guideline is");
  await expect(why.getByRole("menuitem")).toHaveText(["The guideline is unclear"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(progress).toHaveAttribute("aria-valuetext", "3 of 3 decided");
  await expect(text).toBeFocused();

  // Undone, and corrected in place instead.
  await page.keyboard.press("Control+z");
  await expect(progress).toHaveAttribute("aria-valuetext", "2 of 3 decided");
  await page.keyboard.press("Enter");
  await expect(current.getByRole("group", { name: "Correction" })).toBeVisible();
  await page.keyboard.press("}");
  await expect(said).toContainText("Party");
  await page.keyboard.press("Enter");
  await expect(progress).toHaveAttribute("aria-valuetext", "3 of 3 decided");
  await saved(page);
  expect((await stored(page, desk)).marks).toEqual(["actor: Mayor Ruiz", "claim: a car ban", "actor: Party"]);

  // The keys can be looked up, and a command found by its name.
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("Nothing belongs here");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(text).toBeFocused();
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "All commands" });
  await expect(palette.getByPlaceholder("Search commands…")).toBeFocused();
  await page.keyboard.type("accept the document");
  await expect(palette.getByRole("menuitem")).toHaveText([/Accept the document as gold/]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Reopen" })).toBeVisible();
  const { review } = await stored(page, desk);
  expect(review.gold?.state).toBe("accepted");
  expect(review.sets.map(({ state }) => state)).toEqual(["accepted", "accepted", "accepted"]);
});

test("one set is reviewed mark by mark, and sent back with a comment", async ({ app, context, page }) => {
  const desk = await reviewDesk(app.db, [actor, claim]);
  await app.signIn(context, desk.reviewer);
  await page.goto(`/projects/${desk.projectId}/review/${desk.documentId}`);
  const progress = page.getByRole("progressbar", { name: "Decided" });
  await expect(progress).toHaveAttribute("aria-valuetext", "0 of 2 decided");
  await expect(page.getByRole("application", { name: "Article text" })).toBeFocused();
  await page.keyboard.press("a");
  await page.keyboard.press("r");
  await page
    .getByRole("dialog", { name: "Why is it rejected?" })
    .getByRole("menuitem", { name: "Wrong label" })
    .click();
  await expect(progress).toHaveAttribute("aria-valuetext", "2 of 2 decided");
  await saved(page);
  expect((await stored(page, desk)).marks).toEqual(["actor: Mayor Ruiz"]);

  await page.keyboard.press("Shift+R");
  const back = page.getByRole("dialog", { name: "Send a set back" });
  await back.getByRole("textbox", { name: "What should change" }).fill("The claim is a stance.");
  await expectPresentable(page);
  await back.getByRole("button", { name: "Send back" }).click();
  await expect(page.getByRole("list", { name: "Not under review" })).toContainText("Annotator 1");
  const { review } = await stored(page, desk);
  expect(review.others.map(({ state }) => state)).toEqual(["returned"]);
});

test("a manager words the reasons, and reviewers choose among them", async ({ app, context, page }) => {
  const desk = await reviewDesk(app.db, [actor]);
  await app.signIn(context, await app.world.member(desk.projectId, "manager"));
  await page.goto(`/projects/${desk.projectId}/settings`);
  await page.getByRole("button", { name: "Remove Marked twice" }).click();
  await page.getByRole("button", { name: "Add a reason" }).click();
  await page.getByRole("textbox", { name: "Reason 6" }).fill("Too vague");
  await page.getByRole("button", { name: "Save reasons" }).click();
  await expect(page.getByText("Reasons saved")).toBeVisible();
  await page.goto(`/projects/${desk.projectId}/review/${desk.documentId}`);
  await expect(page.getByRole("application", { name: "Article text" })).toBeFocused();
  await page.keyboard.press("r");
  const why = page.getByRole("dialog", { name: "Why is it rejected?" });
  await expect(why.getByRole("menuitem", { name: "Marked twice" })).toBeHidden();
  await why.getByRole("menuitem", { name: "Too vague" }).click();
  await saved(page);
  const { review } = await stored(page, desk);
  expect(review.decisions.map(({ decision }) => decision.verdict)).toEqual([
    { kind: "reject", reason: "too_vague" },
  ]);
});

test("decisions wait for a server that is away, and arrive", async ({ app, context, page }) => {
  const desk = await reviewDesk(app.db, [actor], [party]);
  await app.signIn(context, desk.reviewer);
  await page.goto(`/projects/${desk.projectId}/review/${desk.documentId}`);
  await expect(page.getByRole("application", { name: "Article text" })).toBeFocused();
  await context.setOffline(true);
  await page.keyboard.press("a");
  await expect(page.getByTestId("save-state")).toHaveAttribute("data-save", "offline");
  await expect(page.getByRole("progressbar", { name: "Decided" })).toHaveAttribute(
    "aria-valuetext",
    "1 of 2 decided",
  );
  await context.setOffline(false);
  await saved(page);
  expect((await stored(page, desk)).marks).toEqual(["actor: Mayor Ruiz"]);
});

test("review is not there for annotators and viewers", async ({ app, context, page }) => {
  const desk = await reviewDesk(app.db, [actor]);
  for (const role of ["annotator", "viewer"] as const) {
    await context.clearCookies();
    await app.signIn(context, await app.world.member(desk.projectId, role));
    const { request } = context;
    const here = `/api/v1/projects/${desk.projectId}`;
    for (const path of [`${here}/review`, `${here}/documents/${desk.documentId}/review`])
      expect([role, path, (await request.get(path)).status()]).toEqual([role, path, 403]);
    for (const path of [
      `/projects/${desk.projectId}/review`,
      `/projects/${desk.projectId}/review/${desk.documentId}`,
    ]) {
      const response = await page.goto(path);
      expect([role, path, response?.status()]).toEqual([role, path, 404]);
    }
    await page.goto(`/projects/${desk.projectId}/documents`);
    await expect(page.getByRole("navigation", { name: "Project" })).not.toContainText("Review");
  }
});
