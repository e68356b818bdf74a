import type { Mark } from "@/lib/testing/review-builders";
import { decisionOn, reviewDesk } from "@/lib/testing/review-desk";
import { acceptDocument } from "@/lib/usecases/review/accept-document";
import { decide } from "@/lib/usecases/review/decide";
import { presetGuideline } from "@/lib/core/schema/preset-guideline";
import { expectPresentable } from "../fixtures/looks";
import { expect, test } from "../fixtures/test";

const actor: Mark = ["actor", 0, 10, { actor_type: "person" }];

test("an annotator sees how they were corrected, with the guideline's words, and objects once", async ({
  app,
  context,
  page,
}) => {
  const desk = await reviewDesk(app.db, [actor]);
  await app.db.prisma.guidelineVersion.updateMany({
    where: { projectId: desk.projectId },
    data: { markdown: presetGuideline("claim-actor-stance") },
  });
  const [annotator] = desk.annotators;
  const [cluster] = (await desk.alignment()).clusters;
  if (annotator === undefined || cluster === undefined) throw new RangeError("nothing is annotated");
  await app.signIn(context, annotator.userId);
  await page.goto(`/projects/${desk.projectId}/documents`);
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Corrections" }).click();
  await expect(page.getByText("No corrections")).toBeVisible();

  await decide(desk.ctx, {
    ...desk.address,
    decisions: [decisionOn(cluster, { kind: "reject", reason: "not_in_guideline" })],
  });
  await acceptDocument(desk.ctx, desk.address);
  await page.reload();
  const card = page.getByRole("article");
  await expect(card).toContainText("Not in the guideline.");
  await page.getByText("What the guideline says of it").click();
  await expectPresentable(page);
  await card.getByRole("button", { name: "Contest" }).click();
  await card.getByRole("textbox").fill("It names him in the first line.");
  await card.getByRole("button", { name: "Object" }).click();
  await expect(card).toContainText("You objected");
  await page.reload();
  await expect(card.getByRole("button", { name: "Contest" })).toBeHidden();

  await context.clearCookies();
  await app.signIn(context, desk.reviewer);
  await page.goto(`/projects/${desk.projectId}/review?state=contested`);
  await expect(page.getByRole("row").filter({ hasText: "1 contested" })).toBeVisible();
  await page.getByRole("link", { name: "Review the first" }).click();
  await expect(page.getByRole("region", { name: "Current difference" })).toContainText(
    "It names him in the first line.",
  );
});
