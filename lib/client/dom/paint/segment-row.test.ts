import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutLanes } from "@/lib/core/span/lanes";
import { DocumentText } from "@/lib/core/text/document-text";
import { codePoint } from "@/lib/core/text/offsets";
import { Paragraphs } from "@/lib/core/text/paragraphs";
import { awkwardText, placesIn } from "@/lib/testing/awkward-text";
import { RowTable } from "../row-table";
import type { SurfaceAnnotation } from "../surface";
import { NO_MARKS } from "./row-paint";
import { segmentRow, type RowSegment } from "./segment-row";

const annotation = (id: string, start: number, end: number): SurfaceAnnotation => ({
  id,
  label: "claim",
  state: "saved",
  start: codePoint(start),
  end: codePoint(end),
});

const segmentsOf = (
  text: string,
  row: number,
  annotations: readonly SurfaceAnnotation[],
): readonly RowSegment[] => {
  const table = new RowTable(Paragraphs.of(DocumentText.of(text)));
  return segmentRow(table, row, { placed: layOutLanes(annotations), marks: NO_MARKS });
};

describe("segmentRow", () => {
  it("cuts where spans begin and end, and says which do so there", () => {
    const segments = segmentsOf("abcdef", 0, [
      annotation("outer", 0, 4),
      annotation("inner", 2, 4),
      annotation("cross", 3, 6),
    ]);
    const seen = segments.map(({ from, to, covering, starting, ending }) => ({
      at: `${from}-${to}`,
      covering: covering.map(({ item }) => item.id).join(),
      starting: starting.map(({ id }) => id).join(),
      ending: ending.map(({ id }) => id).join(),
    }));
    expect(seen).toEqual([
      { at: "0-2", covering: "outer", starting: "outer", ending: "" },
      { at: "2-3", covering: "outer,inner", starting: "inner", ending: "" },
      { at: "3-4", covering: "outer,inner,cross", starting: "cross", ending: "inner,outer" },
      { at: "4-6", covering: "cross", starting: "", ending: "cross" },
    ]);
  });

  it("says the start and the end of a span over several rows once each", () => {
    const long = [annotation("long", 1, 8)];
    const edges = [0, 1, 2].map((row) => {
      const segments = segmentsOf("ab\r\ncd\nef", row, long);
      return [
        segments.flatMap(({ starting }) => starting).length,
        segments.flatMap(({ ending }) => ending).length,
      ];
    });
    expect(edges).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
    ]);
  });

  it("gives the whole row, each piece covered by exactly the spans that hold it", () => {
    const given = awkwardText
      .filter((text) => text.length > 0)
      .chain((text) =>
        fc.tuple(fc.constant(text), fc.array(placesIn(Array.from(text).length), { maxLength: 8 })),
      );
    fc.assert(
      fc.property(given, ([text, places]) => {
        const annotations = places.map(([start, end], index) => annotation(String(index), start, end));
        const table = new RowTable(Paragraphs.of(DocumentText.of(text)));
        for (let row = 0; row < table.count; row++) {
          const inRow = annotations.filter((each) => table.clip(row, each) !== null);
          const segments = segmentRow(table, row, { placed: layOutLanes(inRow), marks: NO_MARKS });
          expect(segments.map(({ from, to }) => table.textOf(row).slice(from, to)).join("")).toBe(
            table.textOf(row),
          );
          const ids = (items: readonly SurfaceAnnotation[]): string =>
            items
              .map(({ id }) => id)
              .sort()
              .join();
          const holding = (from: number, to: number): readonly SurfaceAnnotation[] =>
            inRow.filter((each) => {
              const clip = table.clip(row, each);
              return clip !== null && clip.from <= from && to <= clip.to;
            });
          const wrong = segments.filter(
            ({ from, to, covering }) => ids(covering.map(({ item }) => item)) !== ids(holding(from, to)),
          );
          expect(wrong).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
