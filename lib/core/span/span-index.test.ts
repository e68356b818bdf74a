import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { awkwardText, placesIn } from "@/lib/testing/awkward-text";
import { DocumentText } from "../text/document-text";
import { codePoint } from "../text/offsets";
import { Paragraphs } from "../text/paragraphs";
import { compare, compareBySize, overlaps, span } from "./span";
import { SpanIndex, type Spanned } from "./span-index";

const item = (id: string, start: number, end: number): Spanned => ({
  id,
  ...span(codePoint(start), codePoint(end)),
});
const ids = (items: Iterable<Spanned>): readonly string[] => [...items].map(({ id }) => id);
const paragraphsOf = (text: string): Paragraphs => Paragraphs.of(DocumentText.of(text));
const lines = paragraphsOf("first\r\n\r\nsecond\nthird");

type Step = readonly ["put", number, number, number] | readonly ["remove", number];

/** A text, steps that change an index over it, and places to ask about. */
const histories = awkwardText
  .map((text) => `${text}a\n`.repeat(2))
  .chain((text) => {
    const length = Array.from(text).length;
    const put = fc.tuple(fc.constant("put" as const), fc.nat(20), placesIn(length));
    const step: fc.Arbitrary<Step> = fc.oneof(
      put.map(([kind, id, [start, end]]) => [kind, id, start, end] as const),
      fc.nat(20).map((id) => ["remove", id] as const),
    );
    return fc.tuple(fc.constant(text), fc.array(step, { maxLength: 40 }), placesIn(length));
  });

describe("SpanIndex", () => {
  it("answers as a search through all items would, after any changes", () => {
    fc.assert(
      fc.property(histories, ([text, steps, [start, end]]) => {
        const paragraphs = paragraphsOf(text);
        const index = SpanIndex.of<Spanned>(paragraphs, []);
        const model = new Map<string, Spanned>();
        for (const step of steps) {
          const id = String(step[1]);
          if (step[0] === "put") {
            model.set(id, item(id, step[2], step[3]));
            index.replace(item(id, step[2], step[3]));
          } else {
            expect(index.remove(id)).toBe(model.delete(id));
          }
        }
        const all = [...model.values()].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
        const asked = item("asked", start, end);
        const point = item("point", start, start + 1);
        expect(ids(index.overlapping(asked))).toEqual(ids(all.filter((each) => overlaps(each, asked))));
        expect(ids(index.at(point.start))).toEqual(
          ids(all.filter((each) => overlaps(each, point)).sort(compareBySize)),
        );
        expect(ids(SpanIndex.of(paragraphs, all).overlapping(asked))).toEqual(ids(index.overlapping(asked)));
        expect(index.size).toBe(model.size);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds a span in every paragraph that it reaches, and one on a terminator in that line", () => {
    const index = SpanIndex.of(lines, [item("long", 2, 12), item("end", 5, 7)]);
    expect([0, 1, 2, 3].map((paragraph) => ids(index.inParagraph(paragraph)))).toEqual([
      ["long", "end"],
      ["long"],
      ["long"],
      [],
    ]);
  });

  it("finds a span over very many paragraphs like any other", () => {
    const many = paragraphsOf("a\n".repeat(200));
    const index = SpanIndex.of(many, [item("wide", 0, 400), item("near", 100, 101)]);
    expect(ids(index.inParagraph(50))).toEqual(["wide", "near"]);
    expect(ids(index.at(codePoint(100)))).toEqual(["near", "wide"]);
    expect(ids(index.overlapping(item("asked", 390, 400)))).toEqual(["wide"]);
    expect(index.remove("wide")).toBe(true);
    expect(ids(index.inParagraph(50))).toEqual(["near"]);
  });

  it("refuses an id twice and a span beyond the text, and stays as it was", () => {
    const index = SpanIndex.of(lines, [item("a", 0, 3)]);
    expect(() => index.add(item("a", 1, 2))).toThrow(RangeError);
    expect(() => index.add(item("b", 20, 30))).toThrow(RangeError);
    expect(() => index.replace(item("a", 20, 99))).toThrow(RangeError);
    expect(ids(index.values())).toEqual(["a"]);
    expect(ids(index.at(codePoint(0)))).toEqual(["a"]);
  });

  it("goes round in text order from an item or a place, forward and back", () => {
    fc.assert(
      fc.property(histories, ([text, steps, [start]]) => {
        const index = SpanIndex.of<Spanned>(paragraphsOf(text), []);
        for (const step of steps) {
          if (step[0] === "put") index.replace(item(String(step[1]), step[2], step[3]));
          else index.remove(String(step[1]));
        }
        const order = [...index.values()].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : 1));
        const split = order.findIndex((one) => one.start >= start);
        const ahead = split === -1 ? [] : order.slice(split);
        const behind = split === -1 ? order : order.slice(0, split);
        expect(ids(index.round(codePoint(start), "forward"))).toEqual(ids([...ahead, ...behind]));
        expect(ids(index.round(codePoint(start), "back"))).toEqual(
          ids([...behind.toReversed(), ...ahead.toReversed()]),
        );
        for (const [at, one] of order.entries()) {
          const round = [...order.slice(at + 1), ...order.slice(0, at)];
          expect(ids(index.round(one, "forward"))).toEqual(ids([...round, one]));
          expect(ids(index.round(one, "back"))).toEqual(ids([...round.toReversed(), one]));
        }
      }),
    );
  });
});
