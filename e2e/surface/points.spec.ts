import fc from "fast-check";
import type { PainterKind } from "@/lib/client/dom/surface";
import { awkwardText } from "@/lib/testing/awkward-text";
import { expect, test } from "./surface-test";

interface Sample {
  readonly text: string;
  readonly painter: PainterKind;
  /** Where annotations and selections are, more or less: taken modulo the length. */
  readonly places: readonly number[];
}

const sample = fc.record<Sample>({
  text: awkwardText.map((text) => `${text} end`),
  painter: fc.constantFrom<PainterKind>("highlights", "segments"),
  places: fc.array(fc.nat(), { minLength: 2, maxLength: 8 }),
});

// All samples go to the page at once: a thousand trips there and back would take a minute.
const samples = (): readonly Sample[] => fc.sample(sample, 1000);

/** In the page: ranges that hold another text than their offsets, line ends apart. */
const wrongRanges = (given: readonly Sample[]): readonly unknown[] =>
  given.flatMap(({ text, painter, places }) => {
    window.article.mount(text, { painter });
    const { surface, text: whole, annotate, annotation } = window.article;
    const at = (id: string, start: number, length: number) =>
      annotation({ id, label: "claim", start, end: Math.min(start + length, whole.length) });
    annotate(places.map((place, index) => at(String(index), place % whole.length, 1 + (place % 17))));
    const wrong: unknown[] = [];
    for (let start = 0; start < whole.length; start += 1 + (start % 5)) {
      const span = at("", start, 1 + (start % 7));
      const expected = whole.slice(span.start, span.end).replace(/[\r\n\u2028\u2029\u0085]/g, "");
      const found = surface
        .rangeOf(span)
        .toString()
        .replace(/ Claim (start|end) /g, "");
      if (found !== expected) wrong.push({ text, painter, places, span, found });
    }
    return wrong;
  });

/** In the page: selections that come back, when copied, as another text. */
const wrongSelections = (given: readonly Sample[]): readonly unknown[] =>
  given.flatMap(({ text, painter, places }) => {
    window.article.mount(text, { painter });
    const { surface, text: whole, annotation } = window.article;
    const [first = 0, second = 0] = places.map((place) => place % whole.length);
    const span = annotation({
      id: "",
      label: "",
      start: Math.min(first, second),
      end: Math.max(first, second) + 1,
    });
    surface.setSelection(span);
    const clipboardData = new DataTransfer();
    const copy = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
    document.querySelector("#article")?.dispatchEvent(copy);
    const bare = (string: string): string => string.replace(/[\r\n\u2028\u2029\u0085]/g, "");
    const found = clipboardData.getData("text/plain");
    // Ends inside a line end are shown at the end of the row.
    return bare(found) === bare(whole.slice(span.start, span.end)) ? [] : [{ text, painter, span, found }];
  });

test.describe("places in the page", () => {
  test("hold the text of their offsets, whatever the text", async ({ surface }) => {
    expect(await surface.page.evaluate(wrongRanges, samples())).toEqual([]);
  });

  test("come back as the same offsets from a native selection", async ({ surface }) => {
    expect(await surface.page.evaluate(wrongSelections, samples())).toEqual([]);
  });

  test("are the same when the server has rendered the first rows", async ({ surface }) => {
    await surface.mount("One\r\n\r\ntwo 😀\u2028three\nfour", { serverRows: 3, chips: "none" }, [
      { id: "a", start: 11, end: 12, label: "actor" },
    ]);
    const rows = surface.page.locator("#article p");
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
    await expect(surface.page.locator("#article p")).toHaveText(["fresh", "text"]);
  });
});
