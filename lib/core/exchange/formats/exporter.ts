import type { Schema } from "../../schema/schema";
import type { TrainingSource } from "../training-row";
import type { Loss, LossKind } from "./loss";

/** Where a format knows tokens only, what becomes of a span that ends inside of one. */
export const TOKEN_MODES = ["expand", "contract", "strict"] as const;
export type TokenMode = (typeof TOKEN_MODES)[number];

/** Where a format has tags for tokens: a column for each label, so that labels may overlap, or one for all. */
export const TAG_COLUMNS = ["labels", "one"] as const;
export type TagColumns = (typeof TAG_COLUMNS)[number];

/** Whether a table's cells are exactly what they hold, or such that no spreadsheet takes one for a formula. */
export const CELL_MODES = ["exact", "safe"] as const;
export type CellMode = (typeof CELL_MODES)[number];

/** What can be chosen about a file. Each format names the settings that it heeds. */
export interface ExportSettings {
  readonly tokens: TokenMode;
  readonly columns: TagColumns;
  readonly cells: CellMode;
}
export type ExportSetting = keyof ExportSettings;

/** What is to be known of a format before a file of it is made. */
export interface FormatDescription {
  readonly name: string;
  /** What the file is and who reads it, in a line. */
  readonly about: string;
  /** In plain ASCII; a `.zip` holds several files. */
  readonly fileName: string;
  readonly type: string;
  /** Everything that an export in this format may have to report. */
  readonly loses: readonly LossKind[];
  readonly settings: readonly ExportSetting[];
}

export interface Exporter extends FormatDescription {
  readonly begin: (schemas: readonly Schema[], settings: ExportSettings) => Encoder;
}

/** Writes one file. What it remembers between documents does not grow with them. */
export interface Encoder {
  readonly head: readonly Piece[];
  /** @throws MisquotedError where a span's quote is not what the text has there. */
  readonly encode: (source: TrainingSource) => Encoded;
  readonly end: () => readonly Piece[];
}

export interface Encoded {
  readonly pieces: readonly Piece[];
  readonly losses: readonly Loss[];
}

/** Text for the end of a file. In a packed format pieces of one file follow one another. */
export interface Piece {
  /** The path within the archive; what it is does not matter where there is one file. */
  readonly path: string;
  readonly text: string;
}

/** An encoder of one file that has a line, or several, for each source. */
export function encoderOfLines(
  encode: (source: TrainingSource) => { readonly text: string; readonly losses: readonly Loss[] },
  head = "",
): Encoder {
  return {
    head: head === "" ? [] : [{ path: "", text: head }],
    encode: (source) => {
      const { text, losses } = encode(source);
      return { pieces: [{ path: "", text }], losses };
    },
    end: () => [],
  };
}

/** A value as a line of JSON. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
