import type { Schema } from "../../schema/schema";
import { DocumentText } from "../../text/document-text";
import { codePoint, utf16 } from "../../text/offsets";
import { isObject } from "../metadata";
import { refuseMisquotes, type SourceSpan, type TrainingSource } from "../training-row";
import { encoderOfLines, jsonLine, type Exporter } from "./exporter";
import { annotatorLoss, attributeLosses, metadataLoss, noteLoss } from "./loss";
import { attributesIn, listIn } from "./read-line";

/** Conversations for tuning a language model: codebook, article, and the annotations as the answer. */
export const instruction: Exporter = {
  name: "Instruction tuning",
  about: "JSONL of “messages”: the codebook, an article, and its annotations as JSON for an answer.",
  fileName: "triptych-instruction.jsonl",
  type: "application/x-ndjson",
  loses: ["metadata", "annotator", "note", "relation_attribute"],
  settings: [],
  begin: ([newest]) => {
    const codebook = codebookOf(newest);
    return encoderOfLines((source) => ({
      text: jsonLine({
        messages: [
          { role: "system", content: codebook },
          { role: "user", content: source.document.text },
          { role: "assistant", content: JSON.stringify(answerOf(source)) },
        ],
      }),
      losses: [
        ...metadataLoss(source),
        ...annotatorLoss(source),
        ...source.spans.flatMap((span) => noteLoss(span)),
        ...source.relations.flatMap(({ id, attributes }) =>
          attributeLosses(id, attributes, "relation_attribute"),
        ),
      ],
    }));
  },
};

/** What a model is to do, from what people were told to do. */
function codebookOf(schema: Schema | undefined): string {
  const { labels = [], relationTypes = [] } = schema ?? {};
  const lines = labels
    .filter(({ archived }) => !archived)
    .flatMap(({ key, description, attributes }) => [
      `- ${key}: ${description === "" ? "as named" : description}`,
      ...attributes.map((attribute) => {
        const values = attribute.type === "enum" ? attribute.values.join(" | ") : attribute.type;
        return `  - ${attribute.key}${attribute.multiple ? " (several)" : ""}: ${values}`;
      }),
    ]);
  const links = relationTypes.map(
    ({ key, from, to }) => `- ${key}: from ${from.join(" or ")} to ${to.join(" or ")}`,
  );
  return [
    "Mark spans in the article and answer with JSON:",
    '{"annotations":[{"label","quote","occurrence","attributes"}],"relations":[{"type","from","to"}]}',
    "“quote” is copied from the article letter by letter; “occurrence” says which one it is where the same words",
    "stand there several times, counted from 1. “from” and “to” are places in “annotations”, counted from 0.",
    "",
    "Labels:",
    ...lines,
    "",
    "Relations:",
    ...links,
  ].join("\n");
}

/** Language models cannot count characters, so places are told by the words and which of their occurrences it is. */
function answerOf({ document, spans, relations }: TrainingSource) {
  refuseMisquotes(document.id, document.text, spans);
  const text = DocumentText.of(document.text);
  const places = new Map(spans.map(({ id }, index) => [id, index]));
  return {
    annotations: spans.map((span) => ({
      label: span.label,
      quote: span.quote,
      occurrence: occurrenceOf(span, text),
      attributes: span.attributes,
    })),
    relations: relations.map(({ type, from, to }) => ({ type, from: places.get(from), to: places.get(to) })),
  };
}

function occurrenceOf({ start, quote }: SourceSpan, text: DocumentText): number {
  const target = text.toUtf16(codePoint(start));
  let count = 0;
  for (
    let at = text.string.indexOf(quote);
    at !== -1 && at <= target;
    at = text.string.indexOf(quote, at + 1)
  ) {
    if (!text.cutsPair(utf16(at))) count++;
  }
  return count;
}

/** An annotation that a model, or a file, describes by its words. */
export interface QuotedAnnotation {
  readonly label: string;
  readonly start: number;
  readonly end: number;
  readonly attributes: SourceSpan["attributes"];
}

/** Finds the annotations of an answer in its article, in code points; one whose words are not there is left out. */
export function placeAnswer(article: string, answer: unknown): readonly QuotedAnnotation[] {
  const text = DocumentText.of(article);
  const given = isObject(answer) ? listIn(answer["annotations"]) : [];
  return given.flatMap((one) => {
    const { label, quote, occurrence, attributes } = isObject(one) ? one : {};
    if (typeof label !== "string" || typeof quote !== "string" || quote === "") return [];
    const at = placeOf(quote, typeof occurrence === "number" ? occurrence : 1, text);
    if (at === null) return [];
    const end = text.toCodePoint(utf16(at + quote.length));
    return [{ label, start: text.toCodePoint(utf16(at)), end, attributes: attributesIn(attributes) }];
  });
}

function placeOf(quote: string, occurrence: number, text: DocumentText): number | null {
  let count = 0;
  for (let at = text.string.indexOf(quote); at !== -1; at = text.string.indexOf(quote, at + 1)) {
    if (!text.cutsPair(utf16(at)) && ++count === occurrence) return at;
  }
  return null;
}
