import type { CaretUnit } from "@/lib/client/dom/surface";
import { expect, test, type SurfacePage } from "./surface-test";

const SENTENCE = "The minister warned that the government would fall before the end of the year, he said. ";
const TEXT = `${SENTENCE.repeat(4)}\r\n\r\n${SENTENCE.repeat(2)}\nשלום עולם abc.`;

const move = (
  surface: SurfacePage,
  unit: CaretUnit,
  direction: "back" | "forward",
  extend = false,
): Promise<string | null> =>
  surface.page.evaluate(
    ([by, way, isExtending]) => {
      const span = window.article.surface.caret.move(by, way, isExtending);
      return span && window.article.text.slice(span.start, span.end);
    },
    [unit, direction, extend] as const,
  );
const caretBox = (surface: SurfacePage): Promise<{ top: number; left: number; right: number }> =>
  surface.page.evaluate(() => {
    const { span } = window.article.surface.caret;
    if (span === null) throw new Error("no cursor");
    const { top, left, right } = window.article.surface.rangeOf(span).getBoundingClientRect();
    return { top, left, right };
  });

test.beforeEach(({ surface }) => surface.mount(TEXT));

test.describe("the token cursor", () => {
  test("comes up on the first word in view, then goes word by word", async ({ surface }) => {
    expect(await move(surface, "word", "forward")).toBe("The");
    expect(await move(surface, "word", "forward")).toBe("minister");
    expect(await move(surface, "word", "forward", true)).toBe("minister warned");
    expect(await move(surface, "word", "back")).toBe("minister");
  });

  test("keeps its column from line to line, and comes back to where it was", async ({ surface }) => {
    await move(surface, "word", "forward");
    for (let step = 0; step < 6; step++) await move(surface, "word", "forward");
    const first = await caretBox(surface);
    const tops = [first.top];
    for (let line = 0; line < 3; line++) {
      await move(surface, "line", "forward");
      const box = await caretBox(surface);
      expect(box.top).toBeGreaterThan(tops.at(-1) ?? 0);
      expect(box.left).toBeLessThan(first.right + 90);
      expect(box.right).toBeGreaterThan(first.left - 90);
      tops.push(box.top);
    }
    for (let line = 0; line < 3; line++) await move(surface, "line", "back");
    expect(await caretBox(surface)).toEqual(first);
  });

  test("goes through every line of the article down, and as many up", async ({ surface }) => {
    await move(surface, "word", "forward");
    const walk = async (direction: "back" | "forward"): Promise<number> => {
      for (let lines = 0; ; lines++) {
        const before = await caretBox(surface);
        await move(surface, "line", direction);
        if ((await caretBox(surface)).top === before.top) return lines;
      }
    };
    const lines = await surface.page.evaluate(() => {
      const boxes = [...document.querySelectorAll("#article p")].flatMap((row) => {
        const text = document.createRange();
        text.selectNodeContents(row.firstChild ?? row);
        return [...text.getClientRects()].filter((box) => box.width > 0);
      });
      return new Set(boxes.map((box) => Math.round(box.top))).size;
    });
    expect(await walk("forward")).toBe(lines - 1);
    expect(await walk("back")).toBe(lines - 1);
  });

  test("is reported, painted, and taken away", async ({ surface }) => {
    await move(surface, "word", "forward");
    expect(await surface.painted("caret")).toBe("The");
    await surface.page.evaluate(() => window.article.surface.caret.place(null));
    expect(await surface.painted("caret")).toBe("");
    expect(await surface.reports()).toEqual([
      ["caret", 0, 3],
      ["caret", null, null],
    ]);
  });

  test("stays in view down a long article", async ({ surface }) => {
    await surface.mount(TEXT.repeat(20));
    await move(surface, "word", "forward");
    for (let step = 0; step < 40; step++) await move(surface, "line", "forward");
    const { top } = await caretBox(surface);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(700);
  });
});
