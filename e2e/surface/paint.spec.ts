import { expect, test } from "./surface-test";

const LINE = "The minister warned that the government would fall before the end of the year. ";
const TEXT = `${LINE}\n${LINE}\r\n${LINE}`;
const claim = { id: "c", label: "claim", start: 4, end: 40 };
const actor = { id: "a", label: "actor", start: 4, end: 12 };

test.describe("painting by highlights", () => {
  test("draws each label and lane under a name of its own, and leaves the text whole", async ({
    surface,
  }) => {
    await surface.mount(TEXT, {}, [claim, actor]);
    expect(await surface.painted("0-0")).toBe("minister warned that the government ");
    expect(await surface.painted("1-1")).toBe("minister");
    const nodes = await surface.page.evaluate(() =>
      [...document.querySelectorAll("#article p")].map(
        (row) => [...row.childNodes].filter((node) => node.nodeType === 3).length,
      ),
    );
    expect(nodes).toEqual([1, 1, 1]);
  });

  test("shows fill and line on the screen", async ({ surface }) => {
    await surface.mount(TEXT, { chips: "none" }, [claim]);
    expect(await surface.colours(5, 12)).toBeGreaterThan(0.5);
    expect(await surface.colours(60, 68)).toBe(0);
  });

  test("draws a change in the same task", async ({ surface }) => {
    await surface.mount(TEXT, {}, [claim]);
    const painted = await surface.page.evaluate(
      ([one, other]) => {
        const { surface: here, annotation } = window.article;
        const count = (): number =>
          [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
        const counts = [count()];
        here.change({ added: [annotation(one)] });
        counts.push(count());
        here.change({ changed: [annotation({ ...other, state: "pending" })], removed: [one.id] });
        counts.push(count());
        here.setAnnotations([]);
        counts.push(count());
        return counts;
      },
      [actor, claim] as const,
    );
    expect(painted).toEqual([1, 2, 2, 0]);
  });

  test("draws a span over several paragraphs in each of them, without line ends", async ({ surface }) => {
    await surface.mount("one\r\ntwo\n\nthree", {}, [{ id: "long", label: "stance", start: 1, end: 12 }]);
    expect(await surface.painted("2-0")).toBe("ne|two|th");
  });

  test("marks what is selected, hovered and found, wherever it comes from", async ({ surface }) => {
    await surface.mount(TEXT, {}, [claim, actor]);
    await surface.page.evaluate(() => {
      const { surface: here, annotation } = window.article;
      here.select("a");
      here.hover("c");
      here.setMatches(
        [annotation({ id: "", label: "", start: 0, end: 3 })],
        annotation({ id: "", label: "", start: 84, end: 87 }),
      );
    });
    expect(await surface.painted("1-strong")).toBe("minister");
    expect(await surface.painted("selected")).toBe("minister");
    expect(await surface.painted("dim")).toBe(`The |${LINE.slice(12)}`);
    expect(await surface.painted("0-strong")).toBe("minister warned that the government ");
    expect(await surface.painted("match")).toBe("The");
    expect(await surface.painted("current")).toBe("min");
    await surface.page.evaluate(() => window.article.surface.select(null));
    expect(await surface.painted("selected")).toBe("");
    expect(await surface.painted("dim")).toBe("");
  });

  test("draws only rows near the view, and others when they come near", async ({ surface }) => {
    const annotations = Array.from({ length: 300 }, (_, row) => ({
      id: String(row),
      label: "claim",
      start: row * (LINE.length + 1),
      end: row * (LINE.length + 1) + 3,
    }));
    await surface.mount(`${LINE}\n`.repeat(300), {}, annotations);
    await expect.poll(async () => (await surface.painted("0-0")).split("|").length).toBeLessThan(100);
    await surface.page.evaluate(() => window.article.surface.reveal("290"));
    await expect.poll(() => surface.isPainted("290")).toBe(true);
    await expect.poll(() => surface.isPainted("0")).toBe(false);
    const { top, bottom } = await surface.charBox(290 * (LINE.length + 1));
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(700);
  });

  test("draws all rows for print, and afterwards only the near ones", async ({ surface }) => {
    const annotations = [
      { id: "last", label: "claim", start: 299 * (LINE.length + 1), end: 299 * (LINE.length + 1) + 3 },
    ];
    await surface.mount(`${LINE}\n`.repeat(300), {}, annotations);
    const counts = await surface.page.evaluate(() => {
      const count = (): number =>
        [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0);
      const before = count();
      window.dispatchEvent(new Event("beforeprint"));
      const during = count();
      window.dispatchEvent(new Event("afterprint"));
      return [before, during, count()];
    });
    expect(counts).toEqual([0, 1, 0]);
  });

  test("starts anew in an article that another surface has left", async ({ surface }) => {
    await surface.mount(TEXT, {}, [claim]);
    const same = await surface.page.evaluate((annotation) => {
      const { surface: first, text, remount, annotate } = window.article;
      const row = document.querySelector("#article p");
      first.destroy();
      remount();
      annotate([annotation]);
      return document.querySelector("#article p") === row && text.length > 0;
    }, claim);
    expect(same).toBe(true);
    expect(await surface.painted("0-0")).toBe("minister warned that the government ");
  });

  test("draws what is unknown to the schema without a fill", async ({ surface }) => {
    await surface.mount(TEXT, {}, [{ ...claim, label: "gone" }]);
    expect(await surface.painted("3-0")).toBe("minister warned that the government ");
  });

  test("leaves nothing behind, and nobody else's highlights alone", async ({ surface }) => {
    const left = await surface.page.evaluate(
      (annotation) => {
        CSS.highlights.set("foreign", new Highlight());
        window.article.mount("The minister warned");
        window.article.annotate([annotation]);
        window.article.surface.destroy();
        return {
          names: [...CSS.highlights.keys()],
          sheets: document.adoptedStyleSheets.length,
          text: document.querySelector("#article")?.innerHTML,
        };
      },
      { id: "a", label: "actor", start: 4, end: 12 },
    );
    expect(left).toEqual({ names: ["foreign"], sheets: 0, text: "<p>The minister warned</p>" });
  });
});

test.describe("chips", () => {
  test("name the labels above the text once it rests, side by side, with what lies too deep", async ({
    surface,
  }) => {
    const nested = Array.from({ length: 6 }, (_, depth) => ({
      id: String(depth),
      label: "claim",
      start: 4 * depth,
      end: 70 - depth,
    }));
    await surface.mount(TEXT, {}, nested);
    await expect(surface.page.locator("[data-chip]")).toHaveText(["Claim", "Claim", "Claim", "Claim +2"]);
  });

  test("are shown for what is hovered or selected only, if so wished", async ({ surface }) => {
    await surface.mount(TEXT, { chips: "focus" }, [claim, actor]);
    await surface.page.evaluate(() => window.article.surface.select("a"));
    await expect(surface.page.locator("[data-chip]")).toHaveText(["Actor"]);
    await surface.page.evaluate(() => window.article.surface.select(null));
    await expect(surface.page.locator("[data-chip]")).toHaveCount(0);
  });

  test("go with their annotation", async ({ surface }) => {
    await surface.mount(TEXT, {}, [claim]);
    await expect(surface.page.locator("[data-chip]")).toHaveCount(1);
    await surface.annotate([]);
    await expect(surface.page.locator("[data-chip]")).toHaveCount(0);
  });
});

test.describe("painting by segments", () => {
  test("wraps the text in marks with spoken edges, and nothing of that is the article's text", async ({
    surface,
  }) => {
    await surface.mount("The minister warned of it", { painter: "segments", chips: "none" }, [
      { id: "c", label: "claim", start: 4, end: 19 },
      { id: "a", label: "actor", start: 4, end: 12 },
    ]);
    await expect(surface.page.locator("#article p")).toHaveText(
      "The Claim start Actor start minister Actor end warned Claim end of it",
    );
    await expect(surface.page.locator('mark[data-annotation="a"]')).toHaveText("minister");
    expect(await surface.colours(5, 11)).toBeGreaterThan(0.4);
  });

  test("keeps the label's line under what is selected or not yet saved", async ({ surface }) => {
    await surface.mount(TEXT, { painter: "segments", chips: "none" }, [{ ...claim, state: "pending" }]);
    await surface.page.evaluate(() => window.article.surface.select("c"));
    const lines = await surface.page
      .locator('mark[data-annotation="c"]')
      .evaluate((mark) =>
        [mark, ...mark.querySelectorAll("span")].map(
          (element) => getComputedStyle(element).textDecorationLine,
        ),
      );
    const drawn = lines.filter((line) => line !== "none");
    expect(drawn.sort()).toEqual(["overline", "overline", "underline"]);
  });

  test("looks away when told, and leaves whole rows", async ({ surface }) => {
    await surface.mount(TEXT, { painter: "segments", chips: "none" }, [claim]);
    await surface.page.evaluate(() => window.article.surface.setPainter("highlights"));
    await expect(surface.page.locator("#article mark")).toHaveCount(0);
    expect(await surface.painted("0-0")).toBe("minister warned that the government ");
  });
});

test.describe("a long article", () => {
  test("is painted where one jumps to, and keeps all its text in the page", async ({ surface }) => {
    const rows = 4200;
    const row = LINE.length + 1;
    await surface.mount(`${LINE}\n`.repeat(rows), {}, [
      { id: "far", label: "claim", start: row * 4000, end: row * 4000 + 3 },
      { id: "first", label: "claim", start: 0, end: 3 },
    ]);
    await surface.page.evaluate(() => window.article.surface.reveal("far"));
    await expect.poll(() => surface.isPainted("far")).toBe(true);
    const { top, bottom } = await surface.charBox(row * 4000);
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(700);
    const position = await surface.page.evaluate(() => window.article.surface.readingPosition());
    expect(Math.abs(position / row - 4000)).toBeLessThan(20);
    await expect(surface.page.locator("#article p")).toHaveCount(rows);
    await surface.page.evaluate(() => {
      for (let step = 0; step < 30; step++) window.article.surface.caret.move("line", "forward");
    });
    const caret = await surface.page.evaluate(() => {
      const { span } = window.article.surface.caret;
      return span === null
        ? null
        : (window.article.surface.rangeOf(span).getBoundingClientRect().toJSON() as DOMRect);
    });
    expect(caret?.top).toBeGreaterThan(0);
    expect(caret?.bottom).toBeLessThan(700);
  });
});
