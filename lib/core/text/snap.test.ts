import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardText, placesIn } from "@/lib/testing/awkward-text";
import { DocumentText } from "./document-text";
import { codePoint } from "./offsets";
import { Paragraphs } from "./paragraphs";
import { Segments } from "./segments";
import { snapToGraphemes, snapToWords } from "./snap";

type Snap = typeof snapToWords;

/** Snaps what stands between the bars of `marked`. */
function snapped(snap: Snap, marked: string): string | null {
  const [before = "", selected = "", after = ""] = marked.split("|");
  const text = DocumentText.of(before + selected + after);
  const start = DocumentText.of(before).length;
  const segments = Segments.of(Paragraphs.of(text), "en");
  const span = snap(segments, { start, end: codePoint(start + DocumentText.of(selected).length) });
  return span && text.slice(span.start, span.end);
}

describe("snapToWords", () => {
  it.each([
    ["the mi|nister wa|rned", "minister warned"],
    ["the| minister |warned", "minister"],
    ["|“Stop it,” |she said", "Stop it"],
    ["|“Stop it.”| She", "Stop it"],
    ["an |“unacceptable” move|.", "“unacceptable” move"],
    ["a |move “unacceptable”|.", "move “unacceptable”"],
    ["|“A” and “B”|", "“A” and “B”"],
    ['|"A" and "B"|', '"A" and "B"'],
    ['|"No", he said|', '"No", he said'],
    ["|„Nein“|, sagte er", "Nein"],
    ["|»Nein« und mehr|", "»Nein« und mehr"],
    ["|‘I don’t know,’| he", "I don’t know"],
    ["|the workers’ |union", "the workers"],
    ["|(BBC)| said", "BBC"],
    ["the |corporation (BBC).|", "corporation (BBC)"],
    ["|[1]| and", "1"],
    ["about |5%| more", "5%"],
    ["|$5b|n", "$5bn"],
    ["the |U.S|. said", "U.S."],
    ["the |U.S. |said", "U.S."],
    ["|Stop!|", "Stop"],
    ["he said |—| then", "—"],
    ["wait| … |what", "…"],
    ["|don|’t", "don’t"],
    ["say |👨‍👩|‍👧 now", "👨‍👩‍👧"],
    ["a |word\r\n\r\nne|xt", "word\r\n\r\nnext"],
    ["a |\r\n\u2028next| b", "next"],
    ["a|   |b", null],
    ["a|\n|b", null],
  ])("%j gives %j", (marked, quote) => {
    expect(snapped(snapToWords, marked)).toBe(quote);
  });
});

describe("snapToGraphemes", () => {
  it.each([
    ["mi|nis|ter", "nis"],
    ["a| , b |c", ", b"],
    ["e|\u0301| b", "e\u0301"],
    ["|👨|‍👩‍👧", "👨‍👩‍👧"],
    ["a|\u0085\t|b", null],
  ])("%j gives %j", (marked, quote) => {
    expect(snapped(snapToGraphemes, marked)).toBe(quote);
  });
});

describe.each([
  ["snapToWords", snapToWords],
  ["snapToGraphemes", snapToGraphemes],
])("%s, whatever the text", (_, snap) => {
  it("cuts no grapheme, is never empty, and finds nothing to change the second time", () => {
    const texts = awkwardText.filter((text) => text.length > 0);
    const selections = texts.chain((text) => fc.tuple(fc.constant(text), placesIn(Array.from(text).length)));
    fc.assert(
      fc.property(selections, ([string, [start, end]]) => {
        const text = DocumentText.of(string);
        const segments = Segments.of(Paragraphs.of(text), "en");
        const span = snap(segments, { start: codePoint(start), end: codePoint(end) });
        if (span === null) return;
        const quote = text.slice(span.start, span.end);
        expect(quote).not.toBe("");
        const first = segments.at("grapheme", span.start);
        const last = segments.at("grapheme", codePoint(span.end - 1));
        expect(first === null || first.start === span.start).toBe(true);
        expect(last === null || last.end === span.end).toBe(true);
        expect(snap(segments, span)).toEqual(span);
      }),
      { numRuns: 2000 },
    );
  });
});
