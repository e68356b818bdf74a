import type { ImportReport } from "@/lib/contracts/exchange";

/** The errors of an import as a table that spreadsheets open: RFC 4180, no cell of which is taken for a formula. */
export function reportCsv({ errors }: Pick<ImportReport, "errors">): string {
  const rows = errors.map(({ line, byte, code, message }) => [String(line), String(byte), code, message]);
  return [["line", "byte", "code", "message"], ...rows]
    .map((row) => `${row.map(cell).join(",")}\r\n`)
    .join("");
}

function cell(value: string): string {
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
