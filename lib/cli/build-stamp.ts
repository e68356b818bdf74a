import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const FOLDERS = ["app", "components", "lib", "public", "prisma"];
/** Files whose names begin with a dot are made by running: the development server writes a tsconfig of its own. */
const ROOT_FILE = /^(?!\.|next-env\.d\.ts$).+\.(ts|js|mjs|json)$/;
/** Nothing of these ends up in the app that Next builds. */
const NOT_BUILT = /\.test\.tsx?$|^lib\/(cli|testing|db\/generated)\/|^prisma\/(?!schema\.prisma$)/;

/** A hash over all that the built app is made of: it changes when, and only when, a new build is due. */
export async function buildStamp(checkout: string): Promise<string> {
  const rootFiles = (await readdir(checkout)).filter((name) => ROOT_FILE.test(name));
  const nested = await Promise.all(FOLDERS.map((folder) => filesBelow(checkout, folder)));
  const paths = [...rootFiles, ...nested.flat()].filter((path) => !NOT_BUILT.test(path)).sort();
  const hash = createHash("sha256");
  for (const path of paths) {
    const content = createHash("sha256")
      .update(await readFile(join(checkout, path)))
      .digest("hex");
    hash.update(`${path} ${content}\n`);
  }
  return hash.digest("hex");
}

async function filesBelow(checkout: string, folder: string): Promise<readonly string[]> {
  const entries = await readdir(join(checkout, folder), { withFileTypes: true });
  const paths = entries.map(async (entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(checkout, path) : [path];
  });
  return (await Promise.all(paths)).flat();
}
