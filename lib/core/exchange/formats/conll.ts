import type { Schema } from "../../schema/schema";
import type { TrainingSource } from "../training-row";
import { encoderOfLines, type Encoder, type Exporter, type ExportSettings } from "./exporter";
import { annotatorLoss, metadataLoss, type Loss } from "./loss";
import { tagColumnsOf, tokenTable, type TagScheme, type TokenTable } from "./token-table";

const COMMON = {
  type: "text/plain; charset=utf-8",
  loses: ["text", "metadata", "annotator", "span", "overlap", "border", "attribute", "note", "relation"],
  settings: ["tokens", "columns"],
} as const satisfies Partial<Exporter>;

export const conll: Exporter = {
  ...COMMON,
  name: "CoNLL, IOB2",
  about: "One token a line with B-, I- and O tags; a blank line ends a sentence.",
  fileName: "triptych.conll",
  begin: (schemas, settings) => encoderOf(schemas, settings, "iob2"),
};

export const bilou: Exporter = {
  ...COMMON,
  name: "CoNLL, BILOU",
  about: "As CoNLL with IOB2, but tags also say which token is the last of a span, and which the only one.",
  fileName: "triptych-bilou.conll",
  begin: (schemas, settings) => encoderOf(schemas, settings, "bilou"),
};

/** With one column the classic form of four; with one for each label, CoNLL-U Plus, which names them. */
function encoderOf(schemas: readonly Schema[], settings: ExportSettings, scheme: TagScheme): Encoder {
  const names = tagColumnsOf(schemas, settings);
  const isClassic = settings.columns === "one";
  return encoderOfLines(
    (source) => {
      const table = tokenTable(source, names, settings, scheme);
      const lines = linesOf(table, isClassic);
      return {
        text: `${isClassic ? "-DOCSTART- -X- -X- O\n\n" : headOf(source)}${lines}`,
        losses: [
          ...textLoss(source, table),
          ...metadataLoss(source, isClassic ? [] : ["externalId"]),
          ...(isClassic ? annotatorLoss(source) : []),
          ...table.losses,
        ],
      };
    },
    isClassic ? "" : `# global.columns = ID FORM ${names.join(" ")}\n`,
  );
}

function headOf({ document, set }: TrainingSource): string {
  const id = JSON.stringify(document.externalId ?? document.id);
  const annotator = set?.annotator == null ? "" : `# annotator = ${JSON.stringify(set.annotator)}\n`;
  return `# newdoc id = ${id}\n${annotator}`;
}

/** A sentence that a span reaches over the end of goes on with the next, so that no span is cut. */
function linesOf({ tokens, columns }: TokenTable, isClassic: boolean): string {
  const isInside = (index: number) => columns.some(({ tags }) => /^[IL]-/.test(tags[index] ?? ""));
  let place = 0;
  const lines = tokens.map(({ text, beginsSentence }, index) => {
    const isNew = index > 0 && beginsSentence && !isInside(index);
    place = isNew ? 1 : place + 1;
    const tags = columns.map((column) => column.tags[index] ?? "O");
    const line = isClassic ? [text, "-X-", "_", ...tags].join(" ") : [place, text, ...tags].join("\t");
    return `${isNew ? "\n" : ""}${line}\n`;
  });
  return `${lines.join("")}\n`;
}

/** Readers put one blank between tokens; a text that has anything else is not the same any more. */
function textLoss({ document }: TrainingSource, { tokens }: TokenTable): readonly Loss[] {
  if (tokens.map(({ text }) => text).join(" ") === document.text) return [];
  return [{ kind: "text", of: null, reason: "Only the tokens are kept, not what is between them." }];
}
