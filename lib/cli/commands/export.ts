import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ExportQuery } from "@/lib/contracts/exchange";
import { exportProject } from "@/lib/usecases/exchange/export-project";
import type { Command } from "../command";
import { findProject } from "../find-project";
import { parseOptions, required } from "../parse-options";
import { parseQuery } from "../parse-query";
import { say } from "../say";
import { withContext } from "../use-database";

export const exportCommand: Command = {
  summary: "Write a project to a file: training lines, or an archive of everything",
  usage: [
    "export --project P [--out FILE] [--format jsonl|archive] [--sets auto|gold|annotator|shared|imported|suggested|all]",
    "       [--state S,S …] [--include unannotated] [--people pseudonyms|addresses]",
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
    });
    const { project, out, ...asked } = values;
    const name = required(project, "project");
    const query = parseQuery(ExportQuery, asked);
    await withContext(async (ctx) => {
      const projectId = await findProject(ctx, name);
      const { bytes } = await exportProject(ctx, { projectId, ...query });
      if (out === undefined) await pipeline(Readable.from(bytes), process.stdout, { end: false });
      else {
        await writeWhole(bytes, out);
        say(`Wrote ${out}.`);
      }
    });
  },
};

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
