import { describe, expect, it } from "vitest";
import { bicycleRules, BICYCLE } from "@/lib/testing/annotation-builders";
import { saidBy } from "@/lib/testing/kept-in-format";
import { isFault } from "../line-fault";
import { readDoccanoLine } from "./doccano";
import { fitToSchema } from "./fit-to-schema";
import { readProdigyTask } from "./prodigy";
import { readBrat } from "./read-brat";
import { readLabelStudioTask } from "./read-label-studio";
import { readWebAnnotations } from "./read-web-annotation";
import { readWebanno } from "./read-webanno";
import { readSpacyLine } from "./spacy";

const ABOUT = { externalId: "x", annotator: "ana" };
const ACTOR = [0, 10, "ACTOR"];
const CLAIM = [13, 28, "CLAIM"];
const places = (said: ReturnType<typeof saidBy>) =>
  said.spans.map(({ start, end, label }) => [start, end, label]);

describe("doccano", () => {
  it.each([
    {
      label: [
        [0, 10, "ACTOR"],
        [14, 29, "CLAIM"],
      ],
      Comments: [],
    },
    {
      labels: [
        [0, 10, "ACTOR"],
        [14, 29, "CLAIM"],
      ],
    },
    {
      entities: [
        [0, 10, "ACTOR"],
        [14, 29, "CLAIM"],
      ],
      cats: ["support"],
    },
    {
      entities: [
        { id: 1, start_offset: 0, end_offset: 10, label: "ACTOR" },
        { id: 2, start_offset: 14, end_offset: 29, label: "CLAIM" },
      ],
      relations: [{ id: 1, from_id: 2, to_id: 1, type: "made_by" }],
    },
    {
      annotations: [
        { label: "ACTOR", start_offset: 0, end_offset: 10, user: 2 },
        { label: "CLAIM", start_offset: 14, end_offset: 29, user: 2 },
      ],
      annotation_approver: null,
    },
  ])("is read in each of its shapes: $label$labels$entities$annotations", (shape) => {
    const line = readDoccanoLine({ id: 1, text: BICYCLE, ...shape });
    expect(places(saidBy(line, "utf16"))).toEqual([ACTOR, CLAIM]);
  });

  it("keeps what else a line says, and the numbers of labels whose names are in another file", () => {
    const line = readDoccanoLine({
      text: BICYCLE,
      source: "Daily",
      cats: ["support"],
      Comments: ["unclear"],
      annotations: [{ label: 7, start_offset: 0, end_offset: 10 }],
    });
    expect(line).toMatchObject({
      spans: [{ label: "7" }],
      meta: { source: "Daily", extra: { cats: ["support"], comments: ["unclear"] } },
    });
  });

  it("refuses a span that ends before it begins", () => {
    expect(readDoccanoLine({ text: "ab", label: [[1, 1, "X"]] })).toMatchObject({
      code: "invalid_annotations",
    });
  });
});

describe("Label Studio", () => {
  const region = (id: string, start: number, end: number, text: string, label: string) => ({
    id,
    from_name: "kind",
    to_name: "txt",
    type: "labels",
    value: { start, end, text, labels: [label] },
  });
  const task = {
    id: 1,
    data: { text: BICYCLE, outlet: "Daily" },
    annotations: [
      {
        completed_by: { id: 3, email: "ana@example.org" },
        was_cancelled: false,
        result: [
          region("a1", 0, 10, "Mayor Ruiz", "ACTOR"),
          region("c1", 14, 29, "backs a car ban", "CLAIM"),
          {
            id: "c1",
            from_name: "stance",
            to_name: "txt",
            type: "choices",
            value: { start: 14, end: 29, text: "backs a car ban", choices: ["support"] },
          },
          { type: "relation", from_id: "c1", to_id: "a1", direction: "right", labels: ["made_by"] },
        ],
      },
      { completed_by: 4, was_cancelled: true, result: [region("z", 0, 5, "Mayor", "ACTOR")] },
      { completed_by: 5, result: [] },
    ],
  };

  it("has a line for each annotation that was not cancelled, with attributes and relations", () => {
    const lines = readLabelStudioTask(task);
    if (isFault(lines)) throw new Error(lines.message);
    expect(lines.map(({ annotator }) => annotator)).toEqual(["ana@example.org", "5"]);
    expect(lines.slice(0, 1).map((line) => places(saidBy(line)))).toEqual([[ACTOR, CLAIM]]);
    expect(lines[0]).toMatchObject({
      meta: { extra: { outlet: "Daily" } },
      spans: [{}, { attributes: { stance: ["support"] } }],
      relations: [{ type: "made_by", from: 1, to: 0 }],
    });
  });

  it("counts HyperText by its global offsets", () => {
    const value = {
      start: "/div[1]/text()[1]",
      end: "/div[1]/text()[1]",
      startOffset: 0,
      endOffset: 10,
      globalOffsets: { start: 0, end: 10 },
      hypertextlabels: ["ACTOR"],
    };
    const result = [{ id: "a", from_name: "l", to_name: "t", type: "hypertextlabels", value }];
    const lines = readLabelStudioTask({ data: { html: BICYCLE }, annotations: [{ result }] });
    if (isFault(lines)) throw new Error(lines.message);
    expect(lines.map((line) => places(saidBy(line)))).toEqual([[ACTOR]]);
  });
});

describe("Prodigy", () => {
  it("counts code points, and takes nothing of what was rejected", () => {
    const spans = [
      { start: 0, end: 10, token_start: 0, token_end: 1, label: "ACTOR" },
      { start: 13, end: 28, token_start: 3, token_end: 6, label: "CLAIM" },
    ];
    const [actor, claim] = spans;
    const relations = [{ head: 6, child: 1, label: "made_by", head_span: claim, child_span: actor }];
    const one = {
      text: BICYCLE,
      spans,
      relations,
      _annotator_id: "db-anna",
      _input_hash: 1,
      answer: "accept",
    };
    expect(places(saidBy(readProdigyTask(one)))).toEqual([ACTOR, CLAIM]);
    expect(readProdigyTask(one)).toMatchObject({
      annotator: "db-anna",
      relations: [{ type: "made_by", from: 1, to: 0 }],
      meta: { extra: {} },
    });
    expect(readProdigyTask({ ...one, answer: "reject" })).toMatchObject({ spans: [], relations: [] });
  });
});

describe("spaCy", () => {
  it.each([
    [
      {
        text: BICYCLE,
        spans: [
          { start: 0, end: 10, label: "ACTOR" },
          { start: 13, end: 28, label: "CLAIM" },
        ],
      },
    ],
    [[BICYCLE, { entities: [ACTOR, CLAIM] }]],
    [[BICYCLE, { spans: { sc: [ACTOR, CLAIM] }, cats: { L: 1 } }]],
  ])("is read as lines and as tuples", (value) => {
    expect(places(saidBy(readSpacyLine(value)))).toEqual([ACTOR, CLAIM]);
  });
});

describe("brat", () => {
  const ann = [
    "T1\tActor 0 10\tMayor Ruiz",
    "T2\tClaim 13 28\tbacks a car ban",
    "T4\tCue 13 18;25 28\tbacks ban",
    "R1\tMadeBy Arg1:T2 Arg2:T1",
    "E1\tClaim:T2 Speaker:T1",
    "A1\tStance T2 support",
    "A2\tNegated T2",
    "N1\tReference T1 Wikidata:Q123\tMayor Ruiz",
    "#1\tAnnotatorNotes T2\tpolicy level unclear",
    "*\tEquiv T1 T2",
    "",
  ].join("\r\n");

  it("has spans, attributes, flags, notes, relations and the roles of events; the rest is named", () => {
    const back = readBrat(BICYCLE, ann, ABOUT);
    if (isFault(back)) throw new Error(back.message);
    expect(places(saidBy(back.line))).toEqual([
      [0, 10, "Actor"],
      [13, 28, "Claim"],
      [13, 28, "Cue"],
    ]);
    expect(back.line.spans[1]).toMatchObject({
      attributes: { Stance: "support", Negated: true },
      note: "policy level unclear",
    });
    expect(back.line.relations.map(({ type, from, to }) => [type, from, to])).toEqual([
      ["MadeBy", 1, 0],
      ["Speaker", 1, 0],
    ]);
    expect(back.notices.map(({ id }) => id)).toEqual(["T4", "N1", "*"]);
  });
});

describe("WebAnno TSV", () => {
  const file = [
    "#FORMAT=WebAnno TSV 3.3",
    "#T_SP=custom.Statement|kind|stance",
    "#T_RL=custom.MadeBy|role|BT_custom.Statement",
    "",
    "",
    "#Text=Mayor Ruiz 🚲 backs a car ban",
    "1-1\t0-5\tMayor\tactor[1]\t*[1]\t_\t_\t",
    "1-2\t6-10\tRuiz\tactor[1]\t*[1]\t_\t_\t",
    "1-3\t11-13\t🚲\t_\t_\t_\t_\t",
    "1-4\t14-19\tbacks\tclaim[2]\tsupport[2]\tspeaker\t1-1[1_2]\t",
    "1-5\t20-21\ta\tclaim[2]\tsupport[2]\t_\t_\t",
    "1-6\t22-25\tcar\tclaim[2]|actor\\|x[3]\tsupport[2]|*[3]\t_\t_\t",
    "1-7\t26-29\tban\tclaim[2]\tsupport[2]\t_\t_\t",
    "",
  ].join("\n");

  it("has spans over several tokens, stacked ones, and relations at their target", () => {
    const line = readWebanno(file, ABOUT);
    expect(places(saidBy(line))).toEqual([
      [0, 10, "actor"],
      [13, 28, "claim"],
      [21, 24, "actor|x"],
    ]);
    expect(line).toMatchObject({
      text: "Mayor Ruiz 🚲 backs a car ban",
      spans: [{ attributes: {} }, { attributes: { stance: "support" } }, {}],
      relations: [{ type: "speaker", from: 0, to: 1 }],
    });
  });
});

describe("Web Annotation", () => {
  const annotation = (start: number, end: number) => ({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "Annotation",
    creator: { id: "u:anna" },
    body: [{ type: "TextualBody", purpose: "tagging", value: "CLAIM" }],
    target: {
      source: "https://paper.example/a/1",
      selector: [
        { type: "TextQuoteSelector", exact: "backs a car ban" },
        { type: "TextPositionSelector", start, end },
      ],
    },
  });

  it.each([
    [13, 28],
    [14, 29],
  ])("finds by the quote whether %d counts code points or UTF-16 units", (start, end) => {
    const line = readWebAnnotations(BICYCLE, [annotation(start, end)], ABOUT);
    expect(places(saidBy(line))).toEqual([CLAIM]);
    expect(line).toMatchObject({ annotator: "u:anna", meta: { url: "https://paper.example/a/1" } });
  });
});

describe("fitToSchema", () => {
  it("gives attributes the types of the schema, and leaves what it cannot read", () => {
    const line = readDoccanoLine({ text: BICYCLE });
    if (isFault(line)) throw new Error(line.message);
    const attributes = { claim_type: ["demand"], concept_supports: "a; b", anaphoric: "true", unknown: "x" };
    const span = { start: 0, end: 5, label: "claim", quote: null, note: null, attributes };
    const [fitted] = fitToSchema({ ...line, spans: [span] }, bicycleRules.schema).spans;
    expect(fitted?.attributes).toEqual({
      claim_type: "demand",
      concept_supports: ["a", "b"],
      anaphoric: true,
      unknown: "x",
    });
  });
});
