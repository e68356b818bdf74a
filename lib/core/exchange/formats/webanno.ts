import { attributeColumns, type AttributeColumn } from "../attribute-columns";
import type { AttributeValue } from "../../schema/schema";
import { DocumentText } from "../../text/document-text";
import { codePoint } from "../../text/offsets";
import { refuseMisquotes, type SourceRelation, type SourceSpan, type TrainingSource } from "../training-row";
import type { Exporter } from "./exporter";
import { FilePaths, folderLoss, hasPlainName } from "./file-paths";
import { attributeLosses, metadataLoss, relationLoss, type Loss } from "./loss";
import { joinedList } from "./table";
import { cutAtBorders, tokensOf, tokensOfSpan, type Token } from "./tokens";

export const SPAN_LAYER = "webanno.custom.Triptych";
const RELATION_LAYER = "webanno.custom.TriptychRelation";

/** A file for each set, as INCEpTION and WebAnno read it. Offsets are UTF-16 units. */
export const webanno: Exporter = {
  name: "WebAnno TSV 3.3",
  about:
    "A zip of .tsv files for INCEpTION and WebAnno, a folder for each annotator. Offsets are UTF-16 units.",
  fileName: "triptych-webanno.zip",
  type: "application/zip",
  loses: ["text", "metadata", "annotator", "span", "border", "relation", "relation_attribute"],
  settings: [],
  begin: (schemas) => {
    const paths = new FilePaths();
    const { spans: columns } = attributeColumns(schemas);
    return {
      head: [],
      encode: (source) => {
        const path = paths.pathOf(source);
        const { text, losses } = encode(source, columns);
        return { pieces: [{ path: `${path}.tsv`, text }], losses: [...folderLoss(source, path), ...losses] };
      },
      end: () => [],
    };
  },
};

/** A span with the tokens that it has and the number by which rows refer to it. */
interface Numbered {
  readonly span: SourceSpan;
  readonly number: number;
  readonly first: number;
  readonly last: number;
}

function encode(source: TrainingSource, columns: readonly AttributeColumn[]) {
  const { document, spans, relations } = source;
  refuseMisquotes(document.id, document.text, spans);
  const text = DocumentText.of(document.text);
  const tokens = cutAtBorders(tokensOf(text, document.meta.language), spans, text);
  const losses: Loss[] = [...metadataLoss(source, hasPlainName(document.externalId) ? ["externalId"] : [])];
  const numbered = new Map<string, Numbered>();
  for (const span of spans) {
    const range = tokensOfSpan(tokens, span, "expand");
    if (range === null) losses.push({ kind: "span", of: span.id, reason: "Nothing but blanks is no token." });
    else {
      if (!range.isExact)
        losses.push({ kind: "border", of: span.id, reason: `Blanks at the ends of “${span.quote}”` });
      numbered.set(span.id, { span, number: numbered.size + 1, ...range });
    }
  }
  const sentences = sentencesOf(tokens, [...numbered.values()]);
  const file = new RowWriter(columns, numbered, relations, sentences);
  for (const relation of relations) {
    if (numbered.has(relation.from) && numbered.has(relation.to))
      losses.push(...attributeLosses(relation.id, relation.attributes, "relation_attribute"));
    else losses.push(relationLoss(relation, "One of its ends was left out."));
  }
  const body = sentences.map((sentence) => file.sentence(sentence, text)).join("\n");
  if (restored(sentences, text) !== document.text)
    losses.push({ kind: "text", of: null, reason: "What stands between sentences is not kept as it is." });
  return { text: `${file.head}${body}`, losses };
}

/** Tokens with their places among all; a sentence does not end within a span. */
type Sentence = readonly { readonly token: Token; readonly index: number }[];

function sentencesOf(tokens: readonly Token[], spans: readonly Numbered[]): readonly Sentence[] {
  const joined = new Set(spans.flatMap(({ first, last }) => indexesFrom(first + 1, last)));
  const sentences: { readonly token: Token; readonly index: number }[][] = [];
  for (const [index, token] of tokens.entries()) {
    const current = sentences.at(-1);
    if (current === undefined || (token.beginsSentence && !joined.has(index)))
      sentences.push([{ token, index }]);
    else current.push({ token, index });
  }
  return sentences;
}

function indexesFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

class RowWriter {
  readonly head: string;
  readonly #columns: readonly AttributeColumn[];
  readonly #spansAt = new Map<number, Numbered[]>();
  readonly #linksTo = new Map<
    number,
    { readonly type: string; readonly from: Numbered; readonly to: Numbered }[]
  >();
  readonly #names = new Map<number, string>();

  constructor(
    columns: readonly AttributeColumn[],
    numbered: ReadonlyMap<string, Numbered>,
    relations: readonly SourceRelation[],
    sentences: readonly Sentence[],
  ) {
    this.#columns = columns;
    const features = ["label", ...columns.map(({ key }) => key), "note"];
    this.head = [
      "#FORMAT=WebAnno TSV 3.3",
      `#T_SP=${SPAN_LAYER}|${features.join("|")}`,
      `#T_RL=${RELATION_LAYER}|type|BT_${SPAN_LAYER}`,
      "",
      "",
      "",
    ].join("\n");
    for (const [place, sentence] of sentences.entries()) {
      for (const [position, { index }] of sentence.entries())
        this.#names.set(index, `${place + 1}-${position + 1}`);
    }
    for (const one of numbered.values()) {
      for (const index of indexesFrom(one.first, one.last)) push(this.#spansAt, index, one);
    }
    for (const { type, from: source, to: target } of relations) {
      const [from, to] = [numbered.get(source), numbered.get(target)];
      if (from !== undefined && to !== undefined) push(this.#linksTo, to.first, { type, from, to });
    }
  }

  sentence(sentence: Sentence, text: DocumentText): string {
    const [first, last] = [sentence[0], sentence.at(-1)];
    if (first === undefined || last === undefined) throw new RangeError("a sentence without tokens");
    const whole = text.slice(first.token.start, last.token.end);
    const rows = sentence.map(({ token, index }) => this.#row(token, index, text));
    return `#Text=${escapedText(whole)}\n${rows.join("")}`;
  }

  #row(token: Token, index: number, text: DocumentText): string {
    const offsets = `${text.toUtf16(codePoint(token.start))}-${text.toUtf16(codePoint(token.end))}`;
    const cells = [
      this.#nameOf(index),
      offsets,
      escapedText(token.text),
      ...this.#spanCells(index),
      ...this.#linkCells(index),
    ];
    return `${cells.join("\t")}\t\n`;
  }

  #spanCells(index: number): readonly string[] {
    const spans = this.#spansAt.get(index) ?? [];
    const cell = (valueOf: (span: SourceSpan) => AttributeValue | null) =>
      spans.length === 0
        ? "_"
        : spans.map(({ span, number }) => `${writtenValue(valueOf(span))}[${number}]`).join("|");
    return [
      cell(({ label }) => label),
      ...this.#columns.map(({ key }) => cell(({ attributes }) => attributes[key] ?? null)),
      cell(({ note }) => note),
    ];
  }

  /** A relation stands at the first token of its target. */
  #linkCells(index: number): readonly string[] {
    const links = this.#linksTo.get(index);
    if (links === undefined) return ["_", "_"];
    return [
      links.map(({ type }) => writtenValue(type)).join("|"),
      links.map(({ from, to }) => `${this.#nameOf(from.first)}[${from.number}_${to.number}]`).join("|"),
    ];
  }

  #nameOf(index: number): string {
    const name = this.#names.get(index);
    if (name === undefined) throw new RangeError(`token ${index} is in no sentence`);
    return name;
  }
}

function push<T>(lists: Map<number, T[]>, key: number, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function writtenValue(value: AttributeValue | null): string {
  if (value === null) return "*";
  return escapedValue(typeof value === "object" ? joinedList(value) : String(value));
}

const VALUE_ESCAPES: Readonly<Record<string, string>> = { "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escapedValue(value: string): string {
  return value.replace(/->|[\\[\]|_;*\t\n\r]/g, (found) => VALUE_ESCAPES[found] ?? `\\${found}`);
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = {
  ...VALUE_ESCAPES,
  "\f": "\\f",
  "\b": "\\b",
  "\\": "\\\\",
};

function escapedText(text: string): string {
  return text.replace(/[\\\t\n\r\f\b]/g, (found) => TEXT_ESCAPES[found] ?? found);
}

/** The text that a reader puts together: sentences at their offsets, with blanks and a line end in the gaps. */
function restored(sentences: readonly Sentence[], text: DocumentText): string {
  let whole = "";
  for (const sentence of sentences) {
    const [first, last] = [sentence[0], sentence.at(-1)];
    if (first === undefined || last === undefined) continue;
    whole = filledTo(whole, text.toUtf16(first.token.start)) + text.slice(first.token.start, last.token.end);
  }
  return whole;
}

/** A text made longer, up to where the next sentence begins. */
export function filledTo(text: string, length: number): string {
  const gap = length - text.length;
  if (gap <= 0) return text;
  return text === "" ? " ".repeat(gap) : `${text}${" ".repeat(gap - 1)}\n`;
}
