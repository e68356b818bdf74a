import { expect, test } from "./surface-test";

const TEXT =
  "The “very old” minister warned of it. She left.\r\n\r\nSecond 😀 paragraph, with words.\nThird.";
const start = (quote: string): number => Array.from(TEXT.slice(0, TEXT.indexOf(quote))).length;
const span = (quote: string): readonly [number, number] => [
  start(quote),
  start(quote) + Array.from(quote).length,
];

test.beforeEach(({ surface }) => surface.mount(TEXT));

test.describe("a selection by mouse", () => {
  test("takes whole words, without the punctuation around them", async ({ surface }) => {
    const from = await surface.charBox(start("nister"));
    const to = await surface.charBox(start("arned"));
    await surface.drag(from, to);
    expect(await surface.reports()).toEqual([["select", ...span("minister warned"), "mouse"]]);
  });

  test("can begin inside the one before, which is not dragged about", async ({ surface }) => {
    await surface.drag(await surface.charBox(start("nister")), await surface.charBox(start("arned")));
    await surface.drag(await surface.charBox(start("warned")), await surface.charBox(start("he left")));
    expect((await surface.selections()).at(-1)).toEqual([span("warned")[0], span("She")[1]]);
  });

  test("takes characters with Alt", async ({ surface }) => {
    const from = await surface.charBox(start("nister"));
    const to = await surface.charBox(start("warned"));
    await surface.page.keyboard.down("Alt");
    await surface.drag({ x: from.left + 1, y: from.y }, { x: to.right - 2, y: to.y });
    await surface.page.keyboard.up("Alt");
    expect(await surface.reports()).toEqual([["select", ...span("nister w"), "mouse"]]);
  });

  test("runs over line ends and emoji, also backwards", async ({ surface }) => {
    await surface.drag(await surface.charBox(start("agraph")), await surface.charBox(start("eft")));
    const [first] = span("left.");
    expect(await surface.reports()).toEqual([["select", first, span("paragraph")[1], "mouse"]]);
  });

  test("takes the word by double click, the sentence by triple click, the paragraph by a fourth", async ({
    surface,
  }) => {
    const { x, y } = await surface.charBox(start("warned"));
    await surface.page.mouse.click(x, y, { clickCount: 4 });
    await expect
      .poll(() => surface.selections())
      .toEqual([
        span("warned"),
        span("The “very old” minister warned of it"),
        span("The “very old” minister warned of it. She left"),
      ]);
  });

  test("takes by triple click the sentence that was clicked", async ({ surface }) => {
    const { x, y } = await surface.charBox(start("left"));
    await surface.page.mouse.click(x, y, { clickCount: 3 });
    await expect.poll(async () => (await surface.selections()).at(-1)).toEqual(span("She left"));
  });

  test("grows by shift-click", async ({ surface }) => {
    const { x, y } = await surface.charBox(start("minister"));
    await surface.page.mouse.click(x, y, { clickCount: 2 });
    const to = await surface.charBox(start("eft"));
    await surface.page.keyboard.down("Shift");
    await surface.page.mouse.click(to.x, to.y);
    expect((await surface.selections()).at(-1)).toEqual([span("minister")[0], span("left")[1]]);
  });

  test("is given up by a click beside it, and only then", async ({ surface }) => {
    await surface.drag(await surface.charBox(start("minister")), await surface.charBox(start("arned")));
    const { x, y } = await surface.charBox(start("Third"));
    await surface.page.mouse.click(x, y);
    await expect.poll(() => surface.selections()).toEqual([span("minister warned"), [null, null]]);
  });

  test("stays when a field elsewhere takes the focus", async ({ surface }) => {
    await surface.drag(await surface.charBox(start("minister")), await surface.charBox(start("arned")));
    await surface.page.evaluate(() => {
      const field = document.body.appendChild(document.createElement("input"));
      field.value = "typed";
      field.focus();
      field.select();
    });
    await surface.rested();
    expect(await surface.selections()).toEqual([span("minister warned")]);
    expect(await surface.page.evaluate(() => window.article.surface.selection)).not.toBeNull();
  });
});

test.describe("a touch", () => {
  test.use({ hasTouch: true });

  test("selects when the fingers have rested", async ({ surface }) => {
    const { x, y } = await surface.charBox(start("nister"));
    await surface.page.touchscreen.tap(x, y);
    await surface.selectNatively(start("nister"), start("ned of"));
    await expect.poll(() => surface.selections()).toEqual([span("minister warned")]);
  });

  test("that is a tap means the annotation under it", async ({ surface }) => {
    await surface.annotate([{ id: "a", start: start("minister"), end: start("warned"), label: "actor" }]);
    const { x, y } = await surface.charBox(start("nister"));
    await surface.page.touchscreen.tap(x, y);
    await expect.poll(() => surface.hits()).toEqual([["a"]]);
  });
});

test.describe("a selection by other means", () => {
  test("is reported when it has rested, snapped to words", async ({ surface }) => {
    await surface.selectNatively(start("nister"), start("ned of"));
    await expect.poll(() => surface.reports()).toEqual([["select", ...span("minister warned"), "keyboard"]]);
  });

  test("that the caller makes is not reported", async ({ surface }) => {
    await surface.page.evaluate(() =>
      window.article.surface.setSelection(window.article.annotation({ id: "", label: "", start: 4, end: 9 })),
    );
    await surface.rested();
    expect(await surface.reports()).toEqual([]);
  });

  test("of everything copies the text as stored, line ends and all, without label names", async ({
    surface,
  }) => {
    await surface.annotate([{ id: "a", start: 0, end: 3, label: "claim" }]);
    await expect(surface.page.locator("[data-chip]")).toHaveText(["Claim"]);
    const copied = await surface.page.evaluate(() => {
      const article = document.querySelector("#article");
      if (article === null) throw new Error("no article");
      document.getSelection()?.selectAllChildren(article);
      const clipboardData = new DataTransfer();
      article.dispatchEvent(new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true }));
      return { text: clipboardData.getData("text/plain"), shown: document.getSelection()?.toString() ?? "" };
    });
    expect(copied.text).toBe(TEXT);
    expect(copied.shown).not.toContain("Claim");
  });
});
