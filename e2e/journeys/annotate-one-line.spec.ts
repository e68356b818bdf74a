import { AnnotatePage, openScene } from "../fixtures/annotate-page";
import { expect, test } from "../fixtures/test";

/** The largest text that is taken, in one line and without a blank: what a browser lays out worst. */
const LARGEST = 10 * 1024 * 1024;

test("the largest text in a single line without blanks opens, is searched and is marked by true offsets", async ({
  app,
  context,
  page,
}) => {
  test.slow();
  const text = `${"x".repeat(9_998)}RUIZ${"x".repeat(LARGEST / 2)}DELCY`.padEnd(LARGEST, "x");
  const annotate = new AnnotatePage(page, await openScene(app, context, text));
  await annotate.open();
  const field = page.getByRole("textbox", { name: "Find" });
  for (const name of ["RUIZ", "DELCY"]) {
    await annotate.press("Control+f");
    await field.fill(name);
    await expect(page.getByTestId("found")).toHaveText("1 of 1");
    await annotate.press("Escape");
    await expect(field).toBeHidden();
    await annotate.press("2");
    await annotate.saved();
  }
  expect((await annotate.stored()).annotations.map(({ start, quote }) => [start, quote])).toEqual([
    [text.indexOf("RUIZ"), "RUIZ"],
    [text.indexOf("DELCY"), "DELCY"],
  ]);
});
