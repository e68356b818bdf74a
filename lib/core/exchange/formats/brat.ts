import type { Attribute, AttributeValue, AttributeValues, Schema } from "../../schema/schema";
import { DocumentText } from "../../text/document-text";
import { codePoint } from "../../text/offsets";
import { refuseMisquotes, type SourceSpan, type TrainingSource } from "../training-row";
import type { Encoded, Exporter } from "./exporter";
import { FilePaths, folderLoss, hasPlainName } from "./file-paths";
import { attributeLosses, metadataLoss, relationLoss, type Loss } from "./loss";

/** Standoff as brat keeps it: a text and an .ann file for each set, a folder for each annotator. */
export const brat: Exporter = {
  name: "brat",
  about: "A zip of .txt and .ann files, a folder for each annotator, with the configuration that brat needs.",
  fileName: "triptych-brat.zip",
  type: "application/zip",
  loses: ["metadata", "annotator", "span", "border", "attribute", "note", "relation", "relation_attribute"],
  settings: [],
  begin: (schemas) => {
    const paths = new FilePaths();
    const [newest] = schemas;
    return {
      head: newest === undefined ? [] : [{ path: "annotation.conf", text: configuration(newest) }],
      encode: (source) => encode(source, paths.pathOf(source)),
      end: () => [],
    };
  },
};

function encode(source: TrainingSource, path: string): Encoded {
  const { document, spans, relations } = source;
  refuseMisquotes(document.id, document.text, spans);
  const text = DocumentText.of(document.text);
  const lines: string[] = [];
  const losses: Loss[] = [
    ...metadataLoss(source, hasPlainName(document.externalId) ? ["externalId"] : []),
    ...folderLoss(source, path),
  ];
  const names = new Map<string, string>();
  let attributes = 0;
  let notes = 0;
  for (const span of spans) {
    const fragments = fragmentsOf(span, text);
    if (fragments.length === 0) {
      losses.push({ kind: "span", of: span.id, reason: "It holds nothing but line breaks." });
      continue;
    }
    if (fragments[0]?.start !== span.start || fragments.at(-1)?.end !== span.end)
      losses.push({ kind: "border", of: span.id, reason: "Line breaks at its ends are not part of it." });
    const name = `T${names.size + 1}`;
    names.set(span.id, name);
    const offsets = fragments.map(({ start, end }) => `${start} ${end}`).join(";");
    lines.push(`${name}\t${span.label} ${offsets}\t${fragments.map(({ quote }) => quote).join(" ")}`);
    const { held, lost } = writableAttributes(span.attributes);
    for (const written of held) lines.push(`A${++attributes}\t${written.replace("*", name)}`);
    losses.push(...attributeLosses(span.id, lost));
    if (span.note === null) continue;
    const noted = span.note.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
    if (noted.join("\n") !== span.note)
      losses.push({ kind: "note", of: span.id, reason: "Its line breaks are not kept as they are." });
    for (const note of noted) lines.push(`#${++notes}\tAnnotatorNotes ${name}\t${note}`);
  }
  let links = 0;
  for (const relation of relations) {
    const [from, to] = [names.get(relation.from), names.get(relation.to)];
    if (from === undefined || to === undefined)
      losses.push(relationLoss(relation, "One of its ends was left out."));
    else {
      lines.push(`R${++links}\t${relation.type} Arg1:${from} Arg2:${to}`);
      losses.push(...attributeLosses(relation.id, relation.attributes, "relation_attribute"));
    }
  }
  return {
    pieces: [
      { path: `${path}.txt`, text: document.text },
      { path: `${path}.ann`, text: lines.map((line) => `${line}\n`).join("") },
    ],
    losses,
  };
}

/** Everything at which a reader of lines may break one. */
const BREAKS = /(?:(?!\t)[\p{Cc}\u2028\u2029])+/gu;

/** The pieces of a span that lie on one line each: brat has no span that reaches over the end of a line. */
function fragmentsOf(span: SourceSpan, text: DocumentText) {
  const fragments: { readonly start: number; readonly end: number; readonly quote: string }[] = [];
  const first = text.toUtf16(codePoint(span.start));
  const add = (from: number, to: number) => {
    if (from === to) return;
    const start = text.toCodePoint((first + from) as typeof first);
    const end = text.toCodePoint((first + to) as typeof first);
    fragments.push({ start, end, quote: span.quote.slice(from, to) });
  };
  let from = 0;
  for (const { index, 0: found } of span.quote.matchAll(BREAKS)) {
    add(from, index);
    from = index + found.length;
  }
  add(from, span.quote.length);
  return fragments;
}

/** An attribute in brat is a flag, or has one value without blanks. `*` stands for the annotation. */
function writableAttributes(attributes: AttributeValues) {
  const held: string[] = [];
  const lost: Record<string, AttributeValue> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) held.push(`${key} *`);
    else if (isOneWord(value)) held.push(`${key} * ${String(value)}`);
    else lost[key] = value;
  }
  return { held, lost };
}

function isOneWord(value: AttributeValue): boolean {
  return typeof value === "number" || (typeof value === "string" && /^[^\s\p{Cc}]+$/u.test(value));
}

/** What brat must know of a schema before it shows a collection. */
function configuration({ labels, relationTypes }: Schema): string {
  const attributes = new Map<string, { readonly attribute: Attribute; readonly on: string[] }>();
  for (const label of labels) {
    for (const attribute of label.attributes) {
      const known = attributes.get(attribute.key);
      if (known === undefined) attributes.set(attribute.key, { attribute, on: [label.key] });
      else known.on.push(label.key);
    }
  }
  const lines = [
    "[entities]",
    ...labels.map(({ key }) => key),
    "",
    "[relations]",
    ...relationTypes.map(({ key, from, to }) => `${key}\tArg1:${from.join("|")}, Arg2:${to.join("|")}`),
    "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
    "",
    "[events]",
    "",
    "[attributes]",
    ...[...attributes].map(([key, { attribute, on }]) => `${key}\tArg:${on.join("|")}${valuesOf(attribute)}`),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function valuesOf(attribute: Attribute): string {
  if (attribute.type !== "enum") return "";
  const values = attribute.values.filter(isOneWord);
  return values.length === 0 ? "" : `, Value:${values.join("|")}`;
}
