import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, expectAccessible, test } from "../fixtures/test";

/** Four times Maduro, once inside a longer name, once as another word. */
const ARTICLE = [
  "Maduro spoke in Caracas. Colombia and Brazil objected; Peru stayed silent.",
  "“Maduro must go,” said Guaido. The Maduros of this world, he said, fear votes.",
  "President Maduro answered that Guaido’s plan had failed. Nobody else spoke of Maduro’s plan.",
].join("\n");

test.describe("by keyboard alone", () => {
  test("an annotation is cut in two, its borders mended, joined again and doubled", async ({
    app,
    context,
    page,
  }) => {
    const annotate = new AnnotatePage(page, await openScene(app, context, ARTICLE));
    await annotate.open();
    await annotate.drag("Colombia and Brazil");
    await annotate.press("2");
    // Into the annotation, on to “and”, and cut there; the start then leaves “and” out.
    await annotate.press("n", "ArrowLeft", "ArrowRight", "x", "}");
    await annotate.saved();
    expect(await annotate.marks()).toEqual(["actor: Colombia", "actor: Brazil"]);

    await annotate.press("{", "j");
    await annotate.saved();
    expect(await annotate.marks()).toEqual(["actor: Colombia and Brazil"]);
    await annotate.press("Control+z");
    await annotate.saved();
    expect(await annotate.marks()).toEqual(["actor: Colombia", "actor: and Brazil"]);

    await annotate.press("d");
    await page.getByRole("menuitem", { name: /Claim/ }).waitFor();
    await expectAccessible(page);
    await page.keyboard.type("cla");
    await annotate.press("ArrowDown", "Enter");
    await annotate.saved();
    expect(await annotate.marks()).toContain("claim: and Brazil");

    // To the end of its sentence and back to the beginning.
    await annotate.press("Control+]", "Control+{");
    await annotate.saved();
    expect(await annotate.marks()).toContain("claim: Colombia and Brazil objected; Peru stayed silent");
  });

  test("the same words are labelled everywhere, after a look at each, and taken back as one step", async ({
    app,
    context,
    page,
  }) => {
    const annotate = new AnnotatePage(page, await openScene(app, context, ARTICLE));
    await annotate.open();
    await annotate.drag("President Maduro");
    await annotate.press("a");
    await expect(annotate.row(/^Actor: President Maduro/)).toBeVisible();
    await annotate.press("Control+Home", "a", "e");
    const bar = page.getByRole("region", { name: "“Maduro” everywhere" });
    await expect(bar).toContainText("2 more places");
    await expect(bar).toContainText("1 marked already");
    await expectAccessible(page);
    await expect(page.getByTestId("annotation-count")).toHaveText("2");

    await annotate.press("n", "Delete");
    await expect(bar).toContainText("1 more place");
    await expect(bar).toContainText("1 left out");
    await annotate.press("Delete", "Escape");
    await expect(bar).toBeHidden();

    await annotate.press("e", "Enter");
    await expect(page.getByTestId("annotation-count")).toHaveText("4");
    await annotate.saved();
    expect(await annotate.marks()).toEqual([
      "actor: Maduro",
      "actor: Maduro",
      "actor: President Maduro",
      "actor: Maduro",
    ]);
    await annotate.press("Control+z");
    await expect(page.getByTestId("annotation-count")).toHaveText("2");

    // The act is one step across a reload too.
    await annotate.press("Control+y");
    await annotate.saved();
    await page.reload();
    await annotate.ready();
    await expect(page.getByTestId("annotation-count")).toHaveText("4");
    await expect(page.getByRole("button", { name: "Undo" })).toBeEnabled();
    await annotate.press("Control+z");
    await expect(page.getByTestId("annotation-count")).toHaveText("2");
    await annotate.saved();
    expect(await annotate.marks()).toEqual(["actor: Maduro", "actor: President Maduro"]);
  });

  test("a label is kept for all that is selected next", async ({ app, context, page }) => {
    const annotate = new AnnotatePage(page, await openScene(app, context, ARTICLE));
    await annotate.open();
    await annotate.press("k");
    await page.getByRole("menuitem", { name: /Actor/ }).waitFor();
    await page.keyboard.type("act");
    await annotate.press("ArrowDown", "Enter");
    await expect(page.getByRole("menuitem", { name: /Actor/ })).toBeHidden();
    await annotate.press(
      "ArrowRight",
      "Enter",
      "Control+ArrowRight",
      "Shift+ArrowRight",
      "Shift+ArrowRight",
      "Enter",
    );
    await annotate.saved();
    expect(await annotate.marks()).toEqual(["actor: Maduro", "actor: Colombia and Brazil"]);
  });

  test("words are found, gone through and marked", async ({ app, context, page }) => {
    const annotate = new AnnotatePage(page, await openScene(app, context, ARTICLE));
    await annotate.open();
    await annotate.press("Control+f");
    const field = page.getByRole("textbox", { name: "Find" });
    await expect(field).toBeFocused();
    await page.keyboard.type("maduro");
    await expect(page.getByTestId("found")).toHaveText("1 of 5");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Whole words" }).click();
    await expect(page.getByTestId("found")).toHaveText("1 of 4");
    await annotate.press("Control+f", "Enter", "F3", "Shift+F3");
    await expect(page.getByTestId("found")).toHaveText("2 of 4");

    // Escape leads to what was found, ready to be labelled.
    await annotate.press("Escape");
    await expect(field).toBeHidden();
    await annotate.press("2");
    await annotate.saved();
    expect((await annotate.stored()).annotations.map(({ start }) => start)).toEqual([
      ARTICLE.indexOf("Maduro must"),
    ]);
    await annotate.press("F3");
    await expect(page.getByTestId("found")).toHaveText("3 of 4");
    await annotate.press("Control+a");
    await page.keyboard.type("Chavez");
    await expect(page.getByTestId("found")).toHaveText("Not found");
  });

  test("the caret goes by character, and from annotation to annotation of a kind", async ({
    app,
    context,
    page,
  }) => {
    const annotate = new AnnotatePage(page, await openScene(app, context, ARTICLE));
    await annotate.open();
    await annotate.drag("Caracas");
    await annotate.press("2");
    await annotate.drag("objected");
    await annotate.press("3");
    await annotate.drag("Brazil");
    await annotate.press("2");
    await annotate.press("Shift+n");
    await expect(annotate.row(/^Actor: Caracas/)).toHaveAttribute("aria-selected", "true");
    await annotate.press("Shift+P", "n");
    await expect(annotate.row(/^Stance: objected/)).toHaveAttribute("aria-selected", "true");
    await annotate.press("Shift+I");
    await expect(annotate.row(/^Actor: Brazil/)).toHaveAttribute("aria-selected", "true");
    await annotate.press("u");
    await expect(page.getByTestId("announcement")).toHaveText(/Everything is saved|Actor|Stance/);
    await annotate.press("Control+End", ",", ",", "<", "<", "1");
    await annotate.saved();
    expect(await annotate.marks()).toContain("claim: pla");
  });
});

test("the inspector offers what else can be done with an annotation", async ({ app, context, page }) => {
  const annotate = new AnnotatePage(page, await openScene(app, context, ARTICLE));
  await annotate.open();
  await annotate.drag("Guaido");
  await annotate.press("2");
  await annotate.inspector.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Label the same words everywhere" }).click();
  await page.getByRole("button", { name: /Mark 1 as Actor/ }).click();
  await annotate.saved();
  expect(await annotate.marks()).toEqual(["actor: Guaido", "actor: Guaido"]);
});
