import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PRISMA_FOLDER } from "./migration-list";

/** The articles of the sample project, each the whole of its file. */
export async function readSampleArticles(
  folder = join(PRISMA_FOLDER, "samples"),
): Promise<readonly string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith(".txt")).sort();
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return Promise.all(files.map(async (name) => decoder.decode(await readFile(join(folder, name)))));
}
