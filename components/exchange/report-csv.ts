import type { ImportReport } from "@/lib/contracts/exchange";
import { tableRow } from "@/lib/core/exchange/formats/table";

/** The errors of an import as a table that spreadsheets open. */
export function reportCsv({ errors }: Pick<ImportReport, "errors">): string {
  const rows = errors.map(({ line, byte, code, message }) => [line, byte, code, message]);
  return [["line", "byte", "code", "message"], ...rows].map((row) => tableRow(row, ",", "safe")).join("");
}
