import type { Schema } from "../../schema/schema";
import { attributeColumns, fillColumns } from "../attribute-columns";
import { refuseMisquotes, type TrainingSource } from "../training-row";
import { encoderOfLines, type Encoder, type ExportSettings } from "./exporter";
import { relationLoss } from "./loss";
import { tableRow, type Cell, type Separator } from "./table";
import { tableExporters } from "./table-exporters";

export const [spansCsv, spansTsv] = tableExporters({
  loses: ["text", "relation"],
  name: "Table of spans",
  about: "One row for each span, for spreadsheets, R and pandas.",
  fileName: "triptych-spans",
  encoderOf,
});

/** What a row says of its document and set. */
export const DOCUMENT_HEAD = [
  ...["document", "external_id", "title", "source", "url", "published_at", "language", "extra"],
  ...["set", "annotator", "state"],
];
const SPAN = ["annotation", "label", "start", "end", "quote", "note", "origin"];

/** A document in which nothing is marked has a row without a span, or its being read would not show. */
function encoderOf(
  schemas: readonly Schema[],
  { cells: mode }: ExportSettings,
  separator: Separator,
): Encoder {
  const columns = attributeColumns(schemas).spans;
  const head = [...DOCUMENT_HEAD, ...SPAN, ...columns.map(({ key }) => `attributes.${key}`)];
  const row = (cells: readonly Cell[]) => tableRow(cells, separator, mode);
  return encoderOfLines((source) => {
    refuseMisquotes(source.document.id, source.document.text, source.spans);
    const about = documentCells(source);
    const rows = source.spans.map(({ id, label, start, end, quote, note, origin, attributes }) => [
      ...about,
      ...[id, label, start, end, quote, note, origin],
      ...Object.values(fillColumns(columns, attributes)),
    ]);
    const written =
      rows.length > 0 ? rows : [[...about, ...SPAN.map(() => null), ...columns.map(() => null)]];
    return {
      text: written.map(row).join(""),
      losses: [
        { kind: "text", of: null, reason: "A table of spans holds their quotes, not the texts." },
        ...source.relations.map((relation) => relationLoss(relation)),
      ],
    };
  }, row(head));
}

/** What a row of a table says of the document and the set. */
export function documentCells({ document, set }: TrainingSource): readonly Cell[] {
  const { title, source, url, publishedAt, language, extra } = document.meta;
  return [
    ...[document.id, document.externalId, title, source, url, publishedAt, language, JSON.stringify(extra)],
    ...[set?.kind ?? null, set?.annotator ?? null, set?.state ?? null],
  ];
}
