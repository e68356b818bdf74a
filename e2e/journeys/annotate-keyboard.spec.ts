import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, expectAccessible, test } from "../fixtures/test";

const ARTICLE = [
  "Ruiz wants a car ban in Leeds. The Green Party and the unions object to the plan.",
  "“The plan is unfair,” said Maria Soto, who leads the unions. Ruiz did not answer; Soto’s unions will strike.",
].join("\r\n");

/** Nothing here touches the mouse: every step is a key, from the list of documents to the next document. */
test("a whole article is done without the mouse", async ({ app, context, page }) => {
  test.slow();
  const annotate = new AnnotatePage(page, await openScene(app, context, ARTICLE));
  const { scene, inspector } = annotate;
  await app.world.document(scene.projectId, "Another article, with little in it.");

  // From the list into the article.
  await page.goto(`/projects/${scene.projectId}/documents`);
  await page.getByRole("link", { name: /^Ruiz wants a car ban/ }).press("Enter");
  await annotate.ready();
  await expect(annotate.text).toBeFocused();

  // Mark: two words by letter and digit, and a claim by its menu.
  await annotate.press("ArrowRight", "a");
  await annotate.press("ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight");
  await expect(inspector).toContainText("a car ban");
  await annotate.press("Enter");
  await page.getByRole("menuitem", { name: /Claim/ }).waitFor();
  await page.keyboard.type("cla");
  await annotate.press("ArrowDown", "Enter");
  await expect(annotate.row(/^Claim: a car ban/)).toBeVisible();

  // Attributes: Enter leads to what is asked for, digits answer, and the last answer leads back.
  await annotate.press("Enter", "1");
  await expect(inspector.getByRole("radio", { name: "demand" })).toBeChecked();
  await annotate.press("2");
  await expect(inspector.getByRole("radio", { name: "indirect" })).toBeChecked();
  await expect(annotate.text).toBeFocused();

  // Link, and a note.
  await annotate.press("r", "n", "Enter");
  await expect(inspector.getByRole("list", { name: "Relations" })).toContainText("made by → Actor: Ruiz");
  await annotate.press("m");
  await page.keyboard.type("as reported");
  await annotate.press("Escape");

  // Boundaries: by sentence and back by word.
  await annotate.press("Control+]", "[", "[");
  await annotate.saved();
  expect(await annotate.marks()).toEqual(["actor: Ruiz", "claim: a car ban"]);

  // Find the two who object, mark them as one, cut them apart, and drop “and”.
  await annotate.press("Control+f");
  await page.keyboard.type("the green party and the unions");
  await expect(page.getByTestId("found")).toHaveText("1 of 1");
  await annotate.press(
    "Enter",
    "Escape",
    "2",
    "ArrowLeft",
    "ArrowRight",
    "ArrowRight",
    "ArrowRight",
    "x",
    "}",
  );
  await annotate.saved();
  expect(await annotate.marks()).toEqual([
    "actor: Ruiz",
    "claim: a car ban",
    "actor: The Green Party",
    "actor: the unions",
  ]);
  // Joined again, and that taken back.
  await annotate.press("{", "j", "Control+z", "Control+z", "Control+y", "Control+z");
  await annotate.saved();
  expect(await annotate.marks()).toHaveLength(4);

  // The same words everywhere.
  await annotate.press("Control+Home", "p", "n", "n", "Shift+n");
  await page.getByRole("option", { selected: true }).waitFor();
  await annotate.press("Control+f");
  await page.keyboard.type("the unions");
  await annotate.press("Escape");
  await annotate.press("n");
  await expect(annotate.row(/^Actor: the unions/).first()).toHaveAttribute("aria-selected", "true");
  await annotate.press("e");
  await expect(page.getByTestId("spread-count")).toHaveText("1 more place");
  await annotate.press("Enter");
  await expect(page.getByTestId("annotation-count")).toHaveText("5");
  await annotate.press("Control+z");
  await expect(page.getByTestId("annotation-count")).toHaveText("4");
  await annotate.press("Control+y");
  await expect(page.getByTestId("annotation-count")).toHaveText("5");
  await expectAccessible(page);

  // What is still missing, one after the other; then submit, and on to the next document.
  for (let left = 4; left > 0; left -= 1) {
    await annotate.press("i", "Enter", left === 1 ? "5" : "1");
    await expect(annotate.text).toBeFocused();
  }
  await annotate.press("Control+Enter");
  await expect(page.getByRole("dialog", { name: "Submit this document?" })).toBeVisible();
  await annotate.press("Enter");
  await expect(page.getByText("You submitted this.")).toBeVisible();
  await annotate.saved();
  expect((await annotate.stored()).state).toBe("submitted");
  await annotate.press("Control+Alt+ArrowRight");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Another article, with little in it.");
  await annotate.ready();
  await expect(annotate.text).toBeFocused();
});
