import type { Schema } from "../../schema/schema";
import { attributeColumns, fillColumns } from "../attribute-columns";
import { refuseMisquotes, type SourceSpan, type TrainingSource } from "../training-row";
import { encoderOfLines, type Encoder, type ExportSettings } from "./exporter";
import { attributeLosses, noteLoss, type Loss } from "./loss";
import { documentCells, DOCUMENT_HEAD } from "./spans-table";
import { tableRow, type Cell, type Separator } from "./table";
import { tableExporters } from "./table-exporters";

export const [statementsCsv, statementsTsv] = tableExporters({
  loses: ["text", "span", "attribute", "note", "relation_attribute"],
  name: "Table of statements",
  about: "One row for each claim or stance, with the names of those that it is linked to.",
  fileName: "triptych-statements",
  encoderOf,
});

const STATEMENT = ["annotation", "label", "start", "end", "quote", "note"];

/** A statement is an annotation from which relations can lead: a claim, a stance. Each type of relation is a column. */
function encoderOf(
  schemas: readonly Schema[],
  { cells: mode }: ExportSettings,
  separator: Separator,
): Encoder {
  const columns = attributeColumns(schemas).spans;
  const types = [...new Set(schemas.flatMap(({ relationTypes }) => relationTypes.map(({ key }) => key)))];
  const starting = new Set(schemas.flatMap(({ relationTypes }) => relationTypes.flatMap(({ from }) => from)));
  const row = (cells: readonly Cell[]) => tableRow(cells, separator, mode);
  const head = [
    ...DOCUMENT_HEAD,
    ...STATEMENT,
    ...columns.map(({ key }) => `attributes.${key}`),
    ...types.flatMap((type) => [type, `${type}.annotation`]),
  ];
  return encoderOfLines((source) => {
    refuseMisquotes(source.document.id, source.document.text, source.spans);
    const about = documentCells(source);
    const statements = source.spans.filter(({ label }) => starting.has(label));
    const rows = statements.map((span) => [
      ...about,
      ...[span.id, span.label, span.start, span.end, span.quote, span.note],
      ...Object.values(fillColumns(columns, span.attributes)),
      ...types.flatMap((type) => linkedCells(span, type, source)),
    ]);
    return {
      text: rows.map(row).join(""),
      losses: [
        { kind: "text", of: null, reason: "A table of statements holds their quotes, not the texts." },
        ...lossesOfOthers(source, new Set(statements.map(({ id }) => id))),
        ...source.relations.flatMap(({ id, attributes }) =>
          attributeLosses(id, attributes, "relation_attribute"),
        ),
      ],
    };
  }, row(head));
}

/** Whom a statement is linked to by relations of a type: their names, and their ids in the same order. */
function linkedCells(
  { id }: SourceSpan,
  type: string,
  { spans, relations }: TrainingSource,
): readonly Cell[] {
  const linked = relations
    .filter((relation) => relation.from === id && relation.type === type)
    .flatMap(({ to }) => spans.find((span) => span.id === to) ?? []);
  if (linked.length === 0) return [null, null];
  return [linked.map(nameOf), linked.map((span) => span.id)];
}

/** The canonical name that was given to an actor, or else the words of the text. */
export function nameOf({ attributes, quote }: SourceSpan): string {
  return typeof attributes["canonical"] === "string" ? attributes["canonical"] : quote;
}

/** What is linked to has its name in a row, and nothing else of it; what is not linked to has no row. */
function lossesOfOthers(
  { spans, relations }: TrainingSource,
  statements: ReadonlySet<string>,
): readonly Loss[] {
  const linked = new Set(relations.map(({ to }) => to));
  return spans
    .filter(({ id }) => !statements.has(id))
    .flatMap((span): readonly Loss[] => {
      if (!linked.has(span.id))
        return [{ kind: "span", of: span.id, reason: `In no statement: ${span.label} “${span.quote}”` }];
      const { canonical: _, ...lost } = span.attributes;
      return [...attributeLosses(span.id, lost), ...noteLoss(span)];
    });
}
