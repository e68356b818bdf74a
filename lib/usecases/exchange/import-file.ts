import type { ImportQuery, ImportReport } from "@/lib/contracts/exchange";
import type { ProjectId } from "@/lib/core/ids";
import type { Context } from "../context";
import { importArchive } from "./import-archive";
import { importDocuments } from "./import-documents";
import type { Upload } from "./spool";

export interface ImportFileInput extends Upload, ImportQuery {
  readonly projectId: ProjectId;
}

/** Brings a file of any of our formats into a project. An archive is taken whole: it knows neither duplicates nor lenience. */
export async function importFile(ctx: Context, input: ImportFileInput): Promise<ImportReport> {
  switch (input.format) {
    case "archive":
      return importArchive(ctx, input);
    case "jsonl":
    case "txt":
      return importDocuments(ctx, { ...input, format: input.format, name: input.name ?? null });
  }
}
