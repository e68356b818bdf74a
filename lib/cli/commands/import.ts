import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { ImportQuery, type ImportReport } from "@/lib/contracts/exchange";
import { AppError } from "@/lib/core/errors";
import { importFile } from "@/lib/usecases/exchange/import-file";
import type { Command } from "../command";
import { findProject } from "../find-project";
import { parseOptions, required } from "../parse-options";
import { parseQuery } from "../parse-query";
import { say } from "../say";
import { withContext } from "../use-database";

const OPTIONS = {
  project: { type: "string" },
  format: { type: "string" },
  "on-duplicate": { type: "string" },
  strict: { type: "boolean", default: false },
} as const;

/** How many faults are shown; the rest are counted. */
const SHOWN = 20;

export const importCommand: Command = {
  summary: "Bring a file of articles, or an archive, into a project",
  usage: [
    "import FILE --project P [--format jsonl|txt|archive] [--on-duplicate skip|update|error] [--strict]",
  ],
  run: async (args) => {
    const { values, positionals } = parseOptions(args, OPTIONS, ["FILE"]);
    const path = positionals[0] ?? "";
    const { project, format, "on-duplicate": onDuplicate, strict } = values;
    const name = required(project, "project");
    const query = parseQuery(ImportQuery, {
      format: format ?? (path.endsWith(".txt") ? "txt" : undefined),
      onDuplicate,
      strict: String(strict),
      name: basename(path),
    });
    const file = await stat(path).catch(() => null);
    if (file?.isFile() !== true) throw new AppError("not_found", { detail: `There is no file ${path}.` });
    await withContext(async (ctx) => {
      const projectId = await findProject(ctx, name);
      const report = await importFile(ctx, {
        projectId,
        ...query,
        bytes: createReadStream(path),
        announced: file.size,
      });
      tell(report);
    });
  },
};

/** @throws AppError where lines failed, so that a script notices. */
function tell(report: ImportReport): void {
  const { state, created, updated, unchanged, skipped, failed, annotationsNotTaken, errors } = report;
  for (const { line, message } of errors.slice(0, SHOWN)) say(`line ${line}: ${message}`);
  if (failed > SHOWN) say(`and ${failed - SHOWN} more`);
  const same = unchanged === 0 ? "" : ` ${unchanged} unchanged,`;
  say(`${created} created, ${updated} updated,${same} ${skipped} skipped, ${failed} failed.`);
  if (annotationsNotTaken > 0)
    say(`${annotationsNotTaken} annotations were not taken: their documents were here before.`);
  if (state === "failed")
    throw new AppError("invalid", { detail: "Nothing was imported, because of --strict." });
  if (failed > 0)
    throw new AppError("invalid", {
      detail: failed === 1 ? "One line was left out." : `${failed} lines were left out.`,
    });
}
