import type { ImportQuery } from "@/lib/contracts/exchange";
import { fileKindOf, HEAD_BYTES } from "@/lib/core/exchange/file-kind";

export type ImportFormat = ImportQuery["format"];

/** What a file is: an archive says so in its first line, a name ending in .txt is one text, the rest is JSONL. */
export async function importFormatOf(file: File): Promise<ImportFormat> {
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (fileKindOf(head) === "archive") return "archive";
  return /\.(txt|text)$/i.test(file.name) ? "txt" : "jsonl";
}
