import type { AttributeValue } from "../../schema/schema";
import type { CellMode } from "./exporter";

/** How a table separates its cells. Quoting is that of RFC 4180 in both. */
export type Separator = "," | "\t";

/** What a cell of a table holds; a list is written with semicolons. */
export type Cell = AttributeValue | null;

/** A row of a table, with the line end that RFC 4180 wants. */
export function tableRow(cells: readonly Cell[], separator: Separator, mode: CellMode): string {
  return `${cells.map((cell) => writtenCell(cell, separator, mode)).join(separator)}\r\n`;
}

/**
 * In safe mode a text that a spreadsheet might take for a formula gets an apostrophe in front, which spreadsheets do
 * not show; a full-width sign counts like its ASCII one. In exact mode nothing is changed.
 */
function writtenCell(cell: Cell, separator: Separator, mode: CellMode): string {
  if (cell === null) return "";
  const isText = typeof cell === "string" || typeof cell === "object";
  const text = typeof cell === "object" ? joinedList(cell) : String(cell);
  const shown = mode === "safe" && isText && FORMULA.test(text) ? `'${text}` : text;
  const needsQuotes = shown === "" || shown.includes(separator) || QUOTED.test(shown);
  return needsQuotes ? `"${shown.replaceAll('"', '""')}"` : shown;
}

const FORMULA = /^\s*[=+\-@\t\r＝＋－＠|]/u;
const QUOTED = /["\r\n]|^\s|\s$/u;

/** `cars; bans`; a semicolon or backslash within a value has a backslash before it. */
export function joinedList(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\;]/g, "\\$&")).join("; ");
}

/** What `joinedList` was made of. */
export function splitList(text: string): readonly string[] {
  const values: string[] = [];
  let value = "";
  for (let index = 0; index < text.length; index++) {
    const letter = text.charAt(index);
    if (letter === "\\") value += text.charAt(++index);
    else if (letter === ";") {
      values.push(value);
      value = "";
      if (text.charAt(index + 1) === " ") index++;
    } else value += letter;
  }
  return [...values, value];
}
