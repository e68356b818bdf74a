import fc from "fast-check";
import type { PainterKind } from "@/lib/client/dom/surface";
import { awkwardText } from "@/lib/testing/awkward-text";
import { expect, test } from "./surface-test";

const painters = fc.constantFrom<PainterKind>("highlights", "segments");

/** Checks in the page: a range over every stretch up to `reach` long holds exactly the text without line ends. */
const wrongRanges = ([text, painter, places]: readonly [
  string,
  PainterKind,
  readonly number[],
]): readonly string[] => {
  window.article.mount(text, { painter });
  const { surface, text: whole } = window.article;
  const annotations = places.flatMap((place, index) => {
    const start = place % (whole.length + 1);
    const end = Math.min(start + 1 + (place % 17), whole.length);
    return start < end ? [{ id: String(index), label: "claim", start, end }] : [];
  });
  window.article.annotate(annotations);
  const wrong: string[] = [];
  for (let start = 0; start < whole.length; start++) {
    for (const length of [1, 2, 7]) {
      const end = start + length;
      if (end > whole.length) continue;
      const span = { start: start as never, end: end as never };
      const expected = whole.slice(span.start, span.end).replace(/[\r\n\u2028\u2029\u0085]/g, "");
      const found = surface
        .rangeOf(span)
        .toString()
        .replace(/ Claim (start|end) /g, "");
      if (found !== expected)
        wrong.push(`[${start}, ${end}) ${JSON.stringify(found)} is not ${JSON.stringify(expected)}`);
    }
  }
  return wrong;
};

test.describe("places in the page", () => {
  test("hold the text of their offsets, whatever the text", async ({ surface }) => {
    await fc.assert(
      fc.asyncProperty(
        awkwardText,
        painters,
        fc.array(fc.nat(200), { maxLength: 8 }),
        async (text, painter, places) => {
          expect(await surface.page.evaluate(wrongRanges, [text, painter, places] as const)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("come back as the same offsets from a native selection", async ({ surface }) => {
    const selections = awkwardText
      .map((text) => `${text} end`)
      .chain((text) => fc.tuple(fc.constant(text), fc.nat(), fc.nat()));
    await fc.assert(
      fc.asyncProperty(selections, async ([text, a, b]) => {
        const copied = await surface.page.evaluate(
          ([string, first, second]) => {
            window.article.mount(string);
            const { surface: here, text: whole } = window.article;
            const places = [first % whole.length, second % whole.length].sort((x, y) => x - y);
            const span = { start: places[0] as never, end: ((places[1] ?? 0) + 1) as never };
            here.setSelection(span);
            const data = new DataTransfer();
            document
              .querySelector("#article")
              ?.dispatchEvent(
                new ClipboardEvent("copy", { clipboardData: data, bubbles: true, cancelable: true }),
              );
            return { copied: data.getData("text/plain"), expected: whole.slice(span.start, span.end) };
          },
          [text, a, b] as const,
        );
        const bare = (string: string): string => string.replace(/[\r\n\u2028\u2029\u0085]/g, "");
        expect(bare(copied.copied)).toBe(bare(copied.expected));
      }),
      { numRuns: 300 },
    );
  });

  test("are the same when the server has rendered the first rows", async ({ surface }) => {
    await surface.mount("One\r\n\r\ntwo 😀\u2028three\nfour", { serverRows: 3, chips: "none" }, [
      { id: "a", start: 11, end: 12, label: "actor" },
    ]);
    const rows = surface.page.locator("#article > p");
    await expect(rows).toHaveText(["One", "", "two 😀", "three", "four"]);
    const shown = await surface.page.evaluate(() => {
      const smile = window.article.surface.annotationsAt(
        window.article.annotation({ id: "", label: "", start: 11, end: 12 }).start,
      )[0];
      return smile === undefined ? null : window.article.surface.rangeOf(smile).toString();
    });
    expect(shown).toBe("😀");
  });

  test("replace rows of the server that hold another text", async ({ surface }) => {
    await surface.page.evaluate(() => {
      document
        .querySelector("#article")
        ?.append(Object.assign(document.createElement("p"), { textContent: "stale" }));
    });
    await surface.mount("fresh\ntext");
    await expect(surface.page.locator("#article > p")).toHaveText(["fresh", "text"]);
  });
});
