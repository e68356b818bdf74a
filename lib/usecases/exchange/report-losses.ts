import type { LossReport } from "@/lib/contracts/exchange";
import type { Access } from "@/lib/core/access/actor";
import { authorize } from "@/lib/core/access/rules";
import { tableRow, type Cell } from "@/lib/core/exchange/formats/table";
import { accessTo, type Context } from "../context";
import { encodedSources, type EncodedExport, type EncodedSource } from "./encoded-sources";
import { oneOfFewExports } from "./export-gate";
import { encodedExport, type ExportFile, type ExportInput } from "./export-project";
import { joinedBytes } from "./joined-bytes";
import { listedLosses, LossTally } from "./loss-tally";

/**
 * What an export with this very query would hold and what it would not, counted; the first losses one by one.
 * @throws AppError as `exportProject`
 */
export async function countLosses(ctx: Context, input: ExportInput): Promise<LossReport> {
  const tally = new LossTally();
  for await (const one of encodedFor(ctx, await mayExport(ctx, input), input)) tally.add(one);
  return tally.report(input.format);
}

/**
 * Every loss of such an export as a row of a table that spreadsheets open without taking a cell for a formula.
 * @throws AppError as `exportProject`
 */
export async function listLosses(ctx: Context, input: ExportInput): Promise<ExportFile> {
  const encoded = encodedFor(ctx, await mayExport(ctx, input), input);
  return {
    name: `triptych-${input.format}-losses.csv`,
    type: "text/csv; charset=utf-8",
    bytes: joinedBytes(rowsOf(encoded)),
  };
}

async function mayExport(ctx: Context, { projectId, format }: ExportInput): Promise<Access> {
  const access = await accessTo(ctx, projectId);
  authorize(access, format === "archive" ? "project.archive" : "project.export");
  return access;
}

/** Of an archive, which leaves nothing out, there is only to be counted what is in it: every set of every document. */
function encodedFor(ctx: Context, access: Access, input: ExportInput): AsyncGenerator<EncodedSource> {
  const asked = encodedExport(input);
  const what: EncodedExport =
    input.format === "archive"
      ? { ...asked, format: "jsonl", selection: { sets: "all", states: null, unannotated: true } }
      : { ...asked, format: input.format };
  return oneOfFewExports(encodedSources(ctx.db, access, what), ctx.actor.userId);
}

const HEAD = ["document", "external_id", "annotator", "annotation", "kind", "reason"] as const;

async function* rowsOf(encoded: AsyncIterable<EncodedSource>): AsyncGenerator<string> {
  const row = (cells: readonly Cell[]) => tableRow(cells, ",", "safe");
  yield row(HEAD);
  for await (const one of encoded) {
    for (const { document, externalId, annotator, annotation, kind, reason } of listedLosses(one)) {
      yield row([document, externalId, annotator, annotation, kind, reason]);
    }
  }
}
