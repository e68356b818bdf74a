import { dawidSkene, type Responses } from "@/lib/core/agreement/aggregate/dawid-skene";
import { voteOnCharacters, voteOnSpans, type VotedSpan } from "@/lib/core/agreement/aggregate/vote-on-spans";
import { figuresOfResamples, intervalsOf } from "@/lib/core/agreement/bootstrap";
import { boundarySimilarity } from "@/lib/core/agreement/boundary-similarity";
import type { MeasuredDocument, Unit, UnitRelation } from "@/lib/core/agreement/document";
import type { Criterion } from "@/lib/core/agreement/matching/match-units";
import { figureKey, type Measure } from "@/lib/core/agreement/measure";
import { attributeAgreement } from "@/lib/core/agreement/spans/attribute-agreement";
import { charDice } from "@/lib/core/agreement/spans/char-dice";
import { f1Of, type MatchCounts } from "@/lib/core/agreement/spans/match-counts";
import { nerSchemes, schemeScores } from "@/lib/core/agreement/spans/ner-schemes";
import { relationF1 } from "@/lib/core/agreement/spans/relation-f1";
import { spanF1 } from "@/lib/core/agreement/spans/span-f1";
import { sumTallies, type Tally } from "@/lib/core/agreement/tally";
import { at } from "@/lib/core/at";
import { DocumentText } from "@/lib/core/text/document-text";
import { utf16 } from "@/lib/core/text/offsets";
import { measured, ofTwo, valueOf, type WrittenDocument } from "./measured-documents";

interface Pairs {
  readonly documents: readonly { readonly a: readonly Unit[]; readonly b: readonly Unit[] }[];
}

const EXACT: Criterion = { labelled: true, borders: "equal" };
const overlap = (iou: number): Criterion => ({ labelled: true, borders: "overlap", iou });
const criterionOf = (iou: number): Criterion => (iou === 1 ? EXACT : overlap(iou));
const AB = { annotators: ["a", "b"] };

/** The figures of all documents, and their total. */
function measure<T extends Tally>(of: Measure<T>, documents: readonly MeasuredDocument[]) {
  const total = sumTallies(
    documents.map((document) => of.tally(document)),
    of.nothing,
  );
  return { total, figures: of.figures(total) };
}

function scoresOf({ documents }: Pairs, criterion: Criterion) {
  const { total, figures } = measure(
    spanF1(criterion),
    documents.map(({ a, b }) => ofTwo(a, b)),
  );
  const labels = total.pairs["a"]?.["b"]?.labels ?? {};
  const counts = sumTallies(Object.values(labels), { matched: 0, a: 0, b: 0 });
  return {
    tp: counts.matched,
    a: counts.a,
    b: counts.b,
    f1: valueOf(figures, "f1", AB),
    precision: valueOf(figures, "precision", AB),
    recall: valueOf(figures, "recall", AB),
  };
}

interface Linked {
  readonly spans: readonly Unit[];
  readonly relations: readonly UnitRelation[];
}

const spanRow = ({ start, end, label }: VotedSpan) => [start, end, label];

/** What the vectors of spans, and of all that is no continuum, name, by metric. */
export const SPAN_VECTORS = {
  "spans.f1": (input: Pairs) => ({
    exact_labelled: scoresOf(input, EXACT),
    exact_unlabelled: scoresOf(input, { ...EXACT, labelled: false }),
    iou50_labelled: scoresOf(input, overlap(0.5)),
    any_overlap_labelled: scoresOf(input, overlap(0)),
    char_dice_labelled: valueOf(
      measure(
        charDice(),
        input.documents.map(({ a, b }) => ofTwo(a, b)),
      ).figures,
      "dice",
    ),
  }),
  "spans.f1_by_label": ({ documents }: Pairs) => {
    const { total, figures } = measure(
      spanF1(EXACT),
      documents.map(({ a, b }) => ofTwo(a, b)),
    );
    const labels = Object.keys(total.pairs["a"]?.["b"]?.labels ?? {});
    return {
      micro: valueOf(figures, "f1"),
      macro: valueOf(figures, "macro"),
      per_label: Object.fromEntries(labels.map((label) => [label, valueOf(figures, "f1", { label })])),
    };
  },
  "spans.f1_multi": ({
    annotator_order: names,
    documents,
  }: {
    annotator_order: readonly string[];
    documents: readonly WrittenDocument[];
  }) => {
    const { figures } = measure(
      spanF1(EXACT),
      documents.map((document) => measured(document)),
    );
    // A pair that shares no document has no figure; the vectors write null.
    const ofPair = (annotators: readonly string[]) =>
      figures.find(
        (one) =>
          one.name === "f1" && one.label === null && one.annotators?.join() === annotators.toSorted().join(),
      )?.coefficient.value ?? null;
    return {
      mean_pairwise_f1: valueOf(figures, "f1"),
      pairs: Object.fromEntries(
        names.flatMap((a, index) => names.slice(index + 1).map((b) => [`${a}|${b}`, ofPair([a, b])])),
      ),
    };
  },
  "spans.ner_schemes": (input: { true: readonly Unit[]; pred: readonly Unit[] }) =>
    Object.fromEntries(
      Object.entries(nerSchemes(input.true, input.pred)).map(([scheme, counts]) => {
        const { precision, recall, f1 } = schemeScores(counts);
        return [scheme, { ...counts, precision: precision.value, recall: recall.value, f1: f1.value }];
      }),
    ),
  "boundary.similarity": (input: { masses_a: readonly number[]; masses_b: readonly number[] }) => ({
    B: boundarySimilarity(input.masses_a, input.masses_b).value,
  }),
  "attributes.conditional": ({ documents }: Pairs, params: { attribute: string; iou: number }) => {
    const attribute = {
      label: at(at(documents, 0).a, 0).label,
      key: params.attribute,
      multiple: false,
      level: { level: "nominal" as const },
    };
    const { total, figures } = measure(
      attributeAgreement(attribute, criterionOf(params.iou)),
      documents.map(({ a, b }) => ofTwo(a, b)),
    );
    return {
      n_matched: total.pairs["a"]?.["b"]?.spans.matched,
      percent: valueOf(figures, "percent", { label: attribute.label }),
      kappa: valueOf(figures, "kappa", { label: attribute.label }),
      alpha: valueOf(figures, "alpha", { label: attribute.label }),
    };
  },
  "relations.f1": (
    { documents }: { documents: readonly { a: Linked; b: Linked }[] },
    params: { iou: number },
  ) => {
    const { total, figures } = measure(
      relationF1(criterionOf(params.iou)),
      documents.map(({ a, b }) => ({
        id: "document",
        length: 10_000,
        sets: new Map([
          ["a", { units: a.spans, relations: a.relations }],
          ["b", { units: b.spans, relations: b.relations }],
        ]),
      })),
    );
    const types = Object.values(total.pairs["a"]?.["b"]?.types ?? {}).map(({ all }) => all);
    const counts = sumTallies(types, { matched: 0, a: 0, b: 0 });
    return {
      tp: counts.matched,
      a: counts.a,
      b: counts.b,
      f1: valueOf(figures, "f1"),
      f1_given_matched_arguments: valueOf(figures, "given"),
    };
  },
  "bootstrap.percentile": (
    input: { per_document: readonly { tp: number; a: number; b: number }[]; resamples: number[][] },
    { alpha }: { alpha: number },
  ) => {
    const nothing: MatchCounts = { matched: 0, a: 0, b: 0 };
    const tallies = input.per_document.map(({ tp, a, b }) => ({ matched: tp, a, b }));
    const figuresOf = (total: MatchCounts) => [
      { name: "f1", label: null, annotators: null, coefficient: f1Of(total) },
    ];
    const replicates = figuresOfResamples(tallies, nothing, figuresOf, input.resamples);
    const key = figureKey(at(figuresOf(nothing), 0));
    const interval = intervalsOf(replicates, alpha).get(key);
    return {
      point: f1Of(sumTallies(tallies, nothing)).value,
      replicates: replicates.flatMap((figures) =>
        figures.flatMap(({ coefficient }) => coefficient.value ?? []),
      ),
      ci_low: interval?.range?.low,
      ci_high: interval?.range?.high,
    };
  },
  "aggregate.dawid_skene": (
    input: {
      classes: readonly number[];
      responses: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
    },
    params: { tol: number; max_iter: number },
  ) => {
    const categories = input.classes.map(String);
    const responses = Object.entries(input.responses).map(([thing, given]): [string, Responses] => [
      thing,
      new Map(Object.entries(given).map(([annotator, answers]) => [annotator, answers.map(String)])),
    ]);
    const { prevalence, labels } = dawidSkene(categories, new Map(responses), {
      tolerance: params.tol,
      iterations: params.max_iter,
    });
    return {
      marginals: categories.map((category) => prevalence.get(category)),
      labels: Object.fromEntries([...labels].map(([thing, label]) => [thing, Number(label)])),
    };
  },
  "aggregate.spans": (
    { annotators }: { annotators: readonly (readonly Unit[])[] },
    params: { min_votes: number },
  ) => ({
    exact: voteOnSpans(annotators, params.min_votes).map(spanRow),
    char_vote: voteOnCharacters(annotators, params.min_votes).map(spanRow),
  }),
  "offsets.utf16_to_codepoint": (input: { text: string; utf16_offsets: readonly number[] }) => {
    const text = DocumentText.of(input.text);
    return { codepoint_offsets: input.utf16_offsets.map((offset) => text.toCodePoint(utf16(offset))) };
  },
};
