import {
  attributeColumns,
  fillColumns,
  type AttributeColumn,
  type AttributeColumns,
} from "../attribute-columns";
import type { TrainingSource } from "../training-row";
import { jsonLine, type Exporter, type ExportSettings } from "./exporter";
import { datasetCard, tagColumn, tagNames } from "./hugging-face-card";
import type { Loss } from "./loss";
import { tagColumnsOf, tokenTable } from "./token-table";
import type { Keys } from "./read-line";

/** A folder that `datasets.load_dataset` reads without hints: a card with the features, and the rows. */
export const huggingFace: Exporter = {
  name: "Hugging Face",
  about:
    "A zip for `load_dataset`: a card with explicit features, tokens with IOB2 tags, and the exact spans beside.",
  fileName: "triptych-hugging-face.zip",
  type: "application/zip",
  loses: ["span", "overlap", "border", "relation_attribute"],
  settings: ["tokens", "columns"],
  begin: (schemas, settings) => {
    const names = tagColumnsOf(schemas, settings);
    const columns = attributeColumns(schemas);
    const tags = new Map(names.map((name) => [name, tagNames(name, schemas)]));
    return {
      head: [{ path: "README.md", text: datasetCard(tags, columns.spans) }],
      encode: (source) => encode(source, names, tags, columns, settings),
      end: () => [],
    };
  },
};

function encode(
  source: TrainingSource,
  names: readonly string[],
  tags: ReadonlyMap<string, readonly string[]>,
  columns: AttributeColumns,
  settings: ExportSettings,
) {
  const { document, set, spans, relations } = source;
  const table = tokenTable(source, names, settings, "iob2");
  const { title, source: outlet, url, publishedAt, language, extra } = document.meta;
  const row: Keys = {
    id: document.id,
    external_id: document.externalId,
    text: document.text,
    title,
    source: outlet,
    url,
    published_at: publishedAt,
    language,
    extra: JSON.stringify(extra),
    annotator: set?.annotator ?? null,
    tokens: table.tokens.map(({ text }) => text),
    ...Object.fromEntries(
      table.columns.map(({ name, tags: given }) => [
        tagColumn(name),
        given.map((tag) => tags.get(name)?.indexOf(tag)),
      ]),
    ),
    spans: spans.map(({ id, start, end, label, quote, note, attributes }) => ({
      id,
      start,
      end,
      label,
      quote,
      note,
      ...attributeCells(columns.spans, attributes),
    })),
    relations: relations.map(({ type, from, to }) => ({ type, from, to })),
  };
  return {
    pieces: [{ path: "data/train.jsonl", text: jsonLine(row) }],
    losses: [...inTags(table.losses), ...relations.flatMap(relationAttributes)],
  };
}

/** The spans stand beside the tags with all that they have: only what the tags cannot say is lost, and only to them. */
function inTags(losses: readonly Loss[]): readonly Loss[] {
  return losses
    .filter(({ kind }) => kind === "span" || kind === "overlap" || kind === "border")
    .map((loss) => ({ ...loss, reason: `In the tags, not in “spans”: ${loss.reason}` }));
}

function relationAttributes({ id, attributes }: TrainingSource["relations"][number]): readonly Loss[] {
  return Object.keys(attributes).map((key) => ({ kind: "relation_attribute", of: id, reason: key }));
}

function attributeCells(
  columns: readonly AttributeColumn[],
  values: TrainingSource["spans"][number]["attributes"],
) {
  return Object.fromEntries(
    Object.entries(fillColumns(columns, values)).map(([key, value]) => [`attribute_${key}`, value]),
  );
}
