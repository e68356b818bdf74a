import { DocumentText } from "../../text/document-text";
import { codePoint, type CodePoint } from "../../text/offsets";
import { Paragraphs } from "../../text/paragraphs";
import { Segments } from "../../text/segments";
import { refuseMisquotes, type SourceSpan, type TrainingSource } from "../training-row";
import { encoderOfLines, jsonLine, type Exporter } from "./exporter";
import { attributeLosses, noteLoss, relationLoss, type Loss } from "./loss";
import type { Keys } from "./read-line";
import { nameOf } from "./statements";

/** The parts of a stance in the preset: what it is called, which side it takes, towards whom, and held by whom. */
const STANCE = { label: "stance", polarity: "polarity", target: "toward", holder: "held_by" } as const;

/** Training pairs for stance detection: the sentences, the target, the holder, and the side that is taken. */
export const stancePairs: Exporter = {
  name: "Stance pairs",
  about:
    "JSONL with a row for each stance, target and holder: the sentences they stand in, and the polarity.",
  fileName: "triptych-stance-pairs.jsonl",
  type: "application/x-ndjson",
  loses: ["text", "span", "attribute", "note", "relation", "relation_attribute"],
  settings: [],
  begin: () =>
    encoderOfLines((source) => {
      refuseMisquotes(source.document.id, source.document.text, source.spans);
      const pairs = pairsOf(source);
      return {
        text: pairs.map((pair) => jsonLine(rowOf(pair, source))).join(""),
        losses: lossesOf(source, pairs),
      };
    }),
};

/** A stance towards a target, or towards a concept that is no span (`target` null), of a holder if there is one. */
interface StancePair {
  readonly stance: SourceSpan;
  readonly target: SourceSpan | null;
  readonly holder: SourceSpan | null;
}

function pairsOf({ spans, relations }: TrainingSource): readonly StancePair[] {
  const byId = new Map(spans.map((span) => [span.id, span]));
  const linked = (from: string, type: string) =>
    relations.flatMap((one) => (one.from === from && one.type === type ? (byId.get(one.to) ?? []) : []));
  return spans
    .filter(({ label }) => label === STANCE.label)
    .flatMap((stance) => {
      const targets = linked(stance.id, STANCE.target);
      const holders = linked(stance.id, STANCE.holder);
      const hasConcept = stance.attributes["target_concept"] !== undefined;
      const toward: readonly (SourceSpan | null)[] = targets.length === 0 && hasConcept ? [null] : targets;
      return toward.flatMap((target) =>
        (holders.length === 0 ? [null] : holders).map((holder) => ({ stance, target, holder })),
      );
    });
}

function rowOf({ stance, target, holder }: StancePair, { document, set }: TrainingSource): Keys {
  const text = DocumentText.of(document.text);
  const parts = [stance, target, holder].flatMap((span) => span ?? []);
  const window = sentencesAround(parts, text, document.meta.language);
  const within = (span: SourceSpan | null) =>
    span === null
      ? null
      : { start: span.start - window.start, end: span.end - window.start, quote: span.quote };
  return {
    id: stance.id,
    document: document.id,
    external_id: document.externalId,
    text: text.slice(window.start, window.end),
    polarity: stance.attributes[STANCE.polarity] ?? null,
    target: target === null ? (stance.attributes["target_concept"] ?? null) : nameOf(target),
    target_label: target?.label ?? null,
    holder: holder === null ? null : nameOf(holder),
    stance_span: within(stance),
    target_span: within(target),
    holder_span: within(holder),
    explicitness: stance.attributes["explicitness"] ?? null,
    annotator: set?.annotator ?? null,
  };
}

/** From the beginning of the first sentence that a part stands in to the end of the last. */
function sentencesAround(parts: readonly SourceSpan[], text: DocumentText, language: string | null) {
  const segments = Segments.of(Paragraphs.of(text), language ?? "en");
  const first = codePoint(Math.min(...parts.map(({ start }) => start)));
  const last = codePoint(Math.max(...parts.map(({ end }) => end)));
  const start: CodePoint = segments.at("sentence", first)?.start ?? first;
  const end: CodePoint = segments.at("sentence", codePoint(last - 1))?.end ?? last;
  return { start, end };
}

const HELD: ReadonlySet<string> = new Set([STANCE.polarity, "explicitness", "target_concept", "canonical"]);

function lossesOf({ spans, relations }: TrainingSource, pairs: readonly StancePair[]): readonly Loss[] {
  const held = new Set(
    pairs.flatMap(({ stance, target, holder }) => [stance, target ?? stance, holder ?? stance]),
  );
  const ids = new Set([...held].map(({ id }) => id));
  const stances = new Set(pairs.map(({ stance }) => stance.id));
  const isHeld = ({ type, from, to }: TrainingSource["relations"][number]) =>
    stances.has(from) && ids.has(to) && (type === STANCE.target || type === STANCE.holder);
  return [
    { kind: "text", of: null, reason: "Only the sentences around stances are kept." },
    ...spans
      .filter(({ id }) => !ids.has(id))
      .map(({ id, label, quote }): Loss => ({
        kind: "span",
        of: id,
        reason: `Of no stance: ${label} “${quote}”`,
      })),
    ...[...held].flatMap((span) => [
      ...attributeLosses(
        span.id,
        Object.fromEntries(Object.entries(span.attributes).filter(([key]) => !HELD.has(key))),
      ),
      ...noteLoss(span),
    ]),
    ...relations.flatMap((relation) =>
      isHeld(relation)
        ? attributeLosses(relation.id, relation.attributes, "relation_attribute")
        : [relationLoss(relation, `Of no stance: ${relation.type}`)],
    ),
  ];
}
