import type { ExportQuery } from "@/lib/contracts/exchange";
import { authorize } from "@/lib/core/access/rules";
import { EXPORTERS } from "@/lib/core/exchange/formats/exporters";
import type { Piece } from "@/lib/core/exchange/formats/exporter";
import type { ProjectId } from "@/lib/core/ids";
import { zipBytes } from "@/lib/formats/zip-bytes";
import { accessTo, type Context } from "../context";
import { archiveBytes } from "./archive-bytes";
import { encodedSources, type EncodedExport, type EncodedSource } from "./encoded-sources";
import { oneOfFewExports } from "./export-gate";
import { joinedBytes } from "./joined-bytes";
import { LossTally } from "./loss-tally";

export interface ExportInput extends ExportQuery {
  readonly projectId: ProjectId;
}

/** A file that is made while it is read. Whoever stops reading must say so by `bytes.return()`. */
export interface ExportFile {
  /** What to call it. */
  readonly name: string;
  readonly type: string;
  readonly bytes: AsyncGenerator<Uint8Array>;
}

/**
 * A project as a file of what the caller may see, from one snapshot, made as fast as it is read and no faster.
 * @throws AppError `not_found`, `forbidden` (an archive, to all but managers); while it is read, `rate_limited` and
 * `overloaded` at its beginning, and `corrupt` where a row does not hold.
 */
export async function exportProject(ctx: Context, input: ExportInput): Promise<ExportFile> {
  const { projectId, format, people } = input;
  const access = await accessTo(ctx, projectId);
  authorize(access, format === "archive" ? "project.archive" : "project.export");
  if (format === "archive") {
    const bytes = oneOfFewExports(archiveBytes(ctx.db, projectId, people), ctx.actor.userId);
    return { name: "triptych-archive.jsonl", type: "application/x-ndjson", bytes };
  }
  const { fileName: name, type } = EXPORTERS[format];
  const encoded = encodedSources(ctx.db, access, { ...encodedExport(input), format });
  const bytes = name.endsWith(".zip") ? zipBytes(withReport(encoded, format)) : joinedBytes(textsOf(encoded));
  return { name, type, bytes: oneOfFewExports(bytes, ctx.actor.userId) };
}

/** What a query says of the sets and the settings of a file. */
export function encodedExport(input: ExportQuery): Omit<EncodedExport, "format"> {
  const { sets, state, include, tokens, columns, cells } = input;
  return {
    settings: { tokens, columns, cells },
    selection: { sets, states: state ?? null, unannotated: include === "unannotated" },
  };
}

async function* textsOf(encoded: AsyncIterable<EncodedSource>): AsyncGenerator<string> {
  for await (const { pieces } of encoded) for (const { text } of pieces) yield text;
}

/** An archive says itself what it does not hold. */
async function* withReport(
  encoded: AsyncIterable<EncodedSource>,
  format: EncodedExport["format"],
): AsyncGenerator<Piece> {
  const tally = new LossTally();
  for await (const one of encoded) {
    tally.add(one);
    yield* one.pieces;
  }
  yield { path: "loss-report.json", text: `${JSON.stringify(tally.report(format), null, 1)}\n` };
}
