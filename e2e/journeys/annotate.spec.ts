import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, expectAccessible, test } from "../fixtures/test";

const DEMAND = "We recommend that the United States stop threatening Venezuela";
const EDGE = "in open violation of international law";

test.describe("by mouse", () => {
  test("a statement is marked, linked, mended, taken back, and is there when one comes back", async ({
    app,
    context,
    page,
  }) => {
    const annotate = new AnnotatePage(page, await openScene(app, context));
    await annotate.open();
    await expectAccessible(page);
    const { inspector } = annotate;

    await annotate.drag("Maria Zakharova");
    await expect(inspector.getByText("Maria Zakharova", { exact: true })).toBeVisible();
    await annotate.press("2");
    await expect(annotate.row(/^Actor: Maria Zakharova/)).toBeVisible();
    await inspector
      .getByRole("combobox", { name: /Type/ })
      .or(inspector.getByRole("button", { name: /Type/ }))
      .first()
      .click();
    await page.getByRole("option", { name: "person", exact: true }).click();

    await annotate.drag(DEMAND);
    await page.getByRole("toolbar", { name: "Labels" }).getByRole("button", { name: "Claim" }).click();
    await inspector.getByRole("radio", { name: "demand" }).check({ force: true });
    await inspector.getByRole("radio", { name: "direct", exact: true }).check({ force: true });

    await inspector.getByRole("button", { name: "add R" }).click();
    await expect(inspector.getByRole("button", { name: /made by/ })).toHaveAttribute("aria-pressed", "true");
    await annotate.click("Zakharova said in");
    const relations = inspector.getByRole("list", { name: "Relations" });
    await expect(relations).toContainText("made by");
    await expect(relations).toContainText("Maria Zakharova");

    await annotate.drag(EDGE);
    await annotate.press("3");
    await inspector.getByRole("radio", { name: "against" }).check({ force: true });
    await expectAccessible(page);

    await annotate.saved();
    expect(await annotate.marks()).toEqual([`claim: ${DEMAND}`, `stance: ${EDGE}`, "actor: Maria Zakharova"]);

    // A boundary by a new stretch, a note, and back.
    await annotate.click("recommend that");
    await annotate.drag("recommend that the United States stop");
    await inspector.getByRole("button", { name: /Set boundary of claim/ }).click();
    await inspector.getByRole("textbox", { name: "Note" }).fill("One demand with three verbs");
    await inspector.getByRole("textbox", { name: "Note" }).blur();
    await annotate.saved();
    const note = async () =>
      (await annotate.stored()).annotations.find(({ label }) => label === "claim")?.note;
    expect(await note()).toBe("One demand with three verbs");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await annotate.saved();
    expect(await annotate.marks()).toContain(`claim: ${DEMAND}`);
    expect(await note()).toBeNull();
    await page.getByRole("button", { name: "Redo" }).click();
    await annotate.saved();
    expect(await annotate.marks()).toContain("claim: recommend that the United States stop");

    // Nested and overlapping.
    await annotate.drag("the United States");
    await annotate.press("2");
    await annotate.drag("States stop threatening");
    await annotate.press("3");
    await annotate.saved();
    expect(await annotate.marks()).toEqual(
      expect.arrayContaining(["actor: the United States", "stance: States stop threatening"]),
    );
    await expectAccessible(page);

    // Close without saving anything, and come back: undo reaches back too.
    const kept = await annotate.marks();
    await page.close();
    const again = new AnnotatePage(await context.newPage(), annotate.scene);
    await again.open();
    expect(await again.marks()).toEqual(kept);
    await expect(again.page.getByTestId("annotation-count")).toHaveText("5");
    await again.page.getByRole("button", { name: "Undo" }).click();
    await again.saved();
    expect(await again.marks()).not.toContain("stance: States stop threatening");
  });

  test("a label can be chosen first, and then every stretch gets it", async ({ app, context, page }) => {
    const annotate = new AnnotatePage(page, await openScene(app, context));
    await annotate.open();
    await page.getByRole("toolbar", { name: "Labels" }).getByRole("button", { name: "Actor" }).click();
    await annotate.drag("Russia");
    await annotate.drag("Washington");
    await annotate.press("Escape", "Escape");
    await annotate.saved();
    expect(await annotate.marks()).toEqual(["actor: Russia", "actor: Washington"]);
  });

  test("a click selects the innermost annotation, and again what lies around it", async ({
    app,
    context,
    page,
  }) => {
    const annotate = new AnnotatePage(page, await openScene(app, context));
    await annotate.open();
    await annotate.drag(DEMAND);
    await annotate.press("1");
    await annotate.drag("the United States");
    await annotate.press("2");
    await annotate.click("United States stop");
    await expect(annotate.row(/^Actor/)).toHaveAttribute("aria-selected", "true");
    await annotate.click("United States stop");
    await expect(annotate.row(/^Claim/)).toHaveAttribute("aria-selected", "true");
  });

  test("an address can name an annotation", async ({ app, context, page }) => {
    const annotate = new AnnotatePage(page, await openScene(app, context));
    await annotate.open();
    await annotate.drag("Washington");
    await annotate.press("2");
    await annotate.saved();
    const [made] = (await annotate.stored()).annotations;
    await page.goto("/projects");
    await annotate.open(`#a=${made?.id ?? ""}`);
    await expect(annotate.row(/^Actor: Washington/)).toHaveAttribute("aria-selected", "true");
  });
});

test.describe("by keyboard alone", () => {
  test("a statement is marked, linked, mended, taken back and submitted", async ({ app, context, page }) => {
    const annotate = new AnnotatePage(
      page,
      await openScene(app, context, "Mayor Ruiz 🚲 backs a car ban; the Green Party objects."),
    );
    await annotate.open();
    const { inspector } = annotate;
    await annotate.press("ArrowRight", "Shift+ArrowRight", "2");
    await expect(annotate.row(/^Actor: Mayor Ruiz/)).toBeVisible();
    await annotate.press(
      "ArrowRight",
      "ArrowRight",
      "Shift+ArrowRight",
      "Shift+ArrowRight",
      "Shift+ArrowRight",
    );
    await expect(inspector).toContainText("backs a car ban");
    await annotate.press("Enter");
    await page.getByRole("menuitem", { name: /Claim/ }).waitFor();
    await page.keyboard.type("cla");
    await annotate.press("ArrowDown", "Enter");
    await expect(annotate.row(/^Claim: backs a car ban/)).toBeVisible();

    // Attributes: Enter leads into the inspector, Escape back to the text.
    await annotate.press("Enter");
    await annotate.press("Space");
    await expect(inspector.getByRole("radio", { name: "demand" })).toBeChecked();
    await annotate.press("Tab", "Space");
    await expect(inspector.getByRole("radio", { name: "direct", exact: true })).toBeChecked();
    await annotate.press("Escape", "r", "n", "Enter");
    await expect(inspector.getByRole("list", { name: "Relations" })).toContainText("Mayor Ruiz");

    // Boundaries by word and back.
    await annotate.press("]", "]");
    await annotate.saved();
    expect(await annotate.marks()).toContain("claim: backs a car ban; the Green");
    await annotate.press("[", "[", "}", "{");
    await annotate.saved();
    expect(await annotate.marks()).toContain("claim: backs a car ban");

    // A note, undo twice, redo once.
    await annotate.press("m");
    await page.keyboard.type("reported");
    await annotate.press("Escape");
    await annotate.saved();
    expect((await annotate.stored()).annotations.find(({ label }) => label === "claim")?.note).toBe(
      "reported",
    );
    await annotate.press("Control+z", "Control+z", "Control+y");
    await annotate.saved();
    expect((await annotate.stored()).annotations.find(({ label }) => label === "claim")?.note).toBeNull();

    // Submitting goes to what is missing first.
    await annotate.press("Control+Enter");
    await expect(annotate.row(/^Actor: Mayor Ruiz/)).toHaveAttribute("aria-selected", "true");
    await annotate.press("Enter", "Enter");
    await page.getByRole("option", { name: "person", exact: true }).waitFor();
    await annotate.press("Enter");
    await expect(page.getByRole("option", { name: "person", exact: true })).toBeHidden();
    await expect(annotate.row(/^Actor: Mayor Ruiz, person/)).toBeVisible();
    await annotate.press("Control+Enter");
    await expect(page.getByRole("dialog", { name: "Submit this document?" })).toBeVisible();
    await expectAccessible(page);
    await annotate.press("Enter");
    await annotate.saved();
    expect((await annotate.stored()).state).toBe("submitted");
    await expect(page.getByText("You submitted this.")).toBeVisible();
    await expectAccessible(page);
    await annotate.press("Escape", "ArrowRight", "2");
    expect((await annotate.stored()).annotations).toHaveLength(2);
  });

  test("commands and keys can be looked up", async ({ app, context, page }) => {
    const annotate = new AnnotatePage(page, await openScene(app, context));
    await annotate.open();
    await annotate.press("?");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
    await expectAccessible(page);
    await annotate.press("Escape");
    await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeHidden();
    await annotate.press("Control+k");
    await expect(page.getByRole("dialog", { name: "All commands" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.type("guide");
    await annotate.press("ArrowDown", "Enter");
    await expect(page.getByRole("dialog", { name: "Guideline" })).toBeVisible();
    await expectAccessible(page);
  });
});
