import { toCsv } from "@/components/ui/csv";
import type { ImportReport } from "@/lib/contracts/exchange";

/** The errors of an import as a table that spreadsheets open. */
export function reportCsv({ errors }: Pick<ImportReport, "errors">): string {
  const rows = errors.map(({ line, byte, code, message }) => [String(line), String(byte), code, message]);
  return toCsv([["line", "byte", "code", "message"], ...rows]);
}
