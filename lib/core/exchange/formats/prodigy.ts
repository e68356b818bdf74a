import { DocumentText } from "../../text/document-text";
import type { ImportLine } from "../import-line";
import { fault, isFault, type LineFault } from "../line-fault";
import { isObject } from "../metadata";
import { refuseMisquotes, type SourceSpan, type TrainingSource } from "../training-row";
import { encoderOfLines, jsonLine, type Exporter } from "./exporter";
import { cutAtBorders, tokensOf, tokensOfSpan, type Token } from "./tokens";
import { allSound, foreignLine, listIn, readRelation, readSpanObject, type Keys } from "./read-line";

/** Tasks as Prodigy stores them. What Prodigy does not know (attributes, notes) it keeps and hands back. */
export const prodigy: Exporter = {
  name: "Prodigy",
  about: "JSONL tasks with tokens, spans and relations, for `prodigy db-in` and recipes.",
  fileName: "triptych-prodigy.jsonl",
  type: "application/x-ndjson",
  loses: ["span", "relation"],
  settings: [],
  begin: () => encoderOfLines(encodeTask),
};

function encodeTask(source: TrainingSource) {
  const { document, set } = source;
  refuseMisquotes(document.id, document.text, source.spans);
  const text = DocumentText.of(document.text);
  const tokens = cutAtBorders(tokensOf(text, document.meta.language), source.spans, text);
  const spans = new Map<string, Keys>();
  const ends = new Map<string, number>();
  const blank: SourceSpan[] = [];
  for (const span of source.spans) {
    const range = tokensOfSpan(tokens, span, "expand");
    if (range === null) {
      blank.push(span);
      continue;
    }
    ends.set(span.id, range.last);
    spans.set(span.id, {
      id: span.id,
      start: span.start,
      end: span.end,
      token_start: range.first,
      token_end: range.last,
      label: span.label,
      attributes: span.attributes,
      ...(span.note === null ? {} : { note: span.note }),
    });
  }
  const held = source.relations.filter(({ from, to }) => spans.has(from) && spans.has(to));
  const relations = held.map(({ type, from, to, attributes }) => ({
    head: ends.get(from),
    child: ends.get(to),
    label: type,
    head_span: spans.get(from),
    child_span: spans.get(to),
    attributes,
  }));
  const task = {
    text: document.text,
    tokens: tokens.map((token, id) => ({
      text: token.text,
      start: token.start,
      end: token.end,
      id,
      ws: isFollowedByBlank(token, tokens[id + 1], text),
    })),
    spans: [...spans.values()],
    relations,
    meta: metadataKeys(source),
    _view_id: relations.length > 0 ? "relations" : "spans_manual",
    _annotator_id: set?.annotator ?? null,
    _session_id: set?.annotator ?? null,
    answer: "accept",
  };
  return {
    text: jsonLine(task),
    losses: [
      ...blank.map(({ id }) => ({
        kind: "span" as const,
        of: id,
        reason: "Nothing but blanks is no token.",
      })),
      ...source.relations
        .filter((relation) => !held.includes(relation))
        .map(({ id }) => ({ kind: "relation" as const, of: id, reason: "One of its ends was left out." })),
    ],
  };
}

function isFollowedByBlank(token: Token, next: Token | undefined, text: DocumentText): boolean {
  return next === undefined ? token.end < text.length : next.start > token.end;
}

function metadataKeys({ document }: TrainingSource): Keys {
  const { publishedAt, extra, ...meta } = document.meta;
  return {
    external_id: document.externalId,
    ...meta,
    published_at: publishedAt,
    extra: JSON.stringify(extra),
  };
}

/** Whether a task is one that somebody has answered with yes. */
function isAccepted(task: Keys): boolean {
  return task["answer"] === undefined || task["answer"] === "accept";
}

/** Reads a task. Prodigy counts code points. What was rejected or ignored has no annotations that count. */
export function readProdigyTask(value: unknown): ImportLine | LineFault {
  if (!isObject(value)) return fault("not_an_object", "The line is no JSON object.");
  const { text, meta: givenMeta, _annotator_id, ...others } = value;
  const meta = isObject(givenMeta) ? givenMeta : {};
  const { external_id: externalId, ...described } = meta;
  const given = isAccepted(value) ? listIn(others["spans"]) : [];
  const spans = allSound(given.map((one, index) => readSpanObject(one, `spans[${index}]`)));
  if (isFault(spans)) return spans;
  const placeOf = placesIn(given);
  const places = new Map(given.map((_, index) => [index, index]));
  const relations = allSound(
    (isAccepted(value) ? listIn(others["relations"]) : []).map((one, index) => {
      const { head_span, child_span, label: type, attributes } = isObject(one) ? one : {};
      const ends = { from: placeOf(head_span), to: placeOf(child_span) };
      return readRelation({ ...ends, type, attributes }, `relations[${index}]`, places);
    }),
  );
  if (isFault(relations)) return relations;
  const rest = Object.entries(others).filter(([key]) => !key.startsWith("_") && !OWN_KEYS.has(key));
  return foreignLine({
    text,
    externalId,
    annotator: _annotator_id,
    unit: "codepoint",
    spans: spans.values,
    relations: relations.values,
    keys: { ...Object.fromEntries(rest), ...described },
  });
}

const OWN_KEYS: ReadonlySet<string> = new Set(["tokens", "spans", "relations", "answer"]);

/** Finds the span that a relation names by a copy of it: by its id, or else by its place and label. */
function placesIn(spans: readonly unknown[]): (copy: unknown) => number | undefined {
  const keysOf = (span: Keys) => [
    ...(span["id"] === undefined ? [] : [JSON.stringify([span["id"]])]),
    JSON.stringify([span["start"], span["end"], span["label"]]),
  ];
  const places = new Map<string, number>();
  for (const [index, span] of spans.entries()) {
    if (!isObject(span)) continue;
    for (const key of keysOf(span)) if (!places.has(key)) places.set(key, index);
  }
  return (copy) => (isObject(copy) ? keysOf(copy).flatMap((key) => places.get(key) ?? [])[0] : undefined);
}
