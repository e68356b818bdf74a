import { expect, test } from "./surface-test";

const TEXT =
  "She said the new levy would unfairly punish families in Leeds, and left.\nAnother line of text.";
const at = (quote: string): number => TEXT.indexOf(quote);
const annotation = (id: string, label: string, from: string, to: string) => ({
  id,
  label,
  start: at(from),
  end: at(to) + to.length,
});
const NESTED = [
  annotation("claim", "claim", "the new", "Leeds"),
  annotation("stance", "stance", "unfairly", "punish"),
  annotation("actor", "actor", "punish", "and"),
];

test.beforeEach(({ surface }) => surface.mount(TEXT, { chips: "none" }, NESTED));

test.describe("a click", () => {
  test("on nested spans means the smallest, and again in one place the next outward", async ({ surface }) => {
    const { x, y } = await surface.charBox(at("punish") + 2);
    for (const id of ["stance", "actor", "claim", "stance"]) {
      await surface.click(x, y);
      expect((await surface.hits()).at(-1)?.[0]).toBe(id);
      await surface.page.evaluate((selected) => window.article.surface.select(selected), id);
    }
  });

  test("on an underline means the very span that it belongs to", async ({ surface }) => {
    const { x, bottom } = await surface.charBox(at("punish") + 2);
    const baseline = bottom - (await surface.descent());
    await surface.click(x, baseline + 4);
    await surface.click(x, baseline + 8);
    await surface.click(x, baseline + 12);
    expect((await surface.hits()).map(([first]) => first)).toEqual(["claim", "stance", "actor"]);
  });

  test("lists all that lie there", async ({ surface }) => {
    const { x, y } = await surface.charBox(at("punish") + 2);
    await surface.click(x, y);
    expect(await surface.hits()).toEqual([["stance", "actor", "claim"]]);
  });

  test("means nothing beside the text, after the end of a line, and on bare text", async ({ surface }) => {
    const { right, y } = await surface.charBox(at("text."));
    const said = await surface.charBox(at("said"));
    await surface.click(right + 200, y);
    await surface.click(said.x, said.y);
    await surface.page.mouse.click(20, said.y);
    expect(await surface.hits()).toEqual([[], []]);
  });

  test("on a chip means its annotation", async ({ surface }) => {
    await surface.mount(TEXT, {}, NESTED);
    await surface.page.locator('[data-chip="claim"]').click();
    expect(await surface.hits()).toEqual([["claim"]]);
  });

  test("finds every annotation at each of its characters", async ({ surface }) => {
    for (const { id, start, end } of NESTED) {
      for (let offset = start; offset < end; offset += 3) {
        const { x, y } = await surface.charBox(offset);
        await surface.click(x, y);
        expect((await surface.hits()).at(-1)).toContain(id);
      }
    }
  });
});

test.describe("the pointer", () => {
  test("hovers the smallest annotation under it, and none where none is", async ({ surface }) => {
    const inside = await surface.charBox(at("unfairly"));
    const outside = await surface.charBox(at("She"));
    await surface.page.mouse.move(inside.x, inside.y);
    await expect.poll(() => surface.hovers()).toEqual(["stance"]);
    await surface.page.mouse.move(outside.x, outside.y);
    await expect.poll(() => surface.hovers()).toEqual(["stance", null]);
  });
});
