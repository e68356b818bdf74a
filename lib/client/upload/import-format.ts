import type { ImportQuery } from "@/lib/contracts/exchange";

export type ImportFormat = ImportQuery["format"];

const HEAD_BYTES = 512;
const ARCHIVE_HEAD = /^\uFEFF?\s*\{\s*"type"\s*:\s*"archive"/;

/** What a file is: an archive says so in its first line, a name ending in .txt is one text, the rest is JSONL. */
export async function importFormatOf(file: File): Promise<ImportFormat> {
  const head = await file.slice(0, HEAD_BYTES).text();
  if (ARCHIVE_HEAD.test(head)) return "archive";
  return /\.(txt|text)$/i.test(file.name) ? "txt" : "jsonl";
}
