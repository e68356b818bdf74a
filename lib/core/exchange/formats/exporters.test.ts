import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bicycleRules } from "@/lib/testing/annotation-builders";
import { saidBy, saidWithout, type SaidSpan } from "@/lib/testing/kept-in-format";
import { awkwardSources, bicycleSource } from "@/lib/testing/training-sources";
import type { ImportLine } from "../import-line";
import { isFault, type LineFault } from "../line-fault";
import { MisquotedError, type TrainingSource } from "../training-row";
import { readBrat } from "./read-brat";
import { readDoccanoLine } from "./doccano";
import type { ExportSettings, Piece } from "./exporter";
import { EXPORTERS } from "./exporters";
import { fitToSchema } from "./fit-to-schema";
import { SET_FORMATS, type SetFormat } from "./format-names";
import { readLabelStudioTask } from "./read-label-studio";
import { placeAnswer } from "./instruction";
import { readProdigyTask } from "./prodigy";
import { readWebAnnotations } from "./read-web-annotation";
import { readWebanno } from "./read-webanno";
import { readSpacyLine } from "./spacy";

interface Conversation {
  readonly messages: readonly { readonly content: string }[];
}

const SETTINGS: ExportSettings = { tokens: "expand", columns: "labels", cells: "exact" };
const everyFormat = SET_FORMATS.map((format) => ({ format, exporter: EXPORTERS[format] }));

function encoded(format: SetFormat, source: TrainingSource, settings: Partial<ExportSettings> = {}) {
  const encoder = EXPORTERS[format].begin([bicycleRules.schema], { ...SETTINGS, ...settings });
  const { pieces, losses } = encoder.encode(source);
  return {
    pieces,
    file: written([...encoder.head, ...pieces, ...encoder.end()]),
    line: written(pieces),
    losses,
  };
}

const written = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");

describe.each(everyFormat)("$format", ({ format, exporter }) => {
  it("reports no loss that it does not declare", () => {
    fc.assert(
      fc.property(awkwardSources, (source) => {
        const kinds = new Set(encoded(format, source).losses.map(({ kind }) => kind));
        expect([...kinds].filter((kind) => !exporter.loses.includes(kind))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("names only annotations and relations of the source in its losses", () => {
    fc.assert(
      fc.property(awkwardSources, (source) => {
        const ids = [null, ...source.spans.map(({ id }) => id), ...source.relations.map(({ id }) => id)];
        expect(encoded(format, source).losses.filter(({ of }) => !ids.includes(of))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it("stops at a span that does not enclose what it quotes", () => {
    const shifted = {
      ...bicycleSource,
      spans: bicycleSource.spans.map((span) => ({ ...span, quote: "other" })),
    };
    expect(() => encoded(format, shifted)).toThrow(MisquotedError);
  });
});

describe("what is written as lines of JSON", () => {
  const pairs: readonly [SetFormat, (value: unknown) => ImportLine | LineFault, "utf16" | "codepoint"][] = [
    ["doccano", readDoccanoLine, "utf16"],
    ["doccano-relations", readDoccanoLine, "utf16"],
    ["prodigy", readProdigyTask, "codepoint"],
    ["spacy", readSpacyLine, "codepoint"],
  ];

  it.each(pairs)("%s comes back but for the losses that were reported", (format, read, unit) => {
    fc.assert(
      fc.property(awkwardSources, (source) => {
        const { line, losses } = encoded(format, source);
        const back = read(JSON.parse(line));
        expect(saidBy(back, unit)).toEqual(saidWithout(source, losses));
        expect(back).toMatchObject({
          externalId: "afp-77",
          meta: { title: "Council row", source: "Daily", publishedAt: "2019-03-30", language: "en" },
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe("what is written as files", () => {
  const fitting = (line: ImportLine) => fitToSchema(line, bicycleRules.schema);

  it("brat comes back but for the losses that were reported", () => {
    fc.assert(
      fc.property(awkwardSources, (source) => {
        const { pieces, losses } = encoded("brat", source);
        const [text, ann] = pieces;
        const back = readBrat(text?.text ?? "", ann?.text ?? "", { externalId: "afp-77", annotator: "Ana" });
        if (isFault(back)) throw new Error(back.message);
        const expected = saidWithout(source, losses);
        const spans = expected.spans.map((span) => withoutBreaksAround(span, source.document.text));
        expect(saidBy(fitting(back.line))).toEqual({ ...expected, spans });
      }),
      { numRuns: 1000 },
    );
  });

  it("WebAnno TSV comes back but for the losses that were reported", () => {
    fc.assert(
      fc.property(awkwardSources, (source) => {
        const { line, losses } = encoded("webanno", source);
        const back = readWebanno(line, { externalId: "afp-77", annotator: "Ana" });
        const isTextLost = losses.some(({ kind }) => kind === "text");
        if (isFault(back)) {
          expect([isTextLost, back.code]).toEqual([true, "empty_text"]);
          return;
        }
        const isMoved = losses.some(({ kind }) => kind === "border");
        const { spans, relations, text } = saidBy(fitting(back));
        const expected = saidWithout(source, losses);
        if (!isTextLost) expect(text).toBe(source.document.text);
        expect(relations).toEqual(expected.relations);
        const places = ({ start, end, ...others }: SaidSpan) =>
          isMoved ? others : { start, end, ...others };
        expect(inOrder(spans.map(places))).toEqual(inOrder(expected.spans.map(places)));
      }),
      { numRuns: 1000 },
    );
  });

  it("Web Annotation comes back but for the losses that were reported", () => {
    fc.assert(
      fc.property(awkwardSources, (source) => {
        const { pieces, losses } = encoded("web-annotation", source);
        const [text, page] = pieces.map((piece) => piece.text);
        if (source.spans.length === 0) return;
        const back = readWebAnnotations(text ?? "", JSON.parse(page ?? ""), {
          externalId: "afp-77",
          annotator: "",
        });
        expect(isFault(back) ? back : saidBy(fitting(back))).toEqual(saidWithout(source, losses));
      }),
      { numRuns: 1000 },
    );
  });

  it("an answer of instruction tuning leads back to the same places", () => {
    fc.assert(
      fc.property(awkwardSources, (source) => {
        const { messages } = JSON.parse(encoded("instruction", source).line) as Conversation;
        const [, article, answer] = messages.map(({ content }) => content);
        expect(placeAnswer(article ?? "", JSON.parse(answer ?? ""))).toEqual(
          source.spans.map(({ label, start, end, attributes }) => ({ label, start, end, attributes })),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("Label Studio comes back but for the losses that were reported", () => {
    fc.assert(
      fc.property(awkwardSources, (source) => {
        const { file, losses } = encoded("label-studio", source);
        const [task] = JSON.parse(file.slice(file.indexOf("</View>\n[") + 8)) as readonly unknown[];
        const lines = readLabelStudioTask(task);
        if (isFault(lines)) throw new Error(lines.message);
        expect(lines.map((line) => saidBy(fitting(line), "utf16"))).toEqual([saidWithout(source, losses)]);
      }),
      { numRuns: 1000 },
    );
  });

  it("Label Studio has one task for all who annotated a document", () => {
    const encoder = EXPORTERS["label-studio"].begin([bicycleRules.schema], SETTINGS);
    const { set } = bicycleSource;
    if (set === null) throw new Error("no set");
    const pieces = ["Ana", "Ben"].flatMap((annotator) => [
      ...encoder.encode({ ...bicycleSource, set: { ...set, annotator } }).pieces,
    ]);
    const tasks = JSON.parse(
      written([{ path: "", text: "[" }, ...pieces, ...encoder.end()]),
    ) as readonly unknown[];
    expect(tasks).toHaveLength(1);
    expect(readLabelStudioTask(tasks[0])).toMatchObject([{ annotator: "Ana" }, { annotator: "Ben" }]);
  });
});

const inOrder = (spans: readonly object[]) => spans.map((span) => JSON.stringify(span)).sort();

/** brat has no span that begins or ends with the end of a line. */
function withoutBreaksAround(span: SaidSpan, text: string): SaidSpan {
  const points = [...text];
  const isBreak = (index: number) => /^(?!\t)[\p{Cc}\u2028\u2029]$/u.test(points[index] ?? "");
  let { start, end } = span;
  while (isBreak(start)) start++;
  while (isBreak(end - 1)) end--;
  return { ...span, start, end };
}

describe("the bicycle", () => {
  it("has the units of doccano", () => {
    expect(JSON.parse(encoded("doccano", bicycleSource).line)).toMatchObject({
      label: [
        [0, 10, "actor"],
        [14, 29, "claim"],
        [35, 46, "actor"],
      ],
      annotator: "Ana",
      external_id: "afp-77",
    });
    expect(JSON.parse(encoded("doccano-relations", bicycleSource).line)).toMatchObject({
      entities: [
        { id: 1, start_offset: 0, end_offset: 10, label: "actor" },
        { id: 2, start_offset: 14, end_offset: 29, label: "claim" },
        { id: 3, start_offset: 35, end_offset: 46, label: "actor" },
      ],
      relations: [{ id: 4, from_id: 2, to_id: 1, type: "made_by" }],
    });
  });

  it("has the units and the tokens of Prodigy", () => {
    expect(JSON.parse(encoded("prodigy", bicycleSource).line)).toMatchObject({
      spans: [
        { start: 0, end: 10, token_start: 0, token_end: 1, label: "actor" },
        { start: 13, end: 28, token_start: 3, token_end: 6, label: "claim" },
        { start: 34, end: 45, token_start: 9, token_end: 10, label: "actor" },
      ],
      relations: [{ head: 6, child: 1, label: "made_by", head_span: { start: 13 }, child_span: { end: 10 } }],
      answer: "accept",
    });
  });

  it("is a column of tags for each label, or one for all", () => {
    const lines = encoded("conll", bicycleSource).file.split("\n");
    expect(lines.slice(0, 3)).toEqual([
      "# global.columns = ID FORM claim actor stance",
      '# newdoc id = "afp-77"',
      '# annotator = "Ana"',
    ]);
    expect(lines.slice(3, 8)).toEqual([
      "1\tMayor\tO\tB-actor\tO",
      "2\tRuiz\tO\tI-actor\tO",
      "3\t🚲\tO\tO\tO",
      "4\tbacks\tB-claim\tO\tO",
      "5\ta\tI-claim\tO\tO",
    ]);
    const classic = encoded("bilou", bicycleSource, { columns: "one" }).file.split("\n");
    expect(classic.slice(0, 9)).toEqual([
      "-DOCSTART- -X- -X- O",
      "",
      "Mayor -X- _ B-actor",
      "Ruiz -X- _ L-actor",
      "🚲 -X- _ O",
      "backs -X- _ B-claim",
      "a -X- _ I-claim",
      "car -X- _ I-claim",
      "ban -X- _ L-claim",
    ]);
  });

  it("is rows of a table with code points", () => {
    const rows = encoded("spans-csv", bicycleSource).file.split("\r\n");
    expect(rows[0]).toMatch(
      /^document,external_id,title,.*,annotation,label,start,end,quote,note,origin,attributes\.claim_type,/,
    );
    expect(rows[2]).toContain(",claim,13,28,backs a car ban,,human,demand,");
  });
});
