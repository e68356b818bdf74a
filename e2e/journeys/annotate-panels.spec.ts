import { presetGuideline } from "@/lib/core/schema/preset-guideline";
import { presetSchema } from "@/lib/core/schema/preset";
import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, expectAccessible, test } from "../fixtures/test";

test("the guideline opens where it speaks of the label at hand", async ({ app, context, page }) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  await app.db.prisma.guidelineVersion.updateMany({
    where: { projectId: annotate.scene.projectId },
    data: { markdown: presetGuideline("claim-actor-stance") },
  });
  await annotate.open();
  await annotate.drag("stop threatening");
  await annotate.press("3", "g");
  const guideline = page.getByRole("dialog", { name: "Guideline" });
  await expect(guideline.getByRole("heading", { name: "Stances", exact: true })).toBeInViewport();
  await expect(guideline.getByRole("heading", { name: /^How to annotate/ })).not.toBeInViewport();
  await expectAccessible(page);
  await annotate.press("Escape");
  await annotate.drag("Washington");
  await annotate.press("2");
  await annotate.inspector.getByRole("button", { name: "What the guideline says of Actor" }).click();
  await expect(guideline.getByRole("heading", { name: "Actors", exact: true })).toBeInViewport();
});

test("the list is narrowed by words, label and what is missing, and put in another order", async ({
  app,
  context,
  page,
}) => {
  const words = Array.from(
    { length: 12 },
    (_, index) => `Senator ${String.fromCharCode(65 + index)}lba spoke.`,
  );
  const annotate = new AnnotatePage(page, await openScene(app, context, words.join(" ")));
  await annotate.open();
  const { inspector } = annotate;
  await annotate.press("ArrowRight", "ArrowRight", "2");
  for (let more = 0; more < 9; more += 1) {
    await annotate.press("Control+ArrowRight", "ArrowRight", more % 2 === 0 ? "1" : "2");
  }
  await expect(page.getByTestId("annotation-count")).toHaveText("10");
  await annotate.saved();
  const rows = () => inspector.getByRole("option");

  await inspector.getByRole("textbox", { name: "Filter the annotations by words" }).fill("dlba");
  await expect(rows()).toHaveText([/^Dlba/]);
  await annotate.press("Escape");
  await expect(rows()).toHaveCount(10);
  await inspector.getByRole("group", { name: "Show only" }).getByRole("button", { name: "Claim" }).click();
  await expect(rows()).toHaveCount(5);
  await inspector.getByRole("group", { name: "Show only" }).getByRole("button", { name: "Claim" }).click();

  await inspector.getByRole("button", { name: /^Order:/ }).click();
  await page.getByRole("menuitemradio", { name: "Newest first" }).click();
  await annotate.press("Escape");
  await expect(rows().first()).toHaveText(/^Jlba/);
  await expect(inspector.getByRole("listbox", { name: "Annotations, the newest first" })).toBeVisible();
  await expectAccessible(page);
});

test("a relation has attributes of its own", async ({ app, context, page }) => {
  const annotate = new AnnotatePage(page, await openScene(app, context));
  const schema = presetSchema("claim-actor-stance");
  const certainty = {
    key: "certainty",
    name: "Certainty",
    type: "enum",
    multiple: false,
    required: false,
    values: ["sure", "likely"],
  };
  const body = {
    ...schema,
    relationTypes: schema.relationTypes.map((type) => ({
      ...type,
      attributes: type.key === "made_by" ? [certainty] : [],
    })),
  };
  await app.db.prisma.schemaVersion.updateMany({
    where: { projectId: annotate.scene.projectId },
    data: { body: JSON.parse(JSON.stringify(body)) as object },
  });
  await annotate.open();
  await annotate.drag("Maria Zakharova");
  await annotate.press("2");
  await annotate.drag("stop threatening Venezuela");
  await annotate.press("1", "r", "n", "Enter");
  const relations = annotate.inspector.getByRole("list", { name: "Relations" });
  await expect(relations).toContainText("made by → Actor: Maria Zakharova");
  await relations.getByRole("radio", { name: "likely" }).check({ force: true });
  await annotate.saved();
  expect((await annotate.stored()).relations).toMatchObject([{ attributes: { certainty: "likely" } }]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(relations.getByRole("radio", { name: "likely" })).not.toBeChecked();
  await relations.getByRole("button", { name: /^Remove: made by/ }).click();
  await expect(relations).not.toContainText("Zakharova");
});
