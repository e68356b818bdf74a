import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { EXPORT_FORMATS, ExportQuery } from "@/lib/contracts/exchange";
import { LOSS_NAMES } from "@/lib/core/exchange/formats/loss";
import type { Context } from "@/lib/usecases/context";
import { exportProject, type ExportInput } from "@/lib/usecases/exchange/export-project";
import { countLosses, listLosses } from "@/lib/usecases/exchange/report-losses";
import type { Command } from "../command";
import { findProject } from "../find-project";
import { parseOptions, required } from "../parse-options";
import { parseQuery } from "../parse-query";
import { remark, say } from "../say";
import { withContext } from "../use-database";

export const exportCommand: Command = {
  summary: "Write a project to a file: training lines, another tool's format, or an archive of everything",
  usage: [
    "export --project P [--out FILE] [--format F] [--sets auto|gold|annotator|shared|imported|suggested|all]",
    "       [--state S,S …] [--include unannotated] [--tokens expand|contract|strict] [--columns labels|one]",
    "       [--cells exact|safe] [--losses FILE] [--people pseudonyms|addresses]",
    `       F: ${EXPORT_FORMATS.join(" ")}`,
  ],
  run: async (args) => {
    const { values } = parseOptions(args, {
      project: { type: "string" },
      out: { type: "string" },
      format: { type: "string" },
      sets: { type: "string" },
      state: { type: "string" },
      include: { type: "string" },
      people: { type: "string" },
      tokens: { type: "string" },
      columns: { type: "string" },
      cells: { type: "string" },
      losses: { type: "string" },
    });
    const { project, out, losses, ...asked } = values;
    const name = required(project, "project");
    const query = parseQuery(ExportQuery, asked);
    await withContext(async (ctx) => {
      const projectId = await findProject(ctx, name);
      const { bytes } = await exportProject(ctx, { projectId, ...query });
      if (out === undefined) await pipeline(Readable.from(bytes), process.stdout, { end: false });
      else {
        await writeWhole(bytes, out);
        say(`Wrote ${out}.`);
        if (query.format !== "archive") remark(await lossesInWords(ctx, { projectId, ...query }));
      }
      if (losses !== undefined) {
        await writeWhole((await listLosses(ctx, { projectId, ...query })).bytes, losses);
        remark(`Wrote ${losses}.`);
      }
    });
  },
};

async function lossesInWords(ctx: Context, input: ExportInput): Promise<string> {
  const { losses } = await countLosses(ctx, input);
  if (losses.length === 0) return "Nothing is lost.";
  const named = losses.map(({ kind, count }) => `${count} ${LOSS_NAMES[kind][count === 1 ? "one" : "many"]}`);
  return `Not everything is held: ${named.join(", ")}. Write the list with --losses FILE.`;
}

/** Under its name there is a whole file or none. */
async function writeWhole(bytes: AsyncIterable<Uint8Array>, path: string): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    await pipeline(Readable.from(bytes), createWriteStream(unfinished));
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
