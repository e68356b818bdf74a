import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BICYCLE, bicycleRules, idOf } from "@/lib/testing/annotation-builders";
import { awkwardText, placesIn } from "@/lib/testing/awkward-text";
import { isBlank } from "../text/is-blank";
import { DocumentText } from "../text/document-text";
import { codePoint } from "../text/offsets";
import { attributeColumns } from "./attribute-columns";
import { readImportLine, type ImportLine } from "./import-line";
import { importedSet, type ImportedSet } from "./imported-set";
import { isFault, type LineFault } from "./line-fault";
import { MisquotedError, trainingRow, type TrainingSource } from "./training-row";

const columns = attributeColumns([bicycleRules.schema]);
const meta = { title: "T", source: null, url: null, publishedAt: "2019-03-30", language: "en", extra: {} };

function aSource(
  text: string,
  spans: readonly (readonly [number, number])[],
  extra: Readonly<Record<string, unknown>> = {},
): TrainingSource {
  const document = DocumentText.of(text);
  return {
    document: { id: idOf(1), externalId: "a", text, textSha256: "0".repeat(64), meta: { ...meta, extra } },
    set: {
      kind: "annotator",
      annotator: "Ana",
      state: "submitted",
      schemaVersion: 1,
      guidelineVersion: 1,
      completedAt: "2026-11-22T08:00:00.000Z",
    },
    spans: spans.map(([start, end], index) => ({
      id: idOf(10 + index),
      start,
      end,
      label: index % 2 === 0 ? "claim" : "actor",
      quote: document.slice(codePoint(start), codePoint(end)),
      attributes:
        index % 2 === 0 ? { claim_type: "demand", concept_supports: ["a", "b"], anaphoric: false } : {},
      note: index === 0 ? "A note" : null,
      origin: "human",
    })),
    relations:
      spans.length > 1
        ? [{ id: idOf(99), type: "made_by", from: idOf(10), to: idOf(11), attributes: {} }]
        : [],
  };
}

function sound<T extends object>(result: T | LineFault): T {
  if (isFault(result)) throw new Error(JSON.stringify(result));
  return result;
}

function imported(line: ImportLine): ImportedSet {
  let next = 1000;
  return sound<ImportedSet>(
    importedSet(line, {
      setId: idOf(2),
      documentId: idOf(1),
      rules: { schema: bicycleRules.schema, text: DocumentText.of(line.text) },
      stamp: { actorId: null, at: "2026-11-22T08:00:00.000Z", origin: "imported" },
      newId: () => idOf(next++),
      usual: null,
    }),
  );
}

describe("a training row", () => {
  it("has the offsets that Python has, around the bicycle", () => {
    const row = trainingRow(
      aSource(BICYCLE, [
        [13, 28],
        [0, 10],
        [34, 45],
      ]),
      columns,
    );
    expect(row.spans.map(({ start, end, quote }) => [start, end, quote])).toEqual([
      [13, 28, "backs a car ban"],
      [0, 10, "Mayor Ruiz"],
      [34, 45, "Green Party"],
    ]);
  });

  it.each([
    ["a unit too far", 14, 29],
    ["outside of the text", 50, 60],
    ["the wrong way round", 28, 13],
    ["negative", -1, 14],
  ])("is not made of a span that is %s", (_, start, end) => {
    const source = aSource(BICYCLE, [[13, 28]]);
    const wrong = { ...source, spans: source.spans.map((span) => ({ ...span, start, end })) };
    expect(() => trainingRow(wrong, columns)).toThrow(MisquotedError);
  });

  it("read back gives the same text, metadata, annotations and relations", () => {
    const cases = awkwardText
      .filter((text) => !isBlank(text))
      .chain((text) =>
        fc.tuple(
          fc.constant(text),
          fc.uniqueArray(placesIn(DocumentText.of(text).length), {
            maxLength: 4,
            selector: (place) => place.join(),
          }),
          fc.dictionary(
            fc
              .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
              .filter((key) => key !== "__proto__" && key !== "constructor" && key !== "prototype"),
            fc.jsonValue({ maxDepth: 3 }),
            { maxKeys: 4 },
          ),
        ),
      );
    fc.assert(
      fc.property(cases, ([text, places, extra]) => {
        const source = aSource(text, places, JSON.parse(JSON.stringify(extra)) as Record<string, unknown>);
        const written = JSON.stringify(trainingRow(source, columns));
        const line = sound<ImportLine>(readImportLine(JSON.parse(written)));
        expect(line).toMatchObject({ externalId: "a", text, annotator: "Ana", unit: "codepoint" });
        expect(line.meta).toEqual({ ...meta, extra: source.document.meta.extra });
        const { set, outcomes } = imported(line);
        const back = [...set.annotations.values()];
        expect(
          back.map(({ start, end, label, quote, attributes, note }) => ({
            start,
            end,
            label,
            quote,
            attributes,
            note,
          })),
        ).toEqual(
          source.spans.map(({ start, end, label, quote, attributes, note }) => ({
            start,
            end,
            label,
            quote,
            attributes,
            note,
          })),
        );
        expect([...set.relations.values()].map(({ type, from, to }) => [type, from, to])).toEqual(
          source.relations.map(({ type }) => [type, back[0]?.id, back[1]?.id]),
        );
        expect(outcomes.every(({ status }) => status === "ok")).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
