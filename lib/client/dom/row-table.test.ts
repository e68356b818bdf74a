import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DocumentText } from "@/lib/core/text/document-text";
import { codePoint, utf16 } from "@/lib/core/text/offsets";
import { Paragraphs } from "@/lib/core/text/paragraphs";
import { awkwardText, placesIn } from "@/lib/testing/awkward-text";
import { RowTable } from "./row-table";

const tableOf = (text: string): RowTable => new RowTable(Paragraphs.of(DocumentText.of(text)));
const cases = { numRuns: 1000 };

describe("RowTable", () => {
  it("brings every offset that is shown back, on either side", () => {
    fc.assert(
      fc.property(awkwardText, (text) => {
        const table = tableOf(text);
        const { paragraphs } = table;
        const wrong: number[] = [];
        for (let row = 0; row < table.count; row++) {
          for (
            let offset = paragraphs.start(row);
            offset <= paragraphs.end(row);
            offset = codePoint(offset + 1)
          ) {
            const isEdge = offset === paragraphs.start(row) && row > 0;
            const start = table.offset(table.point(offset, "start"), "start");
            const end = table.offset(table.point(offset, "end"), "end");
            if (start !== offset || end !== (isEdge ? paragraphs.end(row - 1) : offset)) wrong.push(offset);
          }
        }
        expect(wrong).toEqual([]);
      }),
      cases,
    );
  });

  it("shows of a span exactly its text without the terminators", () => {
    const selections = awkwardText
      .filter((text) => text.length > 0)
      .chain((text) => fc.tuple(fc.constant(text), placesIn(Array.from(text).length)));
    fc.assert(
      fc.property(selections, ([text, [start, end]]) => {
        const table = tableOf(text);
        const span = { start: codePoint(start), end: codePoint(end) };
        let shown = "";
        for (let row = 0; row < table.count; row++) {
          const clip = table.clip(row, span);
          if (clip !== null) shown += table.textOf(row).slice(clip.from, clip.to);
        }
        expect(shown).toBe(
          table.paragraphs.text.slice(span.start, span.end).replace(/[\r\n\u2028\u2029\u0085]/g, ""),
        );
      }),
      cases,
    );
  });

  it("moves a place inside a surrogate pair outward", () => {
    const table = tableOf("a\r\n😀b");
    const inside = { row: 1, unit: utf16(1) };
    expect(table.offset(inside, "start")).toBe(3);
    expect(table.offset(inside, "end")).toBe(4);
  });

  it("shows the inside of a terminator at the end of its row", () => {
    const table = tableOf("ab\r\nc");
    expect(table.point(codePoint(3), "start")).toEqual({ row: 0, unit: 2 });
    expect(table.point(codePoint(4), "start")).toEqual({ row: 1, unit: 0 });
    expect(table.point(codePoint(4), "end")).toEqual({ row: 0, unit: 2 });
  });
});
